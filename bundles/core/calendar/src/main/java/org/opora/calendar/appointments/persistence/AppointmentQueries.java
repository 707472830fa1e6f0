package org.opora.calendar.appointments.persistence;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AppointmentAbout;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.domain.Margins;

/** Reads of appointments: always of some hours, of some people, or of one record. */
public final class AppointmentQueries {
  /** Nobody is busy for an appointment earlier than this, nor in the house for it. */
  private static final Duration REACH = Slot.LONGEST.plusMinutes(Margins.LONGEST);

  private final EntityManager em;

  public AppointmentQueries(EntityManager em) {
    this.em = em;
  }

  /** The appointment of a record, or null. */
  public Appointment of(String origin, UUID source) {
    return em.createQuery(
            "SELECT a FROM Appointment a WHERE a.origin = :origin AND a.source = :source",
            Appointment.class)
        .setParameter("origin", origin)
        .setParameter("source", source)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Those who have to be there. */
  public List<AttendeeRow> attendees(AppointmentId appointment) {
    return allOf(appointment).stream().filter(row -> !row.released()).toList();
  }

  /** Also those who have to be there no more and have not left the house since. */
  public List<AttendeeRow> allOf(AppointmentId appointment) {
    return em.createQuery(
            "SELECT t FROM AttendeeRow t WHERE t.appointment = :appointment ORDER BY t.id",
            AttendeeRow.class)
        .setParameter("appointment", appointment.value())
        .getResultList();
  }

  /**
   * Of these people those who came somewhere where they are expected no more, and did not leave.
   */
  public List<AttendeeRow> leftBehind(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT t FROM AttendeeRow t WHERE t.who IN :people"
                    + " AND t.releasedAt IS NOT NULL AND t.wentAt IS NULL ORDER BY t.id",
                AttendeeRow.class)
            .setParameter("people", people)
            .getResultList();
  }

  /** All that name one of these people, in the order of their time. */
  public List<AttendeeRow> attending(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT t FROM AttendeeRow t WHERE t.kind = :person AND t.who IN :people"
                    + " ORDER BY t.busyFrom, t.id",
                AttendeeRow.class)
            .setParameter("person", Attendee.Kind.PERSON)
            .setParameter("people", people)
            .getResultList();
  }

  /** All that are about one of these people, in the order of their time. */
  public List<Appointment> about(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT a FROM Appointment a WHERE a.subjectKind = :person"
                    + " AND a.subject IN :people ORDER BY a.start, a.id",
                Appointment.class)
            .setParameter("person", Subject.Kind.PERSON)
            .setParameter("people", people)
            .getResultList();
  }

  /** What they are about besides whom they are about first, that is about one of these people. */
  public List<AppointmentAbout> aboutBesides(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT b FROM AppointmentAbout b WHERE b.subjectKind = :person"
                    + " AND b.subject IN :people ORDER BY b.id",
                AppointmentAbout.class)
            .setParameter("person", Subject.Kind.PERSON)
            .setParameter("people", people)
            .getResultList();
  }

  /** Whom it is about besides whom it is about first. */
  public List<AppointmentAbout> besides(AppointmentId appointment) {
    return em.createQuery(
            "SELECT b FROM AppointmentAbout b WHERE b.appointment = :appointment ORDER BY b.id",
            AppointmentAbout.class)
        .setParameter("appointment", appointment.value())
        .getResultList();
  }

  public void forget(Collection<UUID> people) {
    attending(people).forEach(em::remove);
    aboutBesides(people).forEach(em::remove);
    about(people).forEach(Appointment::forgetWhom);
  }

  public List<Appointment> these(Collection<AppointmentId> appointments) {
    return appointments.isEmpty()
        ? List.of()
        : em.createQuery("SELECT a FROM Appointment a WHERE a.id IN :ids", Appointment.class)
            .setParameter("ids", values(appointments))
            .getResultList();
  }

  /** What takes place in a room at some moment of the slot. */
  public List<Appointment> in(RoomId room, Slot slot) {
    return em.createQuery(
            "SELECT a FROM Appointment a WHERE a.room = :room AND a.cancelled = :no"
                + " AND a.start > :reach AND a.start < :end AND a.end > :start",
            Appointment.class)
        .setParameter("room", room.value())
        .setParameter("no", false)
        .setParameter("reach", slot.start().minus(Slot.LONGEST))
        .setParameter("start", slot.start())
        .setParameter("end", slot.end())
        .getResultList();
  }

  /**
   * Where these are expected around the slot: all that may touch it, and some that do not. Of what
   * was cancelled only where somebody came to it: they are in the house until they leave, and so
   * are those who came and are expected no more.
   *
   * @param keys of people and staff
   */
  public List<AttendeeRow> expected(Collection<UUID> keys, Slot slot) {
    return keys.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT t FROM AttendeeRow t JOIN Appointment a ON a.id = t.appointment"
                    + " WHERE t.who IN :keys AND (a.cancelled = :no"
                    + " OR t.cameAt IS NOT NULL)"
                    + " AND t.busyFrom > :from AND t.busyFrom < :until",
                AttendeeRow.class)
            .setParameter("keys", keys)
            .setParameter("no", false)
            .setParameter("from", slot.start().minus(REACH))
            .setParameter("until", slot.end().plus(REACH))
            .getResultList();
  }

  private static List<UUID> values(Collection<AppointmentId> appointments) {
    return appointments.stream().map(AppointmentId::value).toList();
  }
}
