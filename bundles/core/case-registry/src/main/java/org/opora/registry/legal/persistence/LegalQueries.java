package org.opora.registry.legal.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

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
                    "SELECT DISTINCT r FROM Representative r WHERE r.child IN :keys ORDER BY"
                        + " r.since, r.id",
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
                    "SELECT d FROM CourtDecision d WHERE d.child IN :keys ORDER BY d.decidedOn"
                        + " DESC, d.id DESC",
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

  /**
   * A stay of a child in a family on a day.
   *
   * @param carer one of the carers of the family on the day; null when it has none
   */
  public record Stay(UUID child, UUID carer) {}

  /** In which foster families the children live on that day: one row for every carer. */
  public List<Stay> stays(List<UUID> children, LocalDate day) {
    return Chunks.ask(
        children,
        keys ->
            Sql.query(
                em,
                Clause.of(
                        "SELECT p.CHILD, c.PERSON FROM CASE_REGISTRY.PLACEMENT p"
                            + " LEFT JOIN CASE_REGISTRY.FILE_CARER c ON c.FILE = p.FILE"
                            + " AND c.SINCE_DAY <= ? AND (c.UNTIL_DAY IS NULL OR c.UNTIL_DAY >= ?)"
                            // What the file was on the day decides, not what it is today.
                            + " WHERE (c.PART_ROLE = 'CARER' OR c.ID IS NULL AND EXISTS (SELECT"
                            + " f.ID FROM CASE_REGISTRY.CASE_FILE f WHERE f.ID = p.FILE AND f.KIND"
                            + " = 'FOSTER_FAMILY')) AND p.SINCE_DAY <= ? AND (p.UNTIL_DAY IS NULL"
                            + " OR p.UNTIL_DAY >= ?) AND ",
                        day,
                        day,
                        day,
                        day)
                    .then(Clause.in("p.CHILD", keys)),
                row -> new Stay(Sql.key(row, 1), Sql.key(row, 2))));
  }

  /** Birth dates written down under these keys. */
  public Map<UUID, LocalDate> born(List<UUID> children) {
    Map<UUID, LocalDate> born = new HashMap<>();
    Chunks.ask(
            children,
            keys ->
                em.createQuery(
                        "SELECT p.id, p.birthDate FROM Person p WHERE p.id IN :keys AND p.birthDate"
                            + " IS NOT NULL",
                        Object[].class)
                    .setParameter("keys", keys)
                    .getResultList())
        .forEach(row -> born.put((UUID) row[0], (LocalDate) row[1]));
    return born;
  }
}
