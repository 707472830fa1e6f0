package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.plans.domain.ContactForm;

/**
 * One event: planned, then held, stopped, cancelled or missed. Which children it is for, each with
 * what is its own, say {@link ContactChild}s. A contact that did not take place counts as much as
 * one that did, so it is never deleted.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "CONTACT")
public class Contact {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private ContactForm form;

  private UUID facilitator;

  @Column(name = "STARTS_AT")
  private Instant start;

  @Column(name = "ENDS_AT")
  private Instant end;

  @Column(name = "STARTS_ON")
  private LocalDate day;

  /** How long it lasted, as planned where nobody wrote down more. */
  private int minutes;

  @Column(name = "IN_ROOM")
  private UUID room;

  private String place;

  @Column(name = "WAY_MINUTES")
  private int wayMinutes;

  private UUID series;

  @Column(name = "INSTEAD_OF")
  private UUID insteadOf;

  @Enumerated(EnumType.STRING)
  private ContactState state = ContactState.PLANNED;

  @Column(name = "BEGAN_AT")
  private Instant beganAt;

  @Column(name = "ENDED_AT")
  private Instant endedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "GOES_ON")
  private Onward onward;

  @Enumerated(EnumType.STRING)
  @Column(name = "CANCELLED_BY")
  private CancelledBy cancelledBy;

  @Column(name = "TOLD_AT")
  private Instant toldAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "MISSED_BY")
  private MissedBy missedBy;

  @Column(name = "WAITED_MINUTES")
  private Integer waitedMinutes;

  @Column(name = "STAFF_MINUTES")
  private Integer staffMinutes;

  @Column(name = "STAFF_KM")
  private Integer staffKilometres;

  protected Contact() {}

  /**
   * @param series key that the contacts of one series share; null for a single one
   * @param insteadOf contact that did not take place and that this one makes up for; null otherwise
   */
  public Contact(ContactId id, ContactForm form, UUID series, ContactId insteadOf) {
    this.id = id.value();
    this.form = form;
    this.series = series;
    this.insteadOf = insteadOf == null ? null : insteadOf.value();
  }

  /** Who is with them. */
  public void assistedBy(StaffId facilitator) {
    this.facilitator = facilitator.value();
  }

  /** When and where it is. */
  public void takes(Span span, Place where) {
    this.start = span.start();
    this.end = span.end();
    this.day = span.day();
    this.minutes = (int) span.minutes();
    this.room = where.room() == null ? null : where.room().value();
    this.place = where.code();
    this.wayMinutes = where.wayMinutes();
  }

  public void cancel(CancelledBy by, Instant toldAt, StaffEffort effort) {
    this.state = ContactState.CANCELLED;
    this.cancelledBy = by;
    this.toldAt = toldAt;
    spent(effort);
  }

  /**
   * Nobody came, or no child did.
   *
   * @param waitedMinutes how long it was waited
   */
  public void missed(MissedBy by, int waitedMinutes, StaffEffort effort) {
    this.state = ContactState.NO_SHOW;
    this.missedBy = by;
    this.waitedMinutes = waitedMinutes;
    spent(effort);
  }

  private void spent(StaffEffort effort) {
    this.staffMinutes = effort.minutes();
    this.staffKilometres = effort.kilometres();
  }

  public void held() {
    this.state = ContactState.HELD;
    this.missedBy = null;
    this.waitedMinutes = null;
  }

  /** It was ended before its time. */
  public void stopped() {
    held();
    this.state = ContactState.STOPPED;
  }

  /** From when to when it really lasted; null for what nobody wrote down. */
  public void lasted(Instant from, Instant until) {
    this.beganAt = from;
    this.endedAt = until;
    Span real = new Span(from == null ? start : from, until == null ? end : until, day);
    this.minutes = (int) real.minutes();
  }

  /** How it went on without a child whom somebody may only meet together with the others. */
  public void goesOn(Onward how) {
    this.onward = how;
  }

  public boolean planned() {
    return state == ContactState.PLANNED;
  }

  public boolean cancelled() {
    return state == ContactState.CANCELLED;
  }

  public ContactId id() {
    return new ContactId(id);
  }

  public long version() {
    return version;
  }

  public ContactForm form() {
    return form;
  }

  public StaffId facilitator() {
    return new StaffId(facilitator);
  }

  public Span span() {
    return new Span(start, end, day);
  }

  public Place place() {
    return new Place(room == null ? null : new RoomId(room), place, wayMinutes);
  }

  /** Null for a single one. */
  public UUID series() {
    return series;
  }

  /** Null when it makes up for none. */
  public ContactId insteadOf() {
    return insteadOf == null ? null : new ContactId(insteadOf);
  }

  public ContactState state() {
    return state;
  }

  /** When it really began; null until somebody wrote it down. */
  public Instant beganAt() {
    return beganAt;
  }

  /** When it was over; null until somebody wrote it down. */
  public Instant endedAt() {
    return endedAt;
  }

  public Onward onward() {
    return onward;
  }

  public CancelledBy cancelledBy() {
    return cancelledBy;
  }

  /** When the centre was told; null unless it was cancelled. */
  public Instant toldAt() {
    return toldAt;
  }

  public MissedBy missedBy() {
    return missedBy;
  }

  public Integer waitedMinutes() {
    return waitedMinutes;
  }

  public StaffEffort effort() {
    return staffMinutes == null ? StaffEffort.NONE : new StaffEffort(staffMinutes, staffKilometres);
  }

  /** How long it lasted, as planned where nobody wrote down more. */
  public int minutes() {
    return minutes;
  }
}
