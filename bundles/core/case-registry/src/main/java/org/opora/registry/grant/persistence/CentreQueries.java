package org.opora.registry.grant.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.files.CareKind;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Reads over all agreements of a year, whoever asks: they give counts and keys of files. */
public final class CentreQueries {
  private final EntityManager em;

  public CentreQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Agreements of one kind that are in force on the same days of the year.
   *
   * @param from not before the first day of the year
   * @param until not after the last day of the year
   */
  public record Alike(CareKind kind, LocalDate from, LocalDate until, long count) {}

  /** Every agreement in force on some day of the year, counted. */
  public List<Alike> alike(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    return Sql.query(
        em,
        Clause.of(
            "SELECT g.KIND, g.FIRST_DAY, g.LAST_DAY, COUNT(*) FROM (SELECT t.KIND AS KIND,"
                + " CASE WHEN t.CONCLUDED_ON > ? THEN t.CONCLUDED_ON ELSE CAST(? AS DATE) END"
                + " AS FIRST_DAY,"
                + " CASE WHEN t.ENDED_ON < ? THEN t.ENDED_ON ELSE CAST(? AS DATE) END AS LAST_DAY"
                + " FROM CASE_REGISTRY.AGREEMENT t WHERE t.CONCLUDED_ON <= ?"
                + " AND (t.ENDED_ON IS NULL"
                + " OR (t.ENDED_ON >= ? AND t.ENDED_ON >= t.CONCLUDED_ON))) g"
                + " GROUP BY g.KIND, g.FIRST_DAY, g.LAST_DAY",
            first,
            first,
            last,
            last,
            last,
            first),
        row ->
            new Alike(
                CareKind.valueOf(row.getString(1)),
                Sql.day(row, 2),
                Sql.day(row, 3),
                row.getLong(4)));
  }

  /** Files in which an agreement follows another one that was still in force in the year. */
  public List<UUID> following(int year) {
    return em.createQuery(
            "SELECT DISTINCT a.file FROM Agreement a, Agreement b WHERE b.file = a.file"
                + " AND b.concludedOn < a.concludedOn AND a.concludedOn <= :last"
                + " AND (a.endedOn IS NULL OR a.endedOn >= :first)"
                + " AND (b.endedOn IS NULL OR b.endedOn >= :first)",
            UUID.class)
        .setParameter("first", LocalDate.of(year, 1, 1))
        .setParameter("last", LocalDate.of(year, 12, 31))
        .getResultList();
  }

  /** Files with at least so many stays of children in the year; one child may have several. */
  public List<UUID> withStays(int year, int least) {
    return em.createQuery(
            "SELECT p.file FROM Placement p WHERE p.since <= :last"
                + " AND (p.until IS NULL OR p.until >= :first)"
                + " GROUP BY p.file HAVING COUNT(p.id) >= :least",
            UUID.class)
        .setParameter("first", LocalDate.of(year, 1, 1))
        .setParameter("last", LocalDate.of(year, 12, 31))
        .setParameter("least", (long) least)
        .getResultList();
  }

  /** Who depends on care in one of these degrees on some day of the year. */
  public List<UUID> dependent(int year, Collection<Degree> degrees) {
    return degrees.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT DISTINCT d.person FROM Disability d WHERE d.degree IN :degrees"
                    + " AND d.since <= :last AND (d.until IS NULL OR d.until >= :first)",
                UUID.class)
            .setParameter("degrees", degrees)
            .setParameter("first", LocalDate.of(year, 1, 1))
            .setParameter("last", LocalDate.of(year, 12, 31))
            .getResultList();
  }

  /** Files in which one of these people was ever a child. */
  public Set<UUID> files(List<UUID> people) {
    return files("Placement", people);
  }

  /** Files from which money was asked for one of these people. */
  public Set<UUID> paidFor(List<UUID> people) {
    return files("Expense", people);
  }

  private Set<UUID> files(String of, List<UUID> people) {
    return new HashSet<>(
        Chunks.ask(
            people,
            some ->
                em.createQuery(
                        "SELECT DISTINCT t.file FROM " + of + " t WHERE t.child IN :some",
                        UUID.class)
                    .setParameter("some", some)
                    .getResultList()));
  }
}
