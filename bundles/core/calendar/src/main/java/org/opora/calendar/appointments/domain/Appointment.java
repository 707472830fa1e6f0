package org.opora.calendar.appointments.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Title;

/**
 * An appointment, readable without the bundle that wrote it. One that is cancelled stays, because
 * calendars that subscribe have to hear of it.
 */
@Entity
@Table(schema = "CALENDAR", name = "APPOINTMENT")
public class Appointment {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String origin;

  @Column(updatable = false)
  private UUID source;

  private String kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "SUBJECT_KIND")
  private Subject.Kind subjectKind;

  private UUID subject;

  @Column(name = "CASE_FILE")
  private UUID caseFile;

  private String permission;

  @Column(name = "TITLE_CS")
  private String titleCs;

  @Column(name = "TITLE_PL")
  private String titlePl;

  @Column(name = "TITLE_EN")
  private String titleEn;

  private String href;

  @Column(name = "STARTS_AT")
  private Instant start;

  @Column(name = "ENDS_AT")
  private Instant end;

  private UUID room;

  @Column(name = "TRAVEL_MINUTES")
  private int travelMinutes;

  /** How many attendees and guests there are, for the seats of a room that several share. */
  private int people;

  private int guests;
  private UUID series;
  private boolean cancelled;
  private int sequence;

  @Column(name = "CHANGED_AT")
  private Instant changedAt;

  @Column(name = "BOOKED_BY", updatable = false)
  private UUID bookedBy;

  protected Appointment() {}

  public Appointment(AppointmentId id, Booking booking, StaffId by, Instant at) {
    this.id = id.value();
    this.origin = booking.what().origin();
    this.source = booking.what().source();
    this.bookedBy = by.value();
    this.changedAt = at;
    says(booking);
  }

  /**
   * What is booked now; what was cancelled takes place again.
   *
   * @param at when it was changed
   */
  public void becomes(Booking booking, Instant at) {
    if (cancelled || !slot().equals(booking.slot()) || !where().equals(booking.where())) {
      sequence++;
    }
    cancelled = false;
    changedAt = at;
    says(booking);
  }

  private void says(Booking booking) {
    Booking.What what = booking.what();
    kind = what.kind();
    subjectKind = what.subject() == null ? null : what.subject().kind();
    subject = what.subject() == null ? null : what.subject().id();
    caseFile = what.file() == null ? null : what.file().value();
    permission = what.permission();
    titleCs = what.title().cs();
    titlePl = what.title().pl();
    titleEn = what.title().en();
    href = what.href();
    start = booking.slot().start();
    end = booking.slot().end();
    room = booking.where().room() == null ? null : booking.where().room().value();
    travelMinutes = booking.where().travelMinutes();
    guests = booking.guests();
    people = booking.attendees().size() + guests;
    series = booking.series();
  }

  public void cancel(Instant at) {
    if (!cancelled) {
      cancelled = true;
      changedAt = at;
      sequence++;
    }
  }

  /**
   * Whom it was about is told to nobody any more. Nobody has to do with the key that stands there
   * then, so those alone who may see everything see it as before; with none it would be about
   * nobody, and open to many more.
   */
  public void forgetWhom() {
    subject = Ids.next();
  }

  public AppointmentId id() {
    return new AppointmentId(id);
  }

  public long version() {
    return version;
  }

  /** Without whom it is about besides: rows of their own say that. */
  public Booking.What what() {
    return new Booking.What(
        origin,
        kind,
        source,
        subject == null ? null : new Subject(Objects.requireNonNull(subjectKind), subject),
        caseFile == null ? null : new CaseFileId(caseFile),
        permission,
        new Title(titleCs, titlePl, titleEn),
        href);
  }

  public Slot slot() {
    return new Slot(start, end);
  }

  public Where where() {
    return room == null ? Where.elsewhere(travelMinutes) : Where.in(new RoomId(room));
  }

  /** Staff, people of the registry and guests. */
  public int people() {
    return people;
  }

  public boolean cancelled() {
    return cancelled;
  }

  /** How often time, place or state changed. */
  public int sequence() {
    return sequence;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public UUID series() {
    return series;
  }

  /** The booking it stands for, with these attendees. */
  public Booking booking(java.util.List<Attendee> attendees) {
    return new Booking(what(), slot(), where(), attendees, guests, series);
  }
}
