package org.opora.registry.standards.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.Sql;
import org.opora.registry.standards.domain.AssessedCriterion;
import org.opora.registry.standards.domain.AssessmentProof;
import org.opora.registry.standards.domain.AssessmentRound;
import org.opora.registry.standards.domain.Improvement;
import org.opora.registry.standards.domain.StandardCriterion;

/** Reads of rounds, their criteria and what follows from them. */
public final class RoundQueries {
  private static final Clause ROUNDS =
      Clause.of(
          "SELECT t.ID, t.BEGUN_ON FROM CASE_REGISTRY.ASSESSMENT_ROUND t WHERE t.ID IS NOT NULL");
  private final EntityManager em;

  public RoundQueries(EntityManager em) {
    this.em = em;
  }

  /** The newest first. */
  public Page<AssessmentRound> page(String after, int limit) {
    Page<UUID> keys =
        new NewestFirst(em, "CASE_REGISTRY.ASSESSMENT_ROUND", "BEGUN_ON")
            .page(List.of(ROUNDS), after, limit);
    return new Page<>(
        ordered(
            keys.items(),
            Chunks.ask(
                keys.items(),
                some ->
                    em.createQuery(
                            "SELECT r FROM AssessmentRound r WHERE r.id IN :keys",
                            AssessmentRound.class)
                        .setParameter("keys", some)
                        .getResultList()),
            AssessmentRound::id),
        keys.next());
  }

  private static <T> List<T> ordered(List<UUID> keys, List<T> rows, Function<T, UUID> key) {
    Map<UUID, T> known = new HashMap<>();
    rows.forEach(row -> known.put(key.apply(row), row));
    return keys.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  public boolean anyOpen() {
    return !em.createQuery("SELECT r.id FROM AssessmentRound r WHERE r.closed = FALSE", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The round that was closed last, at the latest on this day. */
  public Optional<UUID> lastClosed(LocalDate day) {
    return em.createQuery(
            "SELECT r.id FROM AssessmentRound r WHERE r.closed = TRUE AND r.closedOn <= :day"
                + " ORDER BY r.closedOn DESC, r.begunOn DESC, r.id DESC",
            UUID.class)
        .setParameter("day", day)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public Map<UUID, Tally> tallies(List<UUID> rounds) {
    return Chunks.ask(
            rounds,
            some ->
                em.createQuery(
                        "SELECT NEW org.opora.registry.standards.persistence.Tally(c.round,"
                            + " COUNT(c.id), COUNT(c.mark), SUM(c.mark), COUNT(c.letter)) FROM AssessedCriterion c"
                            + " WHERE c.asked = TRUE AND c.round IN :rounds GROUP BY c.round",
                        Tally.class)
                    .setParameter("rounds", some)
                    .getResultList())
        .stream()
        .collect(Collectors.toMap(Tally::round, tally -> tally));
  }

  /** In their order. */
  public List<AssessedCriterion> criteria(UUID round) {
    return em.createQuery(
            "SELECT c FROM AssessedCriterion c WHERE c.round = :round ORDER BY c.place, c.code",
            AssessedCriterion.class)
        .setParameter("round", round)
        .getResultList();
  }

  public Optional<AssessedCriterion> criterion(UUID round, String code) {
    return em.createQuery(
            "SELECT c FROM AssessedCriterion c WHERE c.round = :round AND c.code = :code",
            AssessedCriterion.class)
        .setParameter("round", round)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /** Marks by the code of their criterion. */
  public Map<String, Integer> marks(UUID round) {
    Map<String, Integer> marks = new HashMap<>();
    criteria(round).stream()
        .filter(one -> one.mark() != null)
        .forEach(one -> marks.put(one.code(), one.mark()));
    return marks;
  }

  public List<AssessmentProof> proofs(UUID round) {
    return em.createQuery(
            "SELECT p FROM AssessmentProof p WHERE p.round = :round", AssessmentProof.class)
        .setParameter("round", round)
        .getResultList();
  }

  public List<AssessmentProof> proofsOf(UUID criterion) {
    return em.createQuery(
            "SELECT p FROM AssessmentProof p WHERE p.criterion = :criterion", AssessmentProof.class)
        .setParameter("criterion", criterion)
        .getResultList();
  }

  /** By their last day. */
  public List<Improvement> measures(UUID round) {
    return em.createQuery(
            "SELECT m FROM Improvement m WHERE m.round = :round ORDER BY m.due, m.id",
            Improvement.class)
        .setParameter("round", round)
        .getResultList();
  }

  /**
   * Measures of all rounds by their last day.
   *
   * @param open whether those that are not done, or those that are
   */
  public Page<Improvement> plan(boolean open, String after, int limit) {
    UUID last = Cursors.key(after);
    List<LocalDate> stood =
        last == null
            ? List.of()
            : Sql.query(
                em,
                Clause.of("SELECT t.DUE FROM CASE_REGISTRY.IMPROVEMENT t WHERE t.ID = ?", last),
                row -> Sql.day(row, 1));
    Clause asked =
        Clause.of(
            "SELECT t.ID FROM CASE_REGISTRY.IMPROVEMENT t WHERE t.STILL_OPEN = "
                + (open ? "TRUE" : "FALSE"));
    if (!stood.isEmpty()) {
      LocalDate on = stood.get(0);
      asked = asked.then(" AND (t.DUE > ? OR (t.DUE = ? AND t.ID > ?))", on, on, last);
    }
    Page<UUID> keys =
        Cursors.page(
            Sql.query(
                em,
                asked.then(" ORDER BY t.DUE, t.ID FETCH FIRST ? ROWS ONLY", limit + 1),
                row -> Sql.key(row, 1)),
            limit,
            key -> key);
    return new Page<>(
        ordered(
            keys.items(),
            Chunks.ask(
                keys.items(),
                some ->
                    em.createQuery(
                            "SELECT m FROM Improvement m WHERE m.id IN :keys", Improvement.class)
                        .setParameter("keys", some)
                        .getResultList()),
            Improvement::id),
        keys.next());
  }

  public List<AssessmentRound> rounds(List<UUID> rounds) {
    return Chunks.ask(
        rounds,
        some ->
            em.createQuery(
                    "SELECT r FROM AssessmentRound r WHERE r.id IN :keys", AssessmentRound.class)
                .setParameter("keys", some)
                .getResultList());
  }

  public List<AssessedCriterion> assessed(List<UUID> criteria) {
    return Chunks.ask(
        criteria,
        some ->
            em.createQuery(
                    "SELECT c FROM AssessedCriterion c WHERE c.id IN :keys",
                    AssessedCriterion.class)
                .setParameter("keys", some)
                .getResultList());
  }

  /** The whole list of the centre, also what holds no more. */
  public List<StandardCriterion> own() {
    return em.createQuery(
            "SELECT c FROM StandardCriterion c ORDER BY c.letter, c.since, c.id",
            StandardCriterion.class)
        .getResultList();
  }
}
