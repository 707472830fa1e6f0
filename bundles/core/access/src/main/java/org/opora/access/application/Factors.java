package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.opora.access.domain.Factor;
import org.opora.access.domain.FactorRule;
import org.opora.api.access.SecondFactor.Step;

/** What is known of second factors, as of now. */
final class Factors {
  private Factors() {}

  static boolean demanded(EntityManager em) {
    return em.find(FactorRule.class, FactorRule.KEY).demanded();
  }

  static boolean set(EntityManager em, UUID staff) {
    Factor factor = em.find(Factor.class, staff);
    return factor != null && factor.set();
  }

  /** What a session that never gave a factor waits for; null when for nothing. */
  static Step missing(EntityManager em, UUID staff) {
    if (set(em, staff)) {
      return Step.CODE;
    }
    return demanded(em) ? Step.ENROL : null;
  }

  /** Held, so that of two who give the same code at once only one gets in; null without one. */
  static Factor hold(EntityManager em, UUID staff) {
    return em.find(Factor.class, staff, LockModeType.PESSIMISTIC_WRITE);
  }

  static void forgetCodes(EntityManager em, UUID staff) {
    em.createQuery("DELETE FROM RecoveryCode c WHERE c.staff = :staff")
        .setParameter("staff", staff)
        .executeUpdate();
  }

  /** One statement, so that of two who give the same code only one gets in. */
  static boolean redeem(EntityManager em, UUID staff, String hash) {
    return em.createQuery(
                "DELETE FROM RecoveryCode c WHERE c.codeHash = :hash AND c.staff = :staff")
            .setParameter("hash", hash)
            .setParameter("staff", staff)
            .executeUpdate()
        == 1;
  }

  static long codes(EntityManager em, UUID staff) {
    return em.createQuery("SELECT COUNT(c) FROM RecoveryCode c WHERE c.staff = :staff", Long.class)
        .setParameter("staff", staff)
        .getSingleResult();
  }
}
