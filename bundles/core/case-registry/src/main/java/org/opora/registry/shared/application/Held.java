package org.opora.registry.shared.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.UUID;
import org.opora.api.faults.NotFound;

/** Loads one aggregate to change it. */
public final class Held {
  private Held() {}

  /**
   * @throws NotFound when there is none
   */
  public static <T> T load(EntityManager em, Class<T> type, UUID id) {
    T found = em.find(type, id);
    if (found == null) {
      throw new NotFound();
    }
    return found;
  }

  /**
   * The same, with its row held until the end of the transaction: whoever else decides on it waits.
   */
  public static <T> T hold(EntityManager em, Class<T> type, UUID id) {
    T found = em.find(type, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new NotFound();
    }
    return found;
  }

  /** Several rows, always in the same order, so that nobody waits for somebody who waits. */
  public static <T> void hold(EntityManager em, Class<T> type, Collection<UUID> ids) {
    ids.stream().distinct().sorted().forEach(id -> hold(em, type, id));
  }
}
