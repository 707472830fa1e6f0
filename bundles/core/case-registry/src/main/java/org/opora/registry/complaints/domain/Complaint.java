package org.opora.registry.complaints.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;

/**
 * A complaint about the centre. It is closed only with a finding and an answer; the answer to an
 * anonymous one is published. Nothing leaves the book: one written by mistake is struck out, and
 * its number stays. Its words are sealed with the key of who wrote it down.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "COMPLAINT")
public class Complaint {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "SERIES_YEAR", updatable = false)
  private int year;

  @Column(updatable = false)
  private int turn;

  @Column(name = "RECEIVED_ON")
  private LocalDate receivedOn;

  @Enumerated(EnumType.STRING)
  private How how;

  private boolean anonymous;
  private byte[] complainant;
  private byte[] matter;

  @Column(updatable = false)
  private UUID writer;

  private UUID handler;

  @Column(name = "TERM_DAYS")
  private int days;

  private LocalDate due;

  @Enumerated(EnumType.STRING)
  private Finding finding;

  private byte[] measures;

  @Column(name = "ANSWERED_ON")
  private LocalDate answeredOn;

  @Column(name = "ANSWERED_BY")
  private UUID answeredBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "ANSWERED_HOW")
  private How answeredHow;

  private byte[] answer;
  private byte[] published;

  @Column(name = "CLOSED_ON")
  private LocalDate closedOn;

  @Column(name = "CLOSED_BY")
  private UUID closedBy;

  @Column(name = "VOID_ON")
  private LocalDate voidOn;

  @Column(name = "VOID_BY")
  private UUID voidBy;

  @Column(name = "VOID_REASON")
  private byte[] voidReason;

  protected Complaint() {}

  public Complaint(UUID id, int year, int turn, StaffId writer) {
    this.id = id;
    this.year = year;
    this.turn = turn;
    this.writer = writer.value();
  }

  /**
   * @param termDays days that the centre gives itself for an answer to what came on that day
   */
  public void received(LocalDate on, How way, int termDays) {
    receivedOn = on;
    how = way;
    days = termDays;
    due = on.plusDays(termDays);
  }

  /**
   * @param sealedComplainant null when nobody knows who complains
   */
  public void says(byte[] sealedComplainant, byte[] sealedMatter) {
    anonymous = sealedComplainant == null;
    complainant = sealedComplainant;
    matter = sealedMatter;
  }

  public void handTo(StaffId staff) {
    handler = staff.value();
  }

  /** Each may be null while it is not known yet. */
  public void found(Finding verdict, byte[] sealedMeasures) {
    finding = verdict;
    measures = sealedMeasures;
  }

  /** Each may be null while it is not answered. */
  public void answered(LocalDate on, StaffId by, How way, byte[] sealedAnswer) {
    answeredOn = on;
    answeredBy = by == null ? null : by.value();
    answeredHow = way;
    answer = sealedAnswer;
  }

  /**
   * @param sealedPlace where the answer to an anonymous complaint was published; null otherwise
   */
  public void publishedAt(byte[] sealedPlace) {
    published = sealedPlace;
  }

  /** What it still lacks; empty when it can be closed. */
  public Optional<Missing> missing() {
    if (finding == null) {
      return Optional.of(Missing.FINDING);
    }
    if (answeredOn == null || answeredBy == null || answer == null) {
      return Optional.of(Missing.ANSWER);
    }
    if (anonymous) {
      return published == null ? Optional.of(Missing.PUBLICATION) : Optional.empty();
    }
    return answeredHow == null ? Optional.of(Missing.ANSWER) : Optional.empty();
  }

  /**
   * @throws IllegalStateException when something is missing
   */
  public void close(LocalDate on, StaffId by) {
    missing()
        .ifPresent(
            lack -> {
              throw new IllegalStateException("A complaint is closed only with " + lack);
            });
    closedOn = on;
    closedBy = by.value();
  }

  public void reopen() {
    closedOn = null;
    closedBy = null;
  }

  /** It was written down by mistake. */
  public void strikeOut(LocalDate on, StaffId by, byte[] sealedReason) {
    voidOn = on;
    voidBy = by.value();
    voidReason = sealedReason;
  }

  public boolean struckOut() {
    return voidOn != null;
  }

  public boolean closed() {
    return closedOn != null;
  }

  /** On whose key its words hang: a page of them needs as many keys as it has writers. */
  public Subject owner() {
    return new Subject(Subject.Kind.DRAWER, writer);
  }

  /** What the trail names. */
  public Subject self() {
    return new Subject(Subject.Kind.DRAWER, id);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** {@code 3/2026}. */
  public String number() {
    return turn + "/" + year;
  }

  public int year() {
    return year;
  }

  public LocalDate receivedOn() {
    return receivedOn;
  }

  public How how() {
    return how;
  }

  public boolean anonymous() {
    return anonymous;
  }

  public byte[] complainant() {
    return complainant;
  }

  public byte[] matter() {
    return matter;
  }

  public StaffId writer() {
    return new StaffId(writer);
  }

  public StaffId handler() {
    return new StaffId(handler);
  }

  /** Days the centre gave itself. */
  public int days() {
    return days;
  }

  /** The last day for the answer. */
  public LocalDate due() {
    return due;
  }

  public Finding finding() {
    return finding;
  }

  public byte[] measures() {
    return measures;
  }

  public LocalDate answeredOn() {
    return answeredOn;
  }

  public StaffId answeredBy() {
    return answeredBy == null ? null : new StaffId(answeredBy);
  }

  public How answeredHow() {
    return answeredHow;
  }

  public byte[] answer() {
    return answer;
  }

  public byte[] published() {
    return published;
  }

  public LocalDate closedOn() {
    return closedOn;
  }

  public StaffId closedBy() {
    return closedBy == null ? null : new StaffId(closedBy);
  }

  public LocalDate voidOn() {
    return voidOn;
  }

  public StaffId voidBy() {
    return voidBy == null ? null : new StaffId(voidBy);
  }

  public byte[] voidReason() {
    return voidReason;
  }
}
