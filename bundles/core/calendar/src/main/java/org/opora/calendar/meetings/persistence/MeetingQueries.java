package org.opora.calendar.meetings.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.calendar.Attendee;
import org.opora.api.ids.CaseFileId;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingAttendee;
import org.opora.calendar.meetings.domain.MeetingState;

/** Reads of meetings: one, those of a file, those of a series. */
public final class MeetingQueries {
  /** As many keys as a statement names at once. */
  private static final int AT_ONCE = 500;

  private static final String THESE = " AND m.id IN :meetings AND m.state = :booked";
  private static final String ABOUT_NOBODY =
      "SELECT m.id FROM Meeting m WHERE m.caseFile IS NULL" + THESE;

  private final EntityManager em;

  public MeetingQueries(EntityManager em) {
    this.em = em;
  }

  public List<MeetingAttendee> attendees(Collection<UUID> meetings) {
    return meetings.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT a FROM MeetingAttendee a WHERE a.meeting IN :meetings ORDER BY a.id",
                MeetingAttendee.class)
            .setParameter("meetings", meetings)
            .getResultList();
  }

  /** Meetings with one of these people, in the order of their time. */
  public List<Meeting> with(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT m FROM Meeting m WHERE m.id IN (SELECT a.meeting FROM MeetingAttendee a"
                    + " WHERE a.kind = :person AND a.who IN :people) ORDER BY m.start, m.id",
                Meeting.class)
            .setParameter("person", Attendee.Kind.PERSON)
            .setParameter("people", people)
            .getResultList();
  }

  public void forget(Collection<UUID> people) {
    if (!people.isEmpty()) {
      em.createQuery("DELETE FROM MeetingAttendee a WHERE a.kind = :person AND a.who IN :people")
          .setParameter("person", Attendee.Kind.PERSON)
          .setParameter("people", people)
          .executeUpdate();
    }
  }

  /**
   * Meetings about a family, the latest first.
   *
   * @param before those that begin earlier, or at that moment with a smaller key; null from the
   *     latest on
   */
  public List<Meeting> about(CaseFileId file, Instant before, UUID key, int limit) {
    String after =
        before == null ? "" : " AND (m.start < :before OR m.start = :before AND m.id < :key)";
    var query =
        em.createQuery(
                "SELECT m FROM Meeting m WHERE m.caseFile = :file"
                    + after
                    + " ORDER BY m.start DESC, m.id DESC",
                Meeting.class)
            .setParameter("file", file.value())
            .setMaxResults(limit);
    if (before != null) {
      query.setParameter("before", before).setParameter("key", key);
    }
    return query.getResultList();
  }

  /** In the order of their days. */
  public List<Meeting> series(UUID series) {
    return em.createQuery(
            "SELECT m FROM Meeting m WHERE m.series = :series ORDER BY m.start, m.id",
            Meeting.class)
        .setParameter("series", series)
        .getResultList();
  }

  /**
   * Of these, those that stand in the calendar and are about nobody, or about a family in the
   * scope.
   */
  public Set<UUID> booked(Scope families, Collection<UUID> meetings) {
    Set<UUID> found = new HashSet<>();
    List<UUID> all = List.copyOf(meetings);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      found.addAll(booked(em.createQuery(ABOUT_NOBODY, UUID.class), some));
      if (!families.empty()) {
        found.addAll(
            booked(
                families.bind(
                    em.createQuery(
                        "SELECT DISTINCT m.id FROM "
                            + families.from("Meeting", "m", "caseFile")
                            + " WHERE "
                            + families.where("m", "caseFile")
                            + THESE,
                        UUID.class)),
                some));
      }
    }
    return found;
  }

  private static List<UUID> booked(TypedQuery<UUID> query, List<UUID> meetings) {
    return query
        .setParameter("meetings", meetings)
        .setParameter("booked", MeetingState.BOOKED)
        .getResultList();
  }

  /** How many there are of a kind. */
  public long ofKind(String code) {
    return em.createQuery("SELECT COUNT(m.id) FROM Meeting m WHERE m.kind = :kind", Long.class)
        .setParameter("kind", code)
        .getSingleResult();
  }
}
