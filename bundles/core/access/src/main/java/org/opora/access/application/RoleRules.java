package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.util.Set;
import org.opora.access.AccessModule;
import org.opora.access.domain.Account;
import org.opora.access.domain.Role;
import org.opora.api.access.Roles;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;

/** Who may hold which roles. */
final class RoleRules {
  static final String FIELD = "roles";

  private RoleRules() {}

  static void check(EntityManager em, Set<String> roles) {
    if (roles.isEmpty()) {
      throw refused("roles.none");
    }
    for (String role : roles) {
      if (em.find(Role.class, role) == null) {
        throw refused("roles.unknown");
      }
    }
    if (roles.contains(Roles.IT_ADMINISTRATOR) && roles.size() > 1) {
      throw refused("roles.it-alone");
    }
  }

  /** Without a director nobody could let anybody in again. */
  static void directorStays(EntityManager em, StaffId leaving) {
    // Takes the row of the role first: two directors who disable each other at the same moment come
    // one after the other.
    em.createQuery("UPDATE Role r SET r.place = r.place WHERE r.id = :role")
        .setParameter("role", Roles.DIRECTOR)
        .executeUpdate();
    long others =
        em.createQuery(
                "SELECT COUNT(a) FROM Account a JOIN a.roles r WHERE r = :role AND a.standing = :active"
                    + " AND a.staff <> :leaving",
                Long.class)
            .setParameter("role", Roles.DIRECTOR)
            .setParameter("active", Account.Standing.ACTIVE)
            .setParameter("leaving", leaving.value())
            .getSingleResult();
    if (others == 0) {
      throw new Refused(null, Text.of(AccessModule.ORIGIN, "roles.last-director"));
    }
  }

  private static Refused refused(String key) {
    return new Refused(FIELD, Text.of(AccessModule.ORIGIN, key));
  }
}
