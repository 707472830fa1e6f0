package org.opora.access;

import java.time.Clock;
import java.util.List;
import org.opora.access.application.AccessService;
import org.opora.access.application.AccountsService;
import org.opora.access.application.AliasesService;
import org.opora.access.application.Argon2;
import org.opora.access.application.ColleaguesService;
import org.opora.access.application.ExplanationsService;
import org.opora.access.application.Grants;
import org.opora.access.application.RelationsService;
import org.opora.access.application.RolesService;
import org.opora.access.application.SessionsService;
import org.opora.access.application.WallsService;
import org.opora.access.audit.AuditExport;
import org.opora.access.audit.AuditTrailService;
import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Explanations;
import org.opora.api.access.Relations;
import org.opora.api.access.Roles;
import org.opora.api.access.Sessions;
import org.opora.api.access.Walls;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Transactions;

/**
 * All services of this bundle put together without a framework, for tests and tools. Close it
 * before the database.
 */
public final class AccessHouse implements AutoCloseable {
  private final AuditTrailService audit;
  private final Access access;
  private final Grants grants;
  private final SessionsService sessions;
  private final Accounts accounts;
  private final Roles roles;
  private final Relations relations;
  private final Walls walls;
  private final Aliases aliases;
  private final Colleagues colleagues;
  private final Explanations explanations;
  private final AuditExport export;

  /**
   * @param tx of the unit {@code access}
   * @param modules whose permissions exist beside those of this bundle
   */
  public AccessHouse(Transactions tx, Database database, Clock clock, List<Module> modules) {
    audit = new AuditTrailService(tx, database, clock);
    access = new AccessService(tx, audit);
    grants = new Grants(tx);
    grants.add(new AccessModule());
    modules.forEach(grants::add);
    sessions = new SessionsService(tx, grants, clock);
    accounts =
        new AccountsService(tx, database, access, audit, sessions, grants, clock, Argon2.quick());
    roles = new RolesService(tx, access, audit, grants);
    relations = new RelationsService(tx);
    walls = new WallsService(tx, access, audit);
    aliases = new AliasesService(tx);
    colleagues = new ColleaguesService(tx, access, grants, clock);
    explanations = new ExplanationsService(tx, access, grants);
    export = new AuditExport(access, audit, database);
  }

  public Access access() {
    return access;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Roles roles() {
    return roles;
  }

  public Relations relations() {
    return relations;
  }

  public Walls walls() {
    return walls;
  }

  public Aliases aliases() {
    return aliases;
  }

  public Colleagues colleagues() {
    return colleagues;
  }

  public Explanations explanations() {
    return explanations;
  }

  public AuditTrail audit() {
    return audit;
  }

  public AuditExport export() {
    return export;
  }

  /** Modules come and go through it. */
  public Grants grants() {
    return grants;
  }

  @Override
  public void close() {
    sessions.close();
    audit.close();
  }
}
