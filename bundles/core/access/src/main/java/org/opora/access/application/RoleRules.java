package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.access.AccessModule;
import org.opora.access.domain.Account;
import org.opora.access.domain.FactorRule;
import org.opora.access.domain.Role;
import org.opora.api.access.Roles;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;

/** Who may hold which roles. */
final class RoleRules {
  static final String FIELD = "roles";

  /** So long a second person who was shut out is missed. */
  private static final Duration MISSED = Duration.ofDays(7);

  private RoleRules() {}

  /**
   * Accounts, roles and walls before everybody come one after the other: an account that is opened
   * in the moment when such a wall is raised would be counted by neither of the two, and escape it.
   * To be asked for before anything is read or written; held until the end of the transaction. It
   * is the one row that every house has.
   */
  static void inTurn(EntityManager em) {
    em.find(FactorRule.class, FactorRule.KEY, LockModeType.PESSIMISTIC_WRITE);
  }

  static void check(EntityManager em, Set<String> roles) {
    if (roles.isEmpty()) {
      throw refused("roles.none");
    }
    for (String id : roles) {
      Role role = em.find(Role.class, id);
      if (role == null || role.retiredOn() != null) {
        throw refused("roles.unknown");
      }
    }
    if (roles.contains(Roles.IT_ADMINISTRATOR) && roles.size() > 1) {
      throw refused("roles.it-alone");
    }
  }

  /** Nobody gives themselves what they do not hold. */
  static void notToOneself(Viewer viewer, Account account, Set<String> roles) {
    if (viewer.staff().value().equals(account.staff()) && !account.roles().containsAll(roles)) {
      throw refused("roles.not-to-oneself");
    }
  }

  /**
   * Without a director nobody could let anybody in again; and one of them comes in also when the
   * directory is gone.
   */
  static void directorStays(EntityManager em, StaffId leaving) {
    directorStays(em, leaving, "roles.last-director");
  }

  /** The same when this account signs in through the directory from now on. */
  static void ownPasswordStays(EntityManager em, Account account) {
    if (account.passwordHash() != null && account.roles().contains(Roles.DIRECTOR)) {
      directorStays(em, new StaffId(account.staff()), "directory.last-director");
    }
  }

  private static void directorStays(EntityManager em, StaffId leaving, String sentence) {
    // Takes the row of the role first: two directors who disable each other at the same moment come
    // one after the other.
    em.createQuery("UPDATE Role r SET r.place = r.place WHERE r.id = :role")
        .setParameter("role", Roles.DIRECTOR)
        .executeUpdate();
    long others =
        em.createQuery(
                "SELECT COUNT(a) FROM Account a JOIN a.roles r WHERE r = :role AND a.standing = :active"
                    + " AND a.passwordHash IS NOT NULL AND a.staff <> :leaving",
                Long.class)
            .setParameter("role", Roles.DIRECTOR)
            .setParameter("active", Account.Standing.ACTIVE)
            .setParameter("leaving", leaving.value())
            .getSingleResult();
    if (others == 0) {
      throw new Refused(null, Text.of(AccessModule.ORIGIN, sentence));
    }
  }

  /**
   * Whether anybody but these could be the second person for what needs two holders of this
   * permission. Whoever was kept from it a moment ago still counts: it must be possible to shut out
   * a colleague at once and alone, or nobody could stop one who does harm; but whoever does it is
   * not alone by that. What needs two waits, and comes to nothing, for a week in which others
   * notice; a centre in which only one person is left goes on alone after it.
   */
  static boolean anybodyElse(
      EntityManager em, Grants grants, String permission, Set<UUID> but, Instant now) {
    Map<UUID, Set<String>> held = new HashMap<>();
    em.createQuery(
            "SELECT a.staff, r FROM Account a JOIN a.roles r WHERE a.standing = :active",
            Object[].class)
        .setParameter("active", Account.Standing.ACTIVE)
        .getResultList()
        .forEach(
            row ->
                held.computeIfAbsent((UUID) row[0], first -> new HashSet<>()).add((String) row[1]));
    held.keySet().removeAll(but);
    return held.values().stream().anyMatch(roles -> grants.of(roles).containsKey(permission))
        || missed(em, but, now);
  }

  private static boolean missed(EntityManager em, Set<UUID> but, Instant now) {
    return em.createQuery("SELECT a.staff FROM Account a WHERE a.missedSince > :lately", UUID.class)
        .setParameter("lately", now.minus(MISSED))
        .getResultStream()
        .anyMatch(staff -> !but.contains(staff));
  }

  /** How many can sign in with each role, or are invited to; one that nobody holds is missing. */
  static Map<String, Long> holders(EntityManager em) {
    Map<String, Long> holders = new HashMap<>();
    em.createQuery(
            "SELECT r, COUNT(a.staff) FROM Account a JOIN a.roles r WHERE a.standing <> :disabled"
                + " GROUP BY r",
            Object[].class)
        .setParameter("disabled", Account.Standing.DISABLED)
        .getResultList()
        .forEach(row -> holders.put((String) row[0], (Long) row[1]));
    return holders;
  }

  private static Refused refused(String key) {
    return new Refused(FIELD, Text.of(AccessModule.ORIGIN, key));
  }
}
