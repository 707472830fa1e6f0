package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.contacts.domain.ContactState;

/** Contacts from when each had one child. */
public record FormerQueries(EntityManager em) {
  /**
   * Those that are still planned and not over by this moment. What such a contact is for its child
   * has kept the key of the contact; since then it has one of its own.
   */
  public List<UUID> toCome(Instant now) {
    return em.createQuery(
            "SELECT c.id FROM ContactChild k JOIN Contact c ON c.id = k.contact"
                + " WHERE k.id = k.contact AND c.state = :planned AND c.end > :now"
                + " ORDER BY c.start",
            UUID.class)
        .setParameter("planned", ContactState.PLANNED)
        .setParameter("now", now)
        .getResultList();
  }
}
