package org.opora.registry.emergency.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/**
 * Somebody opened a file of others in an emergency: for reading, for hours. It is over at its
 * moment whether or not anybody closes it, and then waits for the review of somebody else.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "EMERGENCY_ACCESS")
public class EmergencyAccess {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID staff;

  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private byte[] words;

  @Column(name = "OPENED_ON", updatable = false)
  private LocalDate openedOn;

  @Column(name = "OPENED_AT", updatable = false)
  private Instant openedAt;

  @Column(updatable = false)
  private Instant expires;

  @Column(name = "ENDED_AT")
  private Instant endedAt;

  @Column(name = "ENDED_BY")
  private UUID endedBy;

  @Column(name = "DUE_ON", updatable = false)
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  @Column(name = "VERDICT_WORDS")
  private byte[] verdictWords;

  @Column(name = "REVIEWED_ON")
  private LocalDate reviewedOn;

  @Column(name = "REVIEWED_BY")
  private UUID reviewedBy;

  @Column(name = "REPORTED_ON")
  private LocalDate reportedOn;

  protected EmergencyAccess() {}

  /**
   * @param reason code of the list of reasons
   * @param words sealed
   */
  public EmergencyAccess(UUID id, CaseFileId file, StaffId staff, String reason, byte[] words) {
    this.id = id;
    this.file = file.value();
    this.staff = staff.value();
    this.reason = reason;
    this.words = words;
  }

  /**
   * @param day of the centre on which it begins
   * @param due last day for the review
   */
  public void begins(LocalDate day, Instant moment, Duration time, LocalDate due) {
    openedOn = day;
    // A database that keeps no finer moments says the same.
    openedAt = moment.truncatedTo(ChronoUnit.SECONDS);
    expires = openedAt.plus(time);
    dueOn = due;
  }

  /**
   * It is over: at this moment, or at its own, whichever is earlier.
   *
   * @param by null when nobody ended it
   */
  public void ends(Instant moment, StaffId by) {
    boolean early = by != null && moment.isBefore(expires);
    endedAt = early ? moment.truncatedTo(ChronoUnit.SECONDS) : expires;
    endedBy = early ? by.value() : null;
  }

  /**
   * @param said sealed
   */
  public void reviewed(Verdict found, byte[] said, LocalDate day, StaffId by) {
    verdict = found;
    verdictWords = said;
    reviewedOn = day;
    reviewedBy = by.value();
  }

  /** There was nobody to review it, and that was told. */
  public void reported(LocalDate day) {
    reportedOn = day;
  }

  public boolean over(Instant now) {
    return endedAt != null || !expires.isAfter(now);
  }

  public State state(Instant now, LocalDate today) {
    if (verdict != null) {
      return State.REVIEWED;
    }
    if (!over(now)) {
      return State.OPEN;
    }
    return dueOn.isBefore(today) ? State.OVERDUE : State.ENDED;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public String reason() {
    return reason;
  }

  /** Sealed. */
  public byte[] words() {
    return words;
  }

  public LocalDate openedOn() {
    return openedOn;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant expires() {
    return expires;
  }

  /** Null while nobody has closed it. */
  public Instant endedAt() {
    return endedAt;
  }

  /** Null when its time was over. */
  public StaffId endedBy() {
    return endedBy == null ? null : new StaffId(endedBy);
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** Sealed. */
  public byte[] verdictWords() {
    return verdictWords;
  }

  public LocalDate reviewedOn() {
    return reviewedOn;
  }

  public StaffId reviewedBy() {
    return reviewedBy == null ? null : new StaffId(reviewedBy);
  }
}
