package org.opora.calendar.feeds.persistence;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Where;
import org.opora.api.ids.StaffId;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.feeds.domain.Feed;
import org.opora.calendar.feeds.domain.FeedSecret;

/** Reads of addresses, and of what is fetched by them. */
public final class FeedQueries {
  private final EntityManager em;

  public FeedQueries(EntityManager em) {
    this.em = em;
  }

  /** The address that this secret opens, or null. */
  public Feed of(FeedSecret secret) {
    return em.createQuery("SELECT f FROM Feed f WHERE f.secretHash = :hash", Feed.class)
        .setParameter("hash", secret.hash())
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  public List<Feed> living() {
    return em.createQuery("SELECT f FROM Feed f WHERE f.secretHash IS NOT NULL", Feed.class)
        .getResultList();
  }

  /** What somebody attends, cancelled or not, that begins within these moments. */
  public List<Appointment> attended(StaffId staff, Instant from, Instant until) {
    return em.createQuery(
            "SELECT a FROM AttendeeRow t JOIN Appointment a ON a.id = t.appointment"
                + " WHERE t.who = :staff AND t.kind = :kind"
                + " AND t.busyFrom >= :reach AND t.busyFrom < :until"
                + " AND a.start >= :from AND a.start < :until"
                + " ORDER BY a.start, a.id",
            Appointment.class)
        .setParameter("staff", staff.value())
        .setParameter("kind", Attendee.Kind.STAFF)
        // Whoever is on the way is busy before it begins.
        .setParameter("reach", from.minus(Duration.ofMinutes(Where.LONGEST_WAY)))
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList();
  }
}
