package org.opora.registry.staff.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.ids.StaffId;

/**
 * What members of staff spent, whichever bundle wrote it down. Lines of a file or about a child
 * behind a wall are left out, where there are walls to be asked for.
 */
public final class TimeQueries {
  private static final String SPENT = " FROM SpentTime t WHERE ";

  /** A wall at the child's sub-file closes what a wall at the child does. */
  private static final String SUB_FILE =
      " AND NOT EXISTS (SELECT subWall.id FROM ChildFile subFile"
          + " JOIN Wall subWall ON subWall.subject = subFile.id WHERE subFile.child = t.child"
          + " AND subWall.staff = :scopeStaff AND subWall.liftedOn IS NULL"
          + " AND (subWall.until IS NULL OR subWall.until >= :scopeToday))";

  private final EntityManager em;
  private final Scope walls;

  /**
   * @param walls null for one's own sheet, which stays whole
   */
  public TimeQueries(EntityManager em, Scope walls) {
    this.em = em;
    this.walls = walls;
  }

  /** What somebody spent in a month, by day. */
  public List<TimeRow> rows(StaffId who, YearMonth month) {
    return of(
            TimeRow.class,
            "SELECT NEW org.opora.registry.staff.persistence.TimeRow(t.file, t.day, t.minutes,"
                + " t.travelMinutes, t.kilometres, t.source.origin, t.title.cs, t.title.pl,"
                + " t.title.en, t.href)",
            "t.staff = :staff AND t.day BETWEEN :first AND :last",
            " ORDER BY t.day, t.source.record, t.id")
        .setParameter("staff", who.value())
        .setParameter("first", month.atDay(1))
        .setParameter("last", month.atEndOfMonth())
        .getResultList();
  }

  /** What everybody spent in a month, by what it was spent on. */
  public List<SumRow> sums(YearMonth month) {
    return of(
            SumRow.class,
            "SELECT NEW org.opora.registry.staff.persistence.SumRow(t.staff, t.source.origin,"
                + " t.source.kind, COUNT(t.id), COUNT(t.minutes), SUM(t.minutes),"
                + " SUM(t.travelMinutes), SUM(t.kilometres))",
            "t.day BETWEEN :first AND :last",
            " GROUP BY t.staff, t.source.origin, t.source.kind")
        .setParameter("first", month.atDay(1))
        .setParameter("last", month.atEndOfMonth())
        .getResultList();
  }

  /**
   * Whether anything was spent before a day.
   *
   * @param who null for everybody
   */
  public boolean anyBefore(StaffId who, LocalDate day) {
    TypedQuery<UUID> query =
        of(
            UUID.class,
            "SELECT t.id",
            (who == null ? "" : "t.staff = :staff AND ") + "t.day < :day",
            "");
    if (who != null) {
      query.setParameter("staff", who.value());
    }
    return !query.setParameter("day", day).setMaxResults(1).getResultList().isEmpty();
  }

  private <T> TypedQuery<T> of(Class<T> type, String what, String which, String order) {
    String open = walls == null ? "" : " AND " + open("file") + " AND " + open("child") + SUB_FILE;
    TypedQuery<T> query = em.createQuery(what + SPENT + which + open + order, type);
    return walls == null ? query : walls.bind(query);
  }

  /** The same condition for each of the two subjects, under names of its own. */
  private String open(String subject) {
    return walls.where("t", subject).replace("scopeWall", subject + "Wall");
  }
}
