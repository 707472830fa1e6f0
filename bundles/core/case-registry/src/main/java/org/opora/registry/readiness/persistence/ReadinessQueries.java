package org.opora.registry.readiness.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.shared.persistence.Chunks;

/**
 * What is there in several files at once, a query for each kind. Whoever asks has seen that the
 * viewer may see these files and people; nothing sealed is opened.
 */
public record ReadinessQueries(EntityManager em) {
  /** When the authority consented, by agreement; those without are missing. */
  public Map<UUID, LocalDate> consents(List<UUID> agreements) {
    return days(
        "SELECT a.id, a.consentOn FROM Agreement a WHERE a.id IN :some AND a.consentOn IS NOT NULL",
        agreements);
  }

  /** Aims that last. */
  public List<AgreedAim> aims(List<UUID> files) {
    return Chunks.ask(
        files,
        some ->
            em.createQuery(
                    "SELECT a FROM AgreedAim a WHERE a.file IN :some AND a.endedOn IS NULL",
                    AgreedAim.class)
                .setParameter("some", some)
                .getResultList());
  }

  /** When an aim of a file was last looked at. */
  public Map<UUID, LocalDate> evaluations(List<UUID> files) {
    return days(
        "SELECT r.file, MAX(r.day) FROM AimReview r WHERE r.file IN :some GROUP BY r.file", files);
  }

  /** Plans for this day. */
  public List<Plan> plans(List<UUID> files, LocalDate day) {
    return Chunks.ask(
        files,
        some ->
            em.createQuery(
                    "SELECT p FROM Plan p WHERE p.file IN :some AND p.first <= :day"
                        + " AND p.last >= :day",
                    Plan.class)
                .setParameter("some", some)
                .setParameter("day", day)
                .getResultList());
  }

  /** Since when the newest decision of a court about a child is in force, by the child's key. */
  public Map<UUID, LocalDate> decisions(List<UUID> children, LocalDate day) {
    Map<UUID, LocalDate> newest = new HashMap<>();
    Chunks.ask(
            children,
            some ->
                em.createQuery(
                        "SELECT d.child, MAX(d.forceOn) FROM CourtDecision d WHERE d.child IN :some"
                            + " AND d.forceOn <= :day AND d.withdrawal.on IS NULL GROUP BY d.child",
                        Object[].class)
                    .setParameter("some", some)
                    .setParameter("day", day)
                    .getResultList())
        .forEach(row -> newest.put((UUID) row[0], (LocalDate) row[1]));
    return newest;
  }

  /**
   * Something that was done with a file.
   *
   * @param out whether it was lent and has not come back
   */
  public record Look(UUID file, Deed deed, LocalDate on, boolean out) {}

  /** Looks into these files, copies, loans and refusals, without what was struck out. */
  public List<Look> looks(List<UUID> files) {
    return Chunks.ask(
        files,
        some ->
            em
                .createQuery(
                    "SELECT i.file, i.deed, i.heldOn, i.lentOut FROM Inspection i"
                        + " WHERE i.file IN :some AND i.voidOn IS NULL",
                    Object[].class)
                .setParameter("some", some)
                .getResultList()
                .stream()
                .map(
                    row ->
                        new Look(
                            (UUID) row[0], (Deed) row[1], (LocalDate) row[2], (Boolean) row[3]))
                .toList());
  }

  private Map<UUID, LocalDate> days(String query, List<UUID> keys) {
    Map<UUID, LocalDate> days = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery(query, Object[].class).setParameter("some", some).getResultList())
        .forEach(row -> days.put((UUID) row[0], (LocalDate) row[1]));
    return days;
  }
}
