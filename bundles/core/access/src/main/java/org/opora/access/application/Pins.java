package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.opora.access.domain.Pin;

/** The rows of PINs. */
final class Pins {
  private Pins() {}

  /** Held, so that many tries at once are counted one by one; null without one. */
  static Pin hold(EntityManager em, UUID staff) {
    return em.find(Pin.class, staff, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The password was given: what was guessed at the PIN counts no more. */
  static void reopen(EntityManager em, UUID staff) {
    em.createQuery("UPDATE Pin p SET p.failures = 0 WHERE p.staff = :staff AND p.failures > 0")
        .setParameter("staff", staff)
        .executeUpdate();
  }

  /** With its sessions. */
  static boolean forget(EntityManager em, UUID staff) {
    em.createQuery("DELETE FROM StaffSession s WHERE s.staff = :staff AND s.tablet IS NOT NULL")
        .setParameter("staff", staff)
        .executeUpdate();
    return em.createQuery("DELETE FROM Pin p WHERE p.staff = :staff")
            .setParameter("staff", staff)
            .executeUpdate()
        > 0;
  }
}
