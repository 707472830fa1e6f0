package org.opora.calendar.views.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;

/**
 * Reads for the pages of the calendar. How many there are follows from the permissions that
 * appointments ask for, never from how many appointments there are.
 */
public final class ViewQueries {
  private static final String ROW =
      "NEW org.opora.calendar.views.persistence.EntryRow(a.id, a.version, a.origin, a.kind,"
          + " a.source, a.subject, a.caseFile, a.permission, a.titleCs, a.titlePl,"
          + " a.titleEn, a.href, a.start, a.end, a.room, a.travelMinutes)";
  private static final String ATTENDING =
      "NEW org.opora.calendar.views.persistence.AttendingRow(t.appointment, t.kind, t.who,"
          + " t.hereFrom, t.hereUntil, t.cameAt, t.wentAt)";

  /** Whoever may not know one of those who come may not know what it is. */
  private static final String NOBODY_BEHIND_A_WALL =
      " AND NOT EXISTS (SELECT walled.id FROM AttendeeRow walled, Wall whoWall"
          + " WHERE walled.appointment = a.id AND walled.releasedAt IS NULL"
          + " AND whoWall.staff = :scopeStaff"
          + " AND whoWall.liftedOn IS NULL"
          + " AND (whoWall.until IS NULL OR whoWall.until >= :scopeToday)"
          + " AND (whoWall.subject = walled.who OR whoWall.subject IN"
          + " (SELECT whoKey.other FROM SameKey whoKey WHERE whoKey.person = walled.who)))";

  /** Whoever may not know one of those whom it is about besides may not, either. */
  private static final String NO_WALL_BESIDES =
      " AND NOT EXISTS (SELECT beside.id FROM AppointmentAbout beside, Wall besideWall"
          + " WHERE beside.appointment = a.id AND besideWall.staff = :scopeStaff"
          + " AND besideWall.liftedOn IS NULL"
          + " AND (besideWall.until IS NULL OR besideWall.until >= :scopeToday)"
          + " AND (besideWall.subject = beside.subject OR besideWall.subject = beside.caseFile"
          + " OR besideWall.subject IN (SELECT besideKey.other FROM SameKey besideKey"
          + " WHERE besideKey.person = beside.subject)))";

  private final EntityManager em;

  public ViewQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * In the order of time. What was cancelled does not take place and is on no page; of the keys
   * below that are not among these rows nobody is shown anything.
   */
  public List<EntryRow> rows(Extent extent, int most) {
    return bound(
            em.createQuery(
                    "SELECT "
                        + ROW
                        + " FROM Appointment a"
                        + extent.join()
                        + " WHERE a.cancelled = :no AND "
                        + extent.where()
                        + " ORDER BY a.start, a.id",
                    EntryRow.class)
                .setParameter("no", false),
            extent)
        .setMaxResults(most)
        .getResultList();
  }

  public List<AttendingRow> attending(Extent extent) {
    return bound(
            em.createQuery(
                "SELECT "
                    + ATTENDING
                    + " FROM AttendeeRow t JOIN Appointment a ON a.id = t.appointment"
                    + extent.join()
                    + " WHERE t.releasedAt IS NULL AND "
                    + extent.where()
                    + " ORDER BY t.id",
                AttendingRow.class),
            extent)
        .getResultList();
  }

  /** When an appointment begins; null when there is none. */
  public Instant start(UUID appointment) {
    return em.createQuery("SELECT a.start FROM Appointment a WHERE a.id = :id", Instant.class)
        .setParameter("id", appointment)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** By whom in the scope those are reached that ask for one of these permissions. */
  public List<Reached> open(Extent extent, Scope scope, Collection<String> permissions) {
    List<Reached> reached =
        new ArrayList<>(
            reached(
                extent,
                scope,
                "a.subjectKind, a.subject, a.caseFile",
                scope.from("Appointment", "a", "subject"),
                scope.where("a", "subject") + " AND a.subject IS NOT NULL",
                permissions));
    reached.addAll(
        reached(
            extent,
            scope,
            "b.subjectKind, b.subject, b.caseFile",
            scope.from("AppointmentAbout", "b", "subject")
                + " JOIN Appointment a ON a.id = b.appointment",
            scope.where("b", "subject") + " AND " + noWall(scope, "subject"),
            permissions));
    return reached;
  }

  private List<Reached> reached(
      Extent extent,
      Scope scope,
      String whom,
      String from,
      String where,
      Collection<String> permissions) {
    return scope.empty()
        ? List.of()
        : asked(
            extent,
            scope,
            permissions,
            em.createQuery(
                "SELECT DISTINCT NEW org.opora.calendar.views.persistence.Reached(a.id, "
                    + whom
                    + ") FROM "
                    + from
                    + extent.join()
                    + " WHERE "
                    + where
                    + open(extent, scope),
                Reached.class));
  }

  /**
   * Those about nobody, that ask for one of these permissions: only walls are asked for.
   *
   * @param everything a scope that reaches all
   */
  public List<UUID> openOfNobody(Extent extent, Scope everything, Collection<String> permissions) {
    return asked(
        extent,
        everything,
        permissions,
        em.createQuery(
            "SELECT DISTINCT a.id FROM "
                + everything.from("Appointment", "a", "subject")
                + extent.join()
                + " WHERE "
                + everything.where("a", "subject")
                + " AND a.subject IS NULL"
                + open(extent, everything),
            UUID.class));
  }

  /** What has to hold whoever it is about. */
  private static String open(Extent extent, Scope scope) {
    return " AND "
        + noWall(scope, "caseFile")
        + NO_WALL_BESIDES
        + NOBODY_BEHIND_A_WALL
        + " AND a.permission IN :permissions AND "
        + extent.where();
  }

  private static <T> List<T> asked(
      Extent extent, Scope scope, Collection<String> permissions, TypedQuery<T> query) {
    return bound(scope.bind(query), extent)
        .setParameter("permissions", List.copyOf(permissions))
        .getResultList();
  }

  /** No wall at what this field of the appointment names. */
  private static String noWall(Scope scope, String field) {
    return new Scope(Reach.ALL, scope.staff(), scope.today())
        .where("a", field)
        .replace("scopeWall", field + "Wall");
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, Extent extent) {
    extent.values().forEach(query::setParameter);
    return query;
  }
}
