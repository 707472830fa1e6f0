package org.opora.registry.legal.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.shared.persistence.Chunks;

/** Reads of the legal position of a child; whoever asks has decided already. */
public final class LegalQueries {
  private final EntityManager em;

  public LegalQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * @param child every key of the child that the viewer may see
   */
  public List<Representative> representatives(List<UUID> child) {
    return Chunks.ask(
        child,
        keys ->
            em.createQuery(
                    "SELECT DISTINCT r FROM Representative r WHERE r.child IN :keys ORDER BY r.since, r.id",
                    Representative.class)
                .setParameter("keys", keys)
                .getResultList());
  }

  /** Decisions, the newest first. */
  public List<CourtDecision> decisions(List<UUID> child) {
    return Chunks.ask(
        child,
        keys ->
            em.createQuery(
                    "SELECT d FROM CourtDecision d WHERE d.child IN :keys ORDER BY d.decidedOn DESC, d.id DESC",
                    CourtDecision.class)
                .setParameter("keys", keys)
                .getResultList());
  }

  /** To whom these decisions entrust a child. */
  public List<Entrusted> entrusted(List<UUID> decisions) {
    return Chunks.ask(
        decisions,
        keys ->
            em.createQuery(
                    "SELECT e FROM Entrusted e WHERE e.decision IN :keys ORDER BY e.id",
                    Entrusted.class)
                .setParameter("keys", keys)
                .getResultList());
  }

  /** Whether the child lives in a family on that day. */
  public boolean placed(List<UUID> child, LocalDate day) {
    return !Chunks.ask(
            child,
            keys ->
                em.createQuery(
                        "SELECT p.id FROM Placement p WHERE p.child IN :keys AND p.since <= :day"
                            + " AND (p.until IS NULL OR p.until >= :day)",
                        UUID.class)
                    .setParameter("keys", keys)
                    .setParameter("day", day)
                    .getResultList())
        .isEmpty();
  }

  /** Birth dates written down under these keys, without repetition. */
  public List<LocalDate> born(List<UUID> child) {
    return Chunks.ask(
            child,
            keys ->
                em.createQuery(
                        "SELECT DISTINCT p.birthDate FROM Person p WHERE p.id IN :keys AND p.birthDate IS NOT NULL",
                        LocalDate.class)
                    .setParameter("keys", keys)
                    .getResultList())
        .stream()
        .distinct()
        .toList();
  }
}
