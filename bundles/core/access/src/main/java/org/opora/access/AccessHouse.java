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
import org.opora.access.application.Lendings;
import org.opora.access.application.RelationsService;
import org.opora.access.application.RolesService;
import org.opora.access.application.SecondFactorService;
import org.opora.access.application.SessionsService;
import org.opora.access.application.TabletsService;
import org.opora.access.application.WallsService;
import org.opora.access.audit.AuditAlarms;
import org.opora.access.audit.AuditExport;
import org.opora.access.audit.AuditReader;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.directory.DirectoryService;
import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Directory;
import org.opora.api.access.Explanations;
import org.opora.api.access.Relations;
import org.opora.api.access.Roles;
import org.opora.api.access.SealedTrail;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.access.Tablets;
import org.opora.api.access.TrailReader;
import org.opora.api.access.Walls;
import org.opora.api.access.spi.AccountWatcher;
import org.opora.api.inbox.Inbox;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;

/**
 * All services of this bundle put together without a framework, for tests and tools. Close it
 * before the database.
 */
public final class AccessHouse implements AutoCloseable {
  private final AuditTrailService audit;
  private final Access access;
  private final Grants grants;
  private final SessionsService sessions;
  private final SecondFactor factor;
  private final DirectoryService directory;
  private final AccountsService accounts;
  private final Tablets tablets;
  private final Roles roles;
  private final Relations relations;
  private final Walls walls;
  private final Aliases aliases;
  private final Colleagues colleagues;
  private final Explanations explanations;
  private final AuditExport export;
  private final TrailReader reader;
  private final Database database;
  private final Clock clock;

  /**
   * @param tx of the unit {@code access}
   * @param keys that seal what belongs to second factors
   * @param modules whose permissions exist beside those of this bundle
   */
  public AccessHouse(
      Transactions tx, Database database, Keys keys, Clock clock, List<Module> modules) {
    Lendings lendings = new Lendings(tx);
    audit = new AuditTrailService(tx, database, lendings, clock);
    grants = new Grants(tx);
    access = new AccessService(tx, audit, lendings, grants);
    grants.add(new AccessModule());
    modules.forEach(grants::add);
    sessions = new SessionsService(tx, grants, access, audit, clock);
    factor = new SecondFactorService(tx, keys, access, audit, sessions, grants, clock);
    directory = new DirectoryService(tx, database, audit);
    accounts =
        new AccountsService(
            tx,
            database,
            keys,
            access,
            audit,
            sessions,
            grants,
            factor,
            directory,
            clock,
            Argon2.quick());
    tablets =
        new TabletsService(tx, access, audit, sessions, grants, factor, clock, Argon2.quick());
    roles = new RolesService(tx, access, audit, grants, factor);
    relations = new RelationsService(tx, lendings, grants);
    walls = new WallsService(tx, access, audit, grants);
    aliases = new AliasesService(tx, grants);
    colleagues = new ColleaguesService(tx, access, grants, clock);
    explanations = new ExplanationsService(tx, access, grants);
    export = new AuditExport(access, factor, audit, database);
    reader = new AuditReader(tx, access, audit, database);
    this.database = database;
    this.clock = clock;
  }

  public Access access() {
    return access;
  }

  public Accounts accounts() {
    return accounts;
  }

  /** Somebody wants to know when an account is closed. */
  public void watching(AccountWatcher watcher) {
    accounts.addWatcher(watcher);
  }

  /** Where some of them keep their password. */
  public Directory directory() {
    return directory;
  }

  public Sessions sessions() {
    return sessions;
  }

  public SecondFactor factor() {
    return factor;
  }

  public Tablets tablets() {
    return tablets;
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

  public SealedTrail export() {
    return export;
  }

  /** The trail as people read it. */
  public TrailReader reader() {
    return reader;
  }

  /** Alarms of the trail into this inbox, which look when they are told to. */
  public AuditAlarms alarms(Inbox inbox, Messages messages) {
    return AuditAlarms.by(audit, database, clock, inbox, messages);
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
