package org.opora.calendar.appointments.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.AppointmentId;

/**
 * Somebody who has to be at an appointment; or who had to, came, and has not left since: they are
 * in the house whatever becomes of the appointment.
 */
@Entity
@Table(schema = "CALENDAR", name = "ATTENDEE")
public class AttendeeRow {
  /** Nobody waits in the house for longer. */
  private static final Duration EARLIEST = Duration.ofHours(12);

  @Id private UUID id;

  @Column(updatable = false)
  private UUID appointment;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Attendee.Kind kind;

  @Column(updatable = false)
  private UUID who;

  @Column(name = "BUSY_FROM")
  private Instant busyFrom;

  @Column(name = "BUSY_UNTIL")
  private Instant busyUntil;

  @Column(name = "HERE_FROM")
  private Instant hereFrom;

  @Column(name = "HERE_UNTIL")
  private Instant hereUntil;

  @Column(name = "CAME_AT")
  private Instant cameAt;

  @Column(name = "WENT_AT")
  private Instant wentAt;

  @Column(name = "RELEASED_AT")
  private Instant releasedAt;

  protected AttendeeRow() {}

  public AttendeeRow(UUID id, AppointmentId appointment, Expected expected) {
    this.id = id;
    this.appointment = appointment.value();
    this.kind = expected.kind();
    this.who = expected.who();
    expect(expected);
  }

  /**
   * What they do at another time, or in another place. When they came and left stays, unless it
   * belongs to another day.
   */
  public final void expect(Expected expected) {
    if (cameAt != null && !cameFor(expected)) {
      cameAt = null;
      wentAt = null;
    }
    releasedAt = null;
    busyFrom = expected.busy().start();
    busyUntil = expected.busy().end();
    hereFrom = expected.here() == null ? null : expected.here().start();
    hereUntil = expected.here() == null ? null : expected.here().end();
  }

  /** Whether they came on the day of this, as far as they came. */
  public boolean cameFor(Expected expected) {
    Slot busy = expected.busy();
    return cameAt != null
        && cameAt.isAfter(busy.start().minus(EARLIEST))
        && cameAt.isBefore(busy.end());
  }

  /** Whether they came and nobody wrote down that they left, for as long as it may last. */
  public boolean stays(Instant now) {
    return cameAt != null && wentAt == null && now.isBefore(cameAt.plus(Slot.LONGEST));
  }

  /** They do not have to be there any more. */
  public void release(Instant at) {
    releasedAt = at;
  }

  /** Whether they do not have to be there any more, and only came. */
  public boolean released() {
    return releasedAt != null;
  }

  /** Whoever had left and comes again is there again. */
  public void came(Instant at) {
    cameAt = at;
    if (wentAt != null && !wentAt.isAfter(at)) {
      wentAt = null;
    }
  }

  public void went(Instant at) {
    wentAt = at;
  }

  public UUID id() {
    return id;
  }

  public AppointmentId appointment() {
    return new AppointmentId(appointment);
  }

  public Attendee.Kind kind() {
    return kind;
  }

  public UUID who() {
    return who;
  }

  public Expected expected() {
    return new Expected(
        kind,
        who,
        new Slot(busyFrom, busyUntil),
        hereFrom == null ? null : new Slot(hereFrom, hereUntil));
  }

  /**
   * Where they are as far as it is known at a moment: in the house from when they came until they
   * left, and whoever should have left by now and has not at least until now.
   *
   * @param takesPlace whether the appointment does; whoever came to one that was cancelled, or
   *     where they are not expected any more, can be elsewhere, and is in the house until they
   *     leave
   */
  public Expected known(Instant now, boolean takesPlace) {
    Expected planned = expected();
    boolean wanted = takesPlace && !released();
    Slot planHere = wanted ? planned.here() : null;
    return new Expected(
        kind,
        who,
        wanted ? planned.busy() : null,
        cameAt == null ? planHere : stay(now.plusSeconds(1)));
  }

  private Slot stay(Instant atLeast) {
    Instant until = wentAt == null ? latest(hereUntil, atLeast) : wentAt;
    Instant longest = cameAt.plus(Slot.LONGEST);
    return new Slot(
        cameAt, latest(until.isAfter(longest) ? longest : until, cameAt.plusSeconds(1)));
  }

  private static Instant latest(Instant one, Instant other) {
    return one != null && one.isAfter(other) ? one : other;
  }

  /**
   * Whether they are in the house: whoever came and has not left is, for as long as it may last;
   * whoever has not come yet may be there from when they are expected.
   */
  public boolean inTheHouse(Instant moment) {
    if (wentAt != null && !wentAt.isAfter(moment)) {
      return false;
    }
    return cameAt == null
        ? hereFrom != null && here().contains(moment)
        : !cameAt.isAfter(moment) && moment.isBefore(cameAt.plus(Slot.LONGEST));
  }

  /** When they are in the house, as far as it is known; null when they are not there at all. */
  public Slot here() {
    Instant from = cameAt == null ? hereFrom : cameAt;
    Instant until = wentAt == null ? hereUntil : wentAt;
    if (from == null) {
      return null;
    }
    // Whoever stays longer than was thought leaves at some moment to come.
    return new Slot(from, until == null || !until.isAfter(from) ? from.plusSeconds(1) : until);
  }

  /** Null while nobody wrote down that they came. */
  public Instant cameAt() {
    return cameAt;
  }

  /** Null while nobody wrote down that they left. */
  public Instant wentAt() {
    return wentAt;
  }
}
