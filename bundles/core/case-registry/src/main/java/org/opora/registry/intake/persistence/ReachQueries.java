package org.opora.registry.intake.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.opora.api.paging.Page;
import org.opora.registry.intake.domain.ReachEntry;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.shared.persistence.Cursors;

/** Lists and sums of outreach and of prevention. */
public final class ReachQueries {
  private final EntityManager em;

  public ReachQueries(EntityManager em) {
    this.em = em;
  }

  /** Those of a year, the newest first. */
  public Page<ReachEntry> page(ReachKind kind, int year, String after, int limit) {
    UUID last = Cursors.key(after);
    ReachEntry before = last == null ? null : em.find(ReachEntry.class, last);
    String beyond =
        before == null ? "" : " AND (e.heldOn < :day OR (e.heldOn = :day AND e.id < :id))";
    var query =
        em.createQuery(
                "SELECT e FROM ReachEntry e WHERE e.kind = :kind AND e.heldOn BETWEEN :first AND"
                    + " :last"
                    + beyond
                    + " ORDER BY e.heldOn DESC, e.id DESC",
                ReachEntry.class)
            .setParameter("kind", kind)
            .setParameter("first", LocalDate.of(year, 1, 1))
            .setParameter("last", LocalDate.of(year, 12, 31))
            .setMaxResults(limit + 1);
    if (before != null) {
      query.setParameter("day", before.heldOn()).setParameter("id", before.id());
    }
    return Cursors.page(query.getResultList(), limit, ReachEntry::id);
  }

  /** The year of the first entry; empty when there is none. */
  public OptionalInt firstYear(ReachKind kind) {
    LocalDate first =
        em.createQuery(
                "SELECT MIN(e.heldOn) FROM ReachEntry e WHERE e.kind = :kind", LocalDate.class)
            .setParameter("kind", kind)
            .getSingleResult();
    return first == null ? OptionalInt.empty() : OptionalInt.of(first.getYear());
  }

  /** Sums of the months of a year in which there was something, in their order. */
  public List<MonthSum> months(ReachKind kind, int year) {
    SortedMap<Integer, MonthSum> months = new TreeMap<>();
    // By day, at most as many rows as a year has: not every database names a month alike.
    em.createQuery(
            "SELECT e.heldOn, COUNT(e.id), SUM(e.children), SUM(e.youth), SUM(e.adults),"
                + " SUM(e.minutes) FROM ReachEntry e WHERE e.kind = :kind AND e.heldOn BETWEEN"
                + " :first AND :last GROUP BY e.heldOn",
            Object[].class)
        .setParameter("kind", kind)
        .setParameter("first", LocalDate.of(year, 1, 1))
        .setParameter("last", LocalDate.of(year, 12, 31))
        .getResultList()
        .forEach(
            row -> {
              MonthSum day =
                  new MonthSum(
                      ((LocalDate) row[0]).getMonthValue(),
                      number(row[1]),
                      new ReachEntry.People(number(row[2]), number(row[3]), number(row[4])),
                      number(row[5]));
              months.merge(day.month(), day, MonthSum::and);
            });
    return List.copyOf(months.values());
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }

  /**
   * @param month from 1
   * @param minutes spent
   */
  public record MonthSum(int month, int entries, ReachEntry.People people, int minutes) {
    MonthSum and(MonthSum more) {
      return new MonthSum(
          month, entries + more.entries, people.and(more.people), minutes + more.minutes);
    }
  }
}
