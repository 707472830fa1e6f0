package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.Account;
import org.opora.access.domain.KnownPermission;
import org.opora.access.domain.Role;
import org.opora.access.domain.RoleChange;
import org.opora.api.access.Accounts;
import org.opora.api.access.DataClass;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;

/**
 * What a role may do, changed: what narrows it at once, what widens it by two people. In a centre
 * with one person who manages roles nobody could ever confirm, so there it holds at once, but not
 * for what this person holds: that would be a grant to oneself.
 */
record RoleWidening(AuditTrailService audit, Grants grants) {
  private static final Set<String> NEEDED = Set.of(Accounts.MANAGE, Roles.MANAGE);

  static Map<String, Reach> reaches(Role role) {
    return role.permissions().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> Reach.valueOf(e.getValue())));
  }

  static List<RoleChange> waiting(EntityManager em, String role) {
    return em.createQuery("SELECT c FROM RoleChange c WHERE c.role = :role", RoleChange.class)
        .setParameter("role", role)
        .getResultList();
  }

  /** What nobody has decided in time, gone. */
  List<RoleChange> lapse(EntityManager em, Instant now) {
    List<RoleChange> over =
        em.createQuery("SELECT c FROM RoleChange c", RoleChange.class)
            .getResultStream()
            .filter(one -> !one.open(now))
            .toList();
    for (RoleChange one : over) {
      em.remove(one);
      audit.wrote(
          (StaffId) null, "access.permission-lapsed", detail(one) + ";asked=" + one.askedBy());
    }
    return over;
  }

  /** How many of the changes wait for a second person. */
  int change(EntityManager em, Viewer viewer, Role role, Map<String, Reach> wanted) {
    Map<String, Reach> present = reaches(role);
    Map<String, Reach> changes = new HashMap<>(wanted);
    changes.entrySet().removeIf(e -> e.getValue() == present.getOrDefault(e.getKey(), Reach.NONE));
    changes.forEach((permission, reach) -> check(em, role.id(), permission, reach));
    boolean two =
        !changes.isEmpty()
            && RoleRules.anybodyElse(
                em, grants, Roles.MANAGE, Set.of(viewer.staff().value()), viewer.now());
    int waiting = 0;
    for (Map.Entry<String, Reach> change : changes.entrySet()) {
      String permission = change.getKey();
      Reach reach = change.getValue();
      if (reach.compareTo(present.getOrDefault(permission, Reach.NONE)) < 0) {
        answered(em, role, permission);
        missed(em, viewer, role, permission, reach);
        apply(em, viewer, role, permission, reach, "");
      } else if (two) {
        ask(em, viewer, role, permission, reach);
        waiting++;
      } else if (holds(em, viewer, role)) {
        throw refused(permission, "roles.widen-own");
      } else {
        answered(em, role, permission);
        apply(em, viewer, role, permission, reach, ";alone=true");
      }
    }
    return waiting;
  }

  /**
   * Whoever takes what a second person needs from their role shuts them out like whoever takes the
   * role from them.
   */
  private static void missed(
      EntityManager em, Viewer viewer, Role role, String permission, Reach reach) {
    if (reach == Reach.NONE && NEEDED.contains(permission)) {
      em.createQuery(
              "SELECT a FROM Account a JOIN a.roles r WHERE r = :role AND a.standing = :active"
                  + " AND a.staff <> :viewer",
              Account.class)
          .setParameter("role", role.id())
          .setParameter("active", Account.Standing.ACTIVE)
          .setParameter("viewer", viewer.staff().value())
          .getResultList()
          .forEach(account -> account.missed(viewer.now()));
    }
  }

  void confirm(EntityManager em, Viewer viewer, Role role, RoleChange asked) {
    if (!asked.open(viewer.now())) {
      throw refused(null, "roles.lapsed");
    }
    Reach reach = Reach.valueOf(asked.reach());
    check(em, role.id(), asked.permission(), reach);
    em.remove(asked);
    apply(em, viewer, role, asked.permission(), reach, ";asked=" + asked.askedBy());
  }

  void turnDown(EntityManager em, Viewer viewer, RoleChange asked) {
    em.remove(asked);
    audit.wrote(viewer, "access.permission-turned-down", List.of(), detail(asked));
  }

  /**
   * Another reach is another question under another id: whoever is about to confirm confirms what
   * they saw. The same one stays with who asked it first.
   */
  private void ask(EntityManager em, Viewer viewer, Role role, String permission, Reach reach) {
    List<RoleChange> before = asked(em, role, permission);
    if (before.stream()
        .anyMatch(one -> one.reach().equals(reach.name()) && one.open(viewer.now()))) {
      return;
    }
    before.forEach(em::remove);
    // A permission of a role is asked for once: the former question has to be gone first.
    em.flush();
    RoleChange asked =
        new RoleChange(Ids.next(), role.id(), permission, reach.name(), viewer.staff().value())
            .asked(viewer.today(), viewer.now());
    em.persist(asked);
    audit.wrote(viewer, "access.permission-asked", List.of(), detail(asked));
  }

  /** Whoever asked for more before has been answered by this. */
  private static void answered(EntityManager em, Role role, String permission) {
    asked(em, role, permission).forEach(em::remove);
  }

  private void apply(
      EntityManager em, Viewer viewer, Role role, String permission, Reach reach, String how) {
    if (reach == Reach.NONE) {
      role.forbid(permission);
    } else {
      role.allow(permission, reach.name());
    }
    // The permissions stand in a table of their own, which does not move the version by itself.
    em.lock(role, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    audit.wrote(
        viewer,
        "access.permission-changed",
        List.of(),
        "role=" + role.id() + ";permission=" + permission + ";reach=" + reach + how);
    if (permission.equals(Walls.MANAGE)) {
      new HandWalls(em, audit, grants).follow(viewer);
    }
  }

  private void check(EntityManager em, String role, String permission, Reach reach) {
    KnownPermission known = em.find(KnownPermission.class, permission);
    if (known == null) {
      throw new NotFound();
    }
    if (reach != Reach.NONE
        && !(Grants.mayHold(role, DataClass.valueOf(known.dataClass()))
            && Grants.mayHold(role, present(permission, known)))) {
      throw refused(permission, "roles.it-technical-only");
    }
    if (role.equals(Roles.DIRECTOR) && NEEDED.contains(permission) && reach != Reach.ALL) {
      throw refused(permission, "roles.director-needs");
    }
  }

  private DataClass present(String permission, KnownPermission known) {
    DataClass declared = grants.dataClass(permission);
    return declared == null ? DataClass.valueOf(known.dataClass()) : declared;
  }

  private static List<RoleChange> asked(EntityManager em, Role role, String permission) {
    return waiting(em, role.id()).stream()
        .filter(asked -> asked.permission().equals(permission))
        .toList();
  }

  private static boolean holds(EntityManager em, Viewer viewer, Role role) {
    Account own = em.find(Account.class, viewer.staff().value());
    return own != null && own.roles().contains(role.id());
  }

  private static String detail(RoleChange asked) {
    return "role=" + asked.role() + ";permission=" + asked.permission() + ";reach=" + asked.reach();
  }

  private static Refused refused(String field, String key) {
    return new Refused(field, Text.of(AccessModule.ORIGIN, key));
  }
}
