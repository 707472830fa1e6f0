package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.Account;
import org.opora.access.domain.Role;
import org.opora.access.domain.RoleChange;
import org.opora.access.domain.RoleGrant;
import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Edits what roles may do, and who holds them. */
@Component
public final class RolesService implements Roles {
  /** Without these the house cannot be run. */
  private static final Set<String> FIXED = Set.of(DIRECTOR, IT_ADMINISTRATOR);

  private static final int WORDING = 100;
  private static final int OF_THE_CENTRE = 50;

  private final Transactions tx;
  private final Access access;
  private final AuditTrailService audit;
  private final Grants grants;
  private final SecondFactor factor;
  private final RoleGiving giving;
  private final RoleWidening widening;
  private final KnownPermissions known;

  @Activate
  public RolesService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrailService audit,
      @Reference Grants grants,
      @Reference SecondFactor factor) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.grants = grants;
    this.factor = factor;
    this.giving = new RoleGiving(audit, grants);
    this.widening = new RoleWidening(audit, grants);
    this.known = new KnownPermissions(grants);
  }

  @Override
  public List<String> all() {
    return tx.read(
        em -> roles(em).stream().filter(role -> role.retiredOn() == null).map(Role::id).toList());
  }

  @Override
  public List<Named> named() {
    return tx.read(em -> roles(em).stream().map(RolesService::named).toList());
  }

  @Override
  public Map<StaffId, Set<String>> of(Viewer viewer, Set<StaffId> staff) {
    access.require(viewer, Accounts.MANAGE);
    Map<StaffId, Set<String>> roles = new HashMap<>();
    tx.read(
        em -> {
          for (StaffId id : staff) {
            Account account = em.find(Account.class, id.value());
            if (account != null) {
              roles.put(id, account.roles());
            }
          }
          return null;
        });
    return roles;
  }

  @Override
  public int assign(Viewer viewer, StaffId staff, Set<String> seen, Set<String> roles) {
    access.require(viewer, Accounts.MANAGE);
    factor.requireFresh(viewer);
    return tx.required(
        em -> {
          RoleRules.inTurn(em);
          RoleRules.check(em, roles);
          Account account = em.find(Account.class, staff.value());
          if (account == null) {
            throw new NotFound();
          }
          if (seen != null && !account.roles().equals(seen)) {
            throw new Stale();
          }
          RoleRules.notToOneself(viewer, account, roles);
          int waiting = giving.assign(em, viewer, account, roles);
          new HandWalls(em, audit, grants).follow(viewer);
          tx.afterCommit(grants::changed);
          return waiting;
        });
  }

  @Override
  public List<Grant> waiting(Viewer viewer, StaffId staff) {
    access.require(viewer, Accounts.MANAGE);
    return tx.read(
        em ->
            RoleGiving.waiting(em, staff.value()).stream()
                .filter(one -> one.open(viewer.now()))
                .sorted(Comparator.comparing(RoleGrant::role))
                .map(
                    one ->
                        new Grant(one.id(), one.role(), new StaffId(one.askedBy()), one.askedOn()))
                .toList());
  }

  @Override
  public void confirmGrant(Viewer viewer, StaffId staff, UUID grant) {
    access.require(viewer, Accounts.MANAGE);
    factor.requireFresh(viewer);
    tx.run(
        em -> {
          RoleRules.inTurn(em);
          giving.confirm(em, viewer, staff, grant);
          new HandWalls(em, audit, grants).follow(viewer);
          tx.afterCommit(grants::changed);
        });
  }

  @Override
  public void turnDownGrant(Viewer viewer, StaffId staff, UUID grant) {
    access.require(viewer, Accounts.MANAGE);
    tx.run(em -> giving.turnDown(em, viewer, staff, grant));
  }

  @Override
  public Map<String, Reach> permissions(Viewer viewer, String role) {
    access.require(viewer, MANAGE);
    return tx.read(em -> RoleWidening.reaches(found(em, role)));
  }

  @Override
  public List<Line> list(Viewer viewer) {
    access.require(viewer, MANAGE);
    return tx.read(
        em -> {
          Map<String, Long> holders = RoleRules.holders(em);
          Map<String, Long> waiting =
              em.createQuery("SELECT c FROM RoleChange c", RoleChange.class)
                  .getResultStream()
                  .filter(one -> one.open(viewer.now()))
                  .collect(Collectors.groupingBy(RoleChange::role, Collectors.counting()));
          return roles(em).stream()
              .map(
                  role ->
                      new Line(
                          named(role),
                          holders.getOrDefault(role.id(), 0L),
                          waiting.getOrDefault(role.id(), 0L),
                          role.retiredOn()))
              .toList();
        });
  }

  @Override
  public View view(Viewer viewer, String role) {
    access.require(viewer, MANAGE);
    return tx.read(
        em -> {
          Role found = found(em, role);
          return new View(
              named(found),
              found.version(),
              RoleWidening.reaches(found),
              RoleWidening.waiting(em, role).stream()
                  .filter(one -> one.open(viewer.now()))
                  .sorted(Comparator.comparing(RoleChange::permission))
                  .map(RolesService::change)
                  .toList(),
              RoleRules.holders(em).getOrDefault(role, 0L),
              FIXED.contains(role),
              found.retiredOn());
        });
  }

  @Override
  public List<Known> known(Viewer viewer) {
    access.require(viewer, MANAGE);
    return known.present();
  }

  @Override
  public List<Known> table(Viewer viewer) {
    access.require(viewer, MANAGE);
    return known.reviewed();
  }

  @Override
  public void allow(Viewer viewer, String role, String permission, Reach reach) {
    access.require(viewer, MANAGE);
    factor.requireFresh(viewer);
    tx.run(
        em -> {
          RoleRules.inTurn(em);
          widening.change(em, viewer, found(em, role), Map.of(permission, reach));
          tx.afterCommit(grants::changed);
        });
  }

  @Override
  public int change(Viewer viewer, String role, long version, Map<String, Reach> reaches) {
    access.require(viewer, MANAGE);
    factor.requireFresh(viewer);
    return tx.required(
        em -> {
          RoleRules.inTurn(em);
          int waiting = widening.change(em, viewer, fresh(em, role, version), reaches);
          tx.afterCommit(grants::changed);
          return waiting;
        });
  }

  @Override
  public void confirm(Viewer viewer, UUID change) {
    access.require(viewer, MANAGE);
    factor.requireFresh(viewer);
    tx.run(
        em -> {
          RoleRules.inTurn(em);
          RoleChange asked = asked(em, change);
          if (asked.askedBy().equals(viewer.staff().value())) {
            throw refused(null, "roles.second-person");
          }
          widening.confirm(em, viewer, found(em, asked.role()), asked);
          tx.afterCommit(grants::changed);
        });
  }

  @Override
  public void turnDown(Viewer viewer, UUID change) {
    access.require(viewer, MANAGE);
    tx.run(em -> widening.turnDown(em, viewer, asked(em, change)));
  }

  @Override
  public List<Lapsed> lapse(Instant now) {
    return tx.required(
        em ->
            Stream.concat(
                    giving.lapse(em, now).stream()
                        .map(
                            one ->
                                new Lapsed(
                                    new StaffId(one.askedBy()),
                                    new StaffId(one.staff()),
                                    one.role())),
                    widening.lapse(em, now).stream()
                        .map(one -> new Lapsed(new StaffId(one.askedBy()), null, one.role())))
                .toList());
  }

  @Override
  public String copy(Viewer viewer, String role, String wording) {
    access.require(viewer, MANAGE);
    return tx.required(
        em -> {
          Role like = found(em, role);
          if (role.equals(IT_ADMINISTRATOR)) {
            throw refused(null, "roles.it-no-copy");
          }
          String id = "centre-" + Ids.next();
          em.persist(new Role(id, OF_THE_CENTRE, wording(em, id, wording), like));
          wrote(viewer, "access.role-made", "role=" + id + ";like=" + role);
          tx.afterCommit(grants::changed);
          return id;
        });
  }

  @Override
  public void rename(Viewer viewer, String role, long version, String wording) {
    access.require(viewer, MANAGE);
    tx.run(
        em -> {
          Role found = fresh(em, role, version);
          if (found.wording() == null) {
            throw refused("wording", "roles.house-name");
          }
          found.call(wording(em, role, wording));
          wrote(viewer, "access.role-renamed", "role=" + role);
        });
  }

  @Override
  public void retire(Viewer viewer, String role, long version) {
    access.require(viewer, MANAGE);
    tx.run(
        em -> {
          Role found = fresh(em, role, version);
          if (FIXED.contains(role)) {
            throw refused(null, "roles.always-there");
          }
          long holders = RoleRules.holders(em).getOrDefault(role, 0L);
          if (holders > 0) {
            throw new Refused(null, Text.of(AccessModule.ORIGIN, "roles.in-use", holders));
          }
          found.retire(viewer.today());
          wrote(viewer, "access.role-retired", "role=" + role);
        });
  }

  @Override
  public void offer(Viewer viewer, String role, long version) {
    access.require(viewer, MANAGE);
    tx.run(
        em -> {
          fresh(em, role, version).retire(null);
          wrote(viewer, "access.role-offered", "role=" + role);
        });
  }

  private void wrote(Viewer viewer, String act, String detail) {
    audit.wrote(viewer, act, List.of(), detail);
  }

  /** Two roles that are called the same would be given by mistake. */
  private static String wording(EntityManager em, String id, String wording) {
    if (wording == null || wording.isBlank()) {
      throw refused("wording", "roles.wording");
    }
    String name = wording.strip();
    if (name.length() > WORDING) {
      throw new Refused("wording", Text.of(AccessModule.ORIGIN, "roles.wording-long", WORDING));
    }
    boolean taken =
        roles(em).stream()
            .filter(role -> !role.id().equals(id))
            .map(Role::wording)
            .filter(Objects::nonNull)
            .anyMatch(name::equalsIgnoreCase);
    if (taken) {
      throw refused("wording", "roles.wording-taken");
    }
    return name;
  }

  private static List<Role> roles(EntityManager em) {
    return em.createQuery("SELECT r FROM Role r ORDER BY r.place, r.wording, r.id", Role.class)
        .getResultList();
  }

  private static Role found(EntityManager em, String role) {
    Role found = em.find(Role.class, role);
    if (found == null) {
      throw new NotFound();
    }
    return found;
  }

  private static Role fresh(EntityManager em, String role, long version) {
    Role found = found(em, role);
    if (found.version() != version) {
      throw new Stale();
    }
    return found;
  }

  private static RoleChange asked(EntityManager em, UUID change) {
    RoleChange asked = em.find(RoleChange.class, change);
    if (asked == null) {
      throw refused(null, "roles.decided");
    }
    return asked;
  }

  private static Named named(Role role) {
    return new Named(
        role.id(),
        role.wording() == null ? Text.of(AccessModule.ORIGIN, "role." + role.id()) : null,
        role.wording());
  }

  private static Change change(RoleChange asked) {
    return new Change(
        asked.id(),
        asked.permission(),
        Reach.valueOf(asked.reach()),
        new StaffId(asked.askedBy()),
        asked.askedOn());
  }

  private static Refused refused(String field, String key) {
    return new Refused(field, Text.of(AccessModule.ORIGIN, key));
  }
}
