package org.opora.reports.counts.domain;

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
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;

/** Somebody who may, such as the region, asked for counts. */
@Entity
@Table(schema = "REPORTS", name = "COUNT_REQUEST")
public class CountRequest {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "ASKED_BY")
  private String askedBy;

  private String what;

  @Column(name = "DELIVERED_ON")
  private LocalDate deliveredOn;

  @Column(name = "FROM_DAY")
  private LocalDate from;

  @Column(name = "AS_OF")
  private LocalDate asOf;

  @Enumerated(EnumType.STRING)
  private State state = State.WRITTEN;

  private int done;

  @Column(name = "ALL_OF")
  private int allOf;

  @Column(name = "COUNTED_FOR")
  private UUID countedFor;

  @Column(name = "COUNTED_AT")
  private Instant countedAt;

  @Column(name = "ANSWERED_ON")
  private LocalDate answeredOn;

  @Column(name = "ANSWERED_BY")
  private UUID answeredBy;

  @Column(name = "VOID_ON")
  private LocalDate voidOn;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  protected CountRequest() {}

  public CountRequest(StaffId by, Instant at) {
    this.id = Ids.next();
    this.writtenBy = by.value();
    this.writtenAt = at;
  }

  /** How far it has come. */
  public enum State {
    WRITTEN,
    /** Figures are being kept, one after the other. */
    COUNTING,
    /** Every figure is kept, with its list. */
    COUNTED,
    /** It could not be gone on with; it may be begun again. */
    FAILED
  }

  /**
   * @param from first day of the period
   * @param until its last day: as of which it is counted
   */
  public void says(
      String asker, String words, LocalDate delivered, LocalDate first, LocalDate until) {
    askedBy = asker;
    what = words;
    deliveredOn = delivered;
    from = first;
    asOf = until;
  }

  /** Nothing is kept for it any more. */
  public void uncounted() {
    state = State.WRITTEN;
    countedFor = null;
    countedAt = null;
    done = 0;
    allOf = 0;
  }

  /** Figures begin to be kept for this colleague. */
  public void counting(StaffId by) {
    state = State.COUNTING;
    countedFor = by.value();
    countedAt = null;
    done = 0;
    allOf = 0;
  }

  public void goesOn(int figures, int of) {
    done = figures;
    allOf = of;
  }

  public void counted(Instant at) {
    state = State.COUNTED;
    countedAt = at;
  }

  public void failed() {
    state = State.FAILED;
  }

  public void answered(LocalDate on, StaffId by) {
    answeredOn = on;
    answeredBy = by.value();
  }

  /** The answer was not given, or not on that day. */
  public void answerTakenBack() {
    answeredOn = null;
    answeredBy = null;
  }

  /** It was recorded by mistake. */
  public void mistaken(LocalDate on) {
    voidOn = on;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String askedBy() {
    return askedBy;
  }

  public String what() {
    return what;
  }

  public LocalDate deliveredOn() {
    return deliveredOn;
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate asOf() {
    return asOf;
  }

  public State state() {
    return state;
  }

  public int done() {
    return done;
  }

  public int allOf() {
    return allOf;
  }

  /** Null while nothing is counted. */
  public StaffId countedFor() {
    return countedFor == null ? null : new StaffId(countedFor);
  }

  public Instant countedAt() {
    return countedAt;
  }

  public LocalDate answeredOn() {
    return answeredOn;
  }

  public StaffId answeredBy() {
    return answeredBy == null ? null : new StaffId(answeredBy);
  }

  /** Null unless it was recorded by mistake. */
  public LocalDate voidOn() {
    return voidOn;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
