package org.opora.calendar.views.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
          + " a.source, a.subjectKind, a.subject, a.caseFile, a.permission, a.titleCs, a.titlePl,"
          + " a.titleEn, a.href, a.start, a.end, a.room, a.travelMinutes)";
  private static final String ATTENDING =
      "NEW org.opora.calendar.views.persistence.AttendingRow(t.appointment, t.kind, t.who,"
          + " t.hereFrom, t.hereUntil, t.cameAt, t.wentAt)";

  /** Whoever may not know one of those who come may not know what it is. */
  private static final String NOBODY_BEHIND_A_WALL =
      " AND NOT EXISTS (SELECT walled.id FROM AttendeeRow walled, Wall whoWall"
          + " WHERE walled.appointment = a.id AND whoWall.staff = :scopeStaff"
          + " AND whoWall.liftedOn IS NULL"
          + " AND (whoWall.until IS NULL OR whoWall.until >= :scopeToday)"
          + " AND (whoWall.subject = walled.who OR whoWall.subject IN"
          + " (SELECT whoKey.other FROM SameKey whoKey WHERE whoKey.person = walled.who)))";

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
                    + " WHERE "
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

  /** Those about somebody in the scope, that ask for one of these permissions. */
  public List<UUID> open(Extent extent, Scope scope, Collection<String> permissions) {
    return keys(
        extent,
        scope,
        " AND a.subject IS NOT NULL AND a.permission IN :permissions",
        Map.of("permissions", List.copyOf(permissions)));
  }

  /**
   * Those about nobody, that ask for one of these permissions: only walls are asked for.
   *
   * @param everything a scope that reaches all
   */
  public List<UUID> openOfNobody(Extent extent, Scope everything, Collection<String> permissions) {
    return keys(
        extent,
        everything,
        " AND a.subject IS NULL AND a.permission IN :permissions",
        Map.of("permissions", List.copyOf(permissions)));
  }

  private List<UUID> keys(
      Extent extent, Scope scope, String conditions, Map<String, Object> values) {
    if (scope.empty()) {
      return List.of();
    }
    TypedQuery<UUID> query =
        em.createQuery(
            "SELECT DISTINCT a.id FROM "
                + scope.from("Appointment", "a", "subject")
                + extent.join()
                + " WHERE "
                + scope.where("a", "subject")
                + " AND "
                + noWallAtTheFile(scope)
                + NOBODY_BEHIND_A_WALL
                + conditions
                + " AND "
                + extent.where(),
            UUID.class);
    values.forEach(query::setParameter);
    return bound(scope.bind(query), extent).getResultList();
  }

  private static String noWallAtTheFile(Scope scope) {
    return new Scope(Reach.ALL, scope.staff(), scope.today())
        .where("a", "caseFile")
        .replace("scopeWall", "fileWall");
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, Extent extent) {
    extent.values().forEach(query::setParameter);
    return query;
  }
}
