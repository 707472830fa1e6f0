package org.opora.supervisedcontacts.rooms.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.rooms.domain.Resource;

/** The rows by which people who book wait for each other. */
public record ResourceRows(Transactions transactions) {

  /**
   * Makes the rows that are not there yet, each once and for good, on a transaction of its own: a
   * row must be committed before anybody can wait for it.
   */
  public void prepare(Set<UUID> resources) {
    for (UUID resource : resources) {
      boolean known = transactions.read(em -> em.find(Resource.class, resource) != null);
      if (!known) {
        insert(resource);
      }
    }
  }

  private void insert(UUID resource) {
    try {
      transactions.separate(
          em -> {
            em.persist(new Resource(resource));
            return null;
          });
    } catch (PersistenceException raced) {
      boolean known = transactions.separate(em -> em.find(Resource.class, resource) != null);
      if (!known) {
        throw raced;
      }
    }
  }

  /**
   * Holds the rows until the end of the transaction, always in the order of their keys, so that two
   * bookings never wait for each other in a ring.
   */
  public static void hold(EntityManager em, Set<UUID> resources) {
    for (UUID resource : new TreeSet<>(resources)) {
      em.find(Resource.class, resource, LockModeType.PESSIMISTIC_WRITE);
    }
  }
}
