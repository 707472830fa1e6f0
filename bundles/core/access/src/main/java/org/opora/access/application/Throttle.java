package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import org.opora.access.domain.Attempt;
import org.opora.access.domain.Attempt.Pace;
import org.opora.api.persistence.Transactions;

/**
 * Slows down who guesses. It asks nothing but the name, so that it treats names alike whether they
 * exist or not.
 */
final class Throttle {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Transactions tx;

  Throttle(Transactions tx) {
    this.tx = tx;
  }

  /** Counts an attempt before it is checked; false when this name has to wait. */
  boolean begin(String name, Pace pace, Instant now) {
    String hash = Secrets.hash(name);
    try {
      return tx.separate(em -> begin(em, hash, pace, now));
    } catch (RuntimeException e) {
      // Two first attempts under one name at the same moment: the slower one finds the row of the
      // other now.
      return tx.separate(em -> begin(em, hash, pace, now));
    }
  }

  /**
   * What was given fitted: nobody waits for the failures before it, and those of others that are
   * long over are forgotten.
   */
  void succeeded(String name, Instant now) {
    String hash = Secrets.hash(name);
    tx.separate(
        em -> {
          Attempt attempt = em.find(Attempt.class, hash, LockModeType.PESSIMISTIC_WRITE);
          if (attempt != null) {
            attempt.succeeded(now);
          }
          return em.createQuery("DELETE FROM Attempt a WHERE a.latest < :old")
              .setParameter("old", now.minus(KEPT))
              .executeUpdate();
        });
  }

  /** What was given could not be checked: it was no guess, and tells nobody anything. */
  void undone(String name, Instant now) {
    tx.separate(
        em -> {
          Attempt attempt =
              em.find(Attempt.class, Secrets.hash(name), LockModeType.PESSIMISTIC_WRITE);
          if (attempt != null) {
            attempt.undone(now);
          }
          return null;
        });
  }

  private static boolean begin(EntityManager em, String hash, Pace pace, Instant now) {
    // Holds the row, so that many attempts at once are counted one by one.
    Attempt attempt = em.find(Attempt.class, hash, LockModeType.PESSIMISTIC_WRITE);
    if (attempt == null) {
      attempt = new Attempt(hash, now);
      em.persist(attempt);
    }
    if (attempt.waits(now)) {
      return false;
    }
    attempt.begun(pace, now);
    return true;
  }
}
