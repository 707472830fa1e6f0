package org.opora.registry.grant.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.registry.disability.domain.Disability;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.grant.domain.Receipt;
import org.opora.registry.grant.domain.Settlement;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.UnderFiles;

/** Reads of agreements and of what decides how much belongs to them. */
public final class AgreementQueries {
  private final EntityManager em;

  public AgreementQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Agreements in force on some day of the year, or for which money came that year, in the files
   * the viewer leads or may see as one who sees all; the newest first.
   *
   * @param file null for all
   * @param ended only those whose last day lies in the year
   * @param walled people behind a wall: an agreement of a family with one of them is left out
   */
  public Page<Agreement> page(
      Scope scope,
      int year,
      CaseFileId file,
      boolean ended,
      Set<UUID> walled,
      String after,
      int limit) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    Clause which =
        Clause.of(
            "t.CONCLUDED_ON <= ? AND (t.ENDED_ON IS NULL"
                + " OR (t.ENDED_ON >= ? AND t.ENDED_ON >= t.CONCLUDED_ON)"
                + " OR EXISTS (SELECT c.ID FROM CASE_REGISTRY.GRANT_RECEIPT c"
                + " WHERE c.AGREEMENT = t.ID AND c.GRANT_YEAR = ? AND c.STRUCK_ON IS NULL))",
            last,
            first,
            year);
    if (ended) {
      which = which.then(" AND t.ENDED_ON <= ?", last);
    }
    if (file != null) {
      which = which.then(" AND t.FILE = ?", file.value());
    }
    if (!walled.isEmpty()) {
      List<UUID> keys = List.copyOf(walled);
      which =
          which
              .then(
                  " AND NOT EXISTS (SELECT w.ID FROM CASE_REGISTRY.PLACEMENT w"
                      + " WHERE w.FILE = t.FILE AND ")
              .then(Clause.in("w.CHILD", keys))
              .then(
                  ") AND NOT EXISTS (SELECT w.ID FROM CASE_REGISTRY.GRANT_EXPENSE w"
                      + " WHERE w.FILE = t.FILE AND ")
              .then(Clause.in("w.CHILD", keys))
              .then(")");
    }
    which = ExpenseQueries.leading(scope, which);
    Page<UUID> keys =
        new UnderFiles(
                new NewestFirst(em, "CASE_REGISTRY.AGREEMENT", "CONCLUDED_ON"), scope, List.of())
            .page(which, after, limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  private List<Agreement> rows(List<UUID> keys) {
    Map<UUID, Agreement> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery("SELECT a FROM Agreement a WHERE a.id IN :keys", Agreement.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** Agreements of these files in force on some day of the year, whoever asks. */
  public List<Agreement> inYear(Collection<UUID> files, int year) {
    return Chunks.ask(
        List.copyOf(files),
        some ->
            em.createQuery(
                    "SELECT a FROM Agreement a WHERE a.file IN :some AND a.concludedOn <= :last"
                        + " AND (a.endedOn IS NULL"
                        + " OR (a.endedOn >= :first AND a.endedOn >= a.concludedOn))",
                    Agreement.class)
                .setParameter("some", some)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .getResultList());
  }

  /** The agreement of the file in force on the day. */
  public Optional<Agreement> inForce(CaseFileId file, LocalDate day) {
    return em.createQuery(
            "SELECT a FROM Agreement a WHERE a.file = :file AND a.concludedOn <= :day"
                + " AND (a.endedOn IS NULL OR a.endedOn >= :day) ORDER BY a.concludedOn DESC",
            Agreement.class)
        .setParameter("file", file.value())
        .setParameter("day", day)
        .getResultStream()
        .findFirst();
  }

  /** Whether one of these was a child of the family on the day. */
  public boolean placed(CaseFileId file, Collection<UUID> child, LocalDate day) {
    return em.createQuery(
                "SELECT COUNT(p.id) FROM Placement p WHERE p.file = :file AND p.child IN :child"
                    + " AND p.since <= :day AND (p.until IS NULL OR p.until >= :day)",
                Long.class)
            .setParameter("file", file.value())
            .setParameter("child", child)
            .setParameter("day", day)
            .getSingleResult()
        > 0;
  }

  /** Whether one of these was ever a child of the family, or money was spent for it there. */
  public boolean tellsOf(CaseFileId file, List<UUID> people) {
    return Stream.of("Placement", "Expense")
        .anyMatch(
            of ->
                !Chunks.ask(
                        people,
                        some ->
                            em.createQuery(
                                    "SELECT t.id FROM "
                                        + of
                                        + " t WHERE t.file = :file AND t.child IN :some",
                                    UUID.class)
                                .setParameter("file", file.value())
                                .setParameter("some", some)
                                .getResultList())
                    .isEmpty());
  }

  /** Every agreement of these files. */
  public List<Agreement> ofFiles(Collection<UUID> files) {
    return Chunks.ask(
        List.copyOf(files),
        some ->
            em.createQuery("SELECT a FROM Agreement a WHERE a.file IN :some", Agreement.class)
                .setParameter("some", some)
                .getResultList());
  }

  /** Stays of children in these files. */
  public List<Placement> stays(Collection<UUID> files) {
    return Chunks.ask(
        List.copyOf(files),
        some ->
            em.createQuery("SELECT p FROM Placement p WHERE p.file IN :some", Placement.class)
                .setParameter("some", some)
                .getResultList());
  }

  /** Degrees of dependency of these people. */
  public List<Disability> degrees(Collection<UUID> people) {
    return Chunks.ask(
        List.copyOf(people),
        some ->
            em.createQuery(
                    "SELECT d FROM Disability d WHERE d.person IN :some AND d.degree IS NOT NULL",
                    Disability.class)
                .setParameter("some", some)
                .getResultList());
  }

  /** What came for each of these agreements and the year, in haléře. */
  public Map<UUID, Long> received(Collection<UUID> agreements, int year) {
    return receipts(agreements, year).stream()
        .filter(row -> row.struckOn() == null)
        .collect(
            Collectors.groupingBy(
                row -> row.agreement().value(), Collectors.summingLong(Receipt::amount)));
  }

  /** The oldest first, those struck out among them. */
  public List<Receipt> receipts(Collection<UUID> agreements, int year) {
    return Chunks.ask(
        List.copyOf(agreements),
        some ->
            em.createQuery(
                    "SELECT r FROM Receipt r WHERE r.agreement IN :some AND r.grantYear = :year"
                        + " ORDER BY r.receivedOn, r.id",
                    Receipt.class)
                .setParameter("some", some)
                .setParameter("year", year)
                .getResultList());
  }

  /** What was done after the ends of each of these agreements, the earliest end first. */
  public Map<UUID, List<Settlement>> settlements(Collection<UUID> agreements) {
    return Chunks.ask(
            List.copyOf(agreements),
            some ->
                em.createQuery(
                        "SELECT s FROM Settlement s WHERE s.agreement IN :some ORDER BY s.lastDay",
                        Settlement.class)
                    .setParameter("some", some)
                    .getResultList())
        .stream()
        .collect(Collectors.groupingBy(row -> row.agreement().value()));
  }
}
