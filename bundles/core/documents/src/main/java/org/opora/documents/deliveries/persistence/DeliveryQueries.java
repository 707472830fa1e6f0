package org.opora.documents.deliveries.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.documents.deliveries.domain.DeliveryRow;

/** Everything deliveries ask their table. */
public final class DeliveryQueries {
  private final EntityManager em;

  public DeliveryQueries(EntityManager em) {
    this.em = em;
  }

  /** The one sent last first. */
  public List<DeliveryRow> of(UUID document) {
    return em.createQuery(
            "SELECT d FROM DeliveryRow d WHERE d.document = :document"
                + " ORDER BY d.sentOn DESC, d.writtenAt DESC, d.id",
            DeliveryRow.class)
        .setParameter("document", document)
        .getResultList();
  }

  /** What went to one of these, the oldest first. */
  public List<DeliveryRow> to(Set<UUID> people) {
    return em.createQuery(
            "SELECT d FROM DeliveryRow d WHERE d.toPerson IN :people ORDER BY d.sentOn, d.id",
            DeliveryRow.class)
        .setParameter("people", people)
        .getResultList();
  }

  /** Where documents about one of these went, the oldest first. */
  public List<DeliveryRow> about(Set<UUID> people) {
    return em.createQuery(
            "SELECT d FROM DeliveryRow d WHERE d.document IN (SELECT x.id FROM Document x"
                + " WHERE x.person IN :people) ORDER BY d.sentOn, d.id",
            DeliveryRow.class)
        .setParameter("people", people)
        .getResultList();
  }

  public long countTo(Set<UUID> people) {
    return em.createQuery(
            "SELECT COUNT(d.id) FROM DeliveryRow d WHERE d.toPerson IN :people", Long.class)
        .setParameter("people", people)
        .getSingleResult();
  }

  public void remove(UUID id) {
    em.createQuery("DELETE FROM DeliveryRow d WHERE d.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  public Optional<DeliveryRow> find(UUID id) {
    return Optional.ofNullable(em.find(DeliveryRow.class, id));
  }

  /** Loaded to be changed; whoever else wants to waits. */
  public Optional<DeliveryRow> hold(UUID id) {
    return Optional.ofNullable(em.find(DeliveryRow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
