package org.opora.calendar.shared.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.UUID;
import org.opora.calendar.shared.domain.Turn;

/** Holds what can be in one place only until the transaction is over. */
public final class Turns {
  private Turns() {}

  /** Each in the order in which everybody takes them. */
  public static void hold(EntityManager em, Collection<UUID> keys) {
    for (Integer turn : Turn.of(keys)) {
      em.find(Turn.class, turn, LockModeType.PESSIMISTIC_WRITE);
    }
  }
}
