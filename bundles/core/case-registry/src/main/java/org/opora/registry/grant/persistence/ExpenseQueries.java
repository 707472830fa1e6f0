package org.opora.registry.grant.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.domain.ExpenseWriter;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.UnderFiles;

/** Reads of expenses. */
public final class ExpenseQueries {
  private final EntityManager em;

  public ExpenseQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * The newest first, in the files the viewer leads or may see as one who sees all.
   *
   * @param walled people behind a wall: what is for them is left out
   */
  public Page<Expense> page(Scope scope, Wanted wanted, Set<UUID> walled, String after, int limit) {
    Page<UUID> keys = under(scope).page(which(scope, wanted, walled), after, limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  /** How many expenses all pages of a list have. */
  public long count(Scope scope, Wanted wanted, Set<UUID> walled) {
    return under(scope).count(which(scope, wanted, walled));
  }

  private UnderFiles under(Scope scope) {
    return new UnderFiles(
        new NewestFirst(em, "CASE_REGISTRY.GRANT_EXPENSE", "COST_ON"), scope, List.of());
  }

  private static Clause which(Scope scope, Wanted wanted, Set<UUID> walled) {
    Clause which = Clause.of("1 = 1");
    if (!wanted.states().isEmpty()) {
      which = which.and(Clause.among("t.STATE", wanted.states().stream().map(Enum::name).toList()));
    }
    if (wanted.right() != null) {
      which =
          wanted.right().equals(Wanted.ANY)
              ? which.then(" AND t.ENTITLEMENT IS NOT NULL")
              : which.then(" AND t.ENTITLEMENT = ?", wanted.right());
    }
    if (wanted.year() != null) {
      which =
          which.then(
              " AND t.COST_ON >= ? AND t.COST_ON <= ?",
              LocalDate.of(wanted.year(), 1, 1),
              LocalDate.of(wanted.year(), 12, 31));
    }
    if (wanted.file() != null) {
      which = which.then(" AND t.FILE = ?", wanted.file().value());
    }
    if (!walled.isEmpty()) {
      which =
          which
              .then(" AND (t.CHILD IS NULL OR ")
              .then(Clause.in("t.CHILD", List.copyOf(walled)).not())
              .then(")");
    }
    return leading(scope, which);
  }

  /**
   * Costs are for those who lead a family: the alias {@code r} says how the viewer stands to it.
   */
  static Clause leading(Scope scope, Clause which) {
    return scope.reach() == Reach.OWN
        ? which.and(
            Clause.among(
                "r.KIND", RelationKind.leading().stream().map(Enum::name).sorted().toList()))
        : which;
  }

  private List<Expense> rows(List<UUID> keys) {
    Map<UUID, Expense> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery("SELECT t FROM Expense t WHERE t.id IN :keys", Expense.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** The expense of a module's record. */
  public Optional<Expense> of(String origin, UUID source) {
    return em.createQuery(
            "SELECT t FROM Expense t WHERE t.origin = :origin AND t.source = :source",
            Expense.class)
        .setParameter("origin", origin)
        .setParameter("source", source)
        .getResultStream()
        .findFirst();
  }

  /**
   * What stands under an agreement and a cap in a year: proposed, approved or paid.
   *
   * @param but an expense that is left out
   */
  public List<Expense> standing(UUID agreement, String cap, int year, UUID but) {
    return em.createQuery(
            "SELECT t FROM Expense t WHERE t.agreement = :agreement AND t.cap = :cap"
                + " AND t.state IN :states AND t.costOn BETWEEN :first AND :last AND t.id <> :but",
            Expense.class)
        .setParameter("agreement", agreement)
        .setParameter("cap", cap)
        .setParameter(
            "states", List.of(ExpenseState.PROPOSED, ExpenseState.APPROVED, ExpenseState.PAID))
        .setParameter("first", LocalDate.of(year, 1, 1))
        .setParameter("last", LocalDate.of(year, 12, 31))
        .setParameter("but", but)
        .getResultList();
  }

  /** Who ever wrote what each of these expenses asks for. */
  public Map<UUID, Set<StaffId>> writers(Collection<UUID> expenses) {
    return Chunks.ask(
            List.copyOf(expenses),
            some ->
                em.createQuery(
                        "SELECT w FROM ExpenseWriter w WHERE w.expense IN :some",
                        ExpenseWriter.class)
                    .setParameter("some", some)
                    .getResultList())
        .stream()
        .collect(
            Collectors.groupingBy(
                ExpenseWriter::expense,
                Collectors.mapping(ExpenseWriter::writer, Collectors.toSet())));
  }

  /** What is approved and what is paid under each agreement for a year, in haléře. */
  public Map<UUID, Map<ExpenseState, Long>> sums(Collection<UUID> agreements, int year) {
    Map<UUID, Map<ExpenseState, Long>> sums = new HashMap<>();
    Chunks.ask(
            List.copyOf(agreements),
            some ->
                em.createQuery(
                        "SELECT t.agreement, t.state, SUM(t.amount) FROM Expense t"
                            + " WHERE t.agreement IN :some AND t.costOn BETWEEN :first AND :last"
                            + " GROUP BY t.agreement, t.state",
                        Object[].class)
                    .setParameter("some", some)
                    .setParameter("first", LocalDate.of(year, 1, 1))
                    .setParameter("last", LocalDate.of(year, 12, 31))
                    .getResultList())
        .forEach(
            row ->
                sums.computeIfAbsent((UUID) row[0], key -> new EnumMap<>(ExpenseState.class))
                    .put((ExpenseState) row[1], ((Number) row[2]).longValue()));
    return sums;
  }

  /**
   * What is approved or paid by each right in a year, over all agreements, in haléře.
   *
   * @param but an expense that is left out
   * @param without files that are left out
   */
  public Map<String, Long> byRight(int year, UUID but, Collection<UUID> without) {
    Map<String, Long> sums = new HashMap<>();
    byRight("1 = 1", year, but, null).forEach((right, sum) -> sums.merge(right, sum, Long::sum));
    Chunks.ask(
            List.copyOf(without),
            some -> List.of(byRight("t.file IN :some", year, but, Set.copyOf(some))))
        .forEach(closed -> closed.forEach((right, sum) -> sums.merge(right, -sum, Long::sum)));
    return sums;
  }

  /**
   * How many expenses that count there are, by right.
   *
   * @param without files that are left out
   */
  public Map<String, Long> numbers(int year, Collection<UUID> without) {
    Map<String, Long> numbers = new HashMap<>();
    em.createQuery(
            "SELECT t.entitlement, t.file, COUNT(t.id) FROM Expense t WHERE t.entitlement IS NOT NULL"
                + " AND t.state IN :states AND t.costOn BETWEEN :first AND :last"
                + " GROUP BY t.entitlement, t.file",
            Object[].class)
        .setParameter("states", Wanted.COUNTED)
        .setParameter("first", LocalDate.of(year, 1, 1))
        .setParameter("last", LocalDate.of(year, 12, 31))
        .getResultStream()
        .filter(row -> !without.contains((UUID) row[1]))
        .forEach(row -> numbers.merge((String) row[0], ((Number) row[2]).longValue(), Long::sum));
    return numbers;
  }

  /** What came for agreements for the year, in haléře, without those of these files. */
  public long received(int year, Collection<UUID> without) {
    return em.createQuery(
            "SELECT r.file, SUM(r.amount) FROM Receipt r WHERE r.grantYear = :year"
                + " AND r.struckOn IS NULL GROUP BY r.file",
            Object[].class)
        .setParameter("year", year)
        .getResultStream()
        .filter(row -> !without.contains((UUID) row[0]))
        .mapToLong(row -> ((Number) row[1]).longValue())
        .sum();
  }

  private Map<String, Long> byRight(String which, int year, UUID but, Set<UUID> files) {
    TypedQuery<Object[]> query =
        em.createQuery(
                "SELECT t.entitlement, SUM(t.amount) FROM Expense t WHERE "
                    + which
                    + " AND t.entitlement IS NOT NULL AND t.state IN :states"
                    + " AND t.costOn BETWEEN :first AND :last AND t.id <> :but"
                    + " GROUP BY t.entitlement",
                Object[].class)
            .setParameter("states", Wanted.COUNTED)
            .setParameter("first", LocalDate.of(year, 1, 1))
            .setParameter("last", LocalDate.of(year, 12, 31))
            .setParameter("but", but);
    return (files == null ? query : query.setParameter("some", files))
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }

  /**
   * Expenses for the whole family, and refunds, in files in which one of these people cares; the
   * oldest first.
   *
   * @param alone only of files in which nobody else who cares is known by name
   */
  public List<Expense> ofCarers(List<UUID> people, boolean alone) {
    String others =
        " AND NOT EXISTS (SELECT o.id FROM FileCarer o, Person p WHERE p.id = o.person"
            + " AND o.file = t.file AND o.person NOT IN :people"
            + " AND (p.familyN <> '' OR p.givenN <> ''))";
    return em.createQuery(
            "SELECT t FROM Expense t WHERE (t.child IS NULL OR t.route = :refund)"
                + " AND t.file IN (SELECT c.file FROM FileCarer c WHERE c.person IN :people)"
                + (alone ? others : "")
                + " ORDER BY t.costOn, t.id",
            Expense.class)
        .setParameter("refund", PaymentRoute.REFUND)
        .setParameter("people", people)
        .getResultList();
  }

  /** Days of the cost and sums of what was spent for these people, the oldest first. */
  public List<Expense> ofPeople(List<UUID> people) {
    return new ArrayList<>(
        em.createQuery(
                "SELECT t FROM Expense t WHERE t.child IN :people ORDER BY t.costOn, t.id",
                Expense.class)
            .setParameter("people", people)
            .getResultList());
  }
}
