package org.opora.registry.incidents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** Something that went wrong around a family, or a suspicion that somebody harms a child. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INCIDENT")
public class Incident {
  /** How many days after its end whoever wrote it down or acted in it may still follow it. */
  public static final int FOLLOWED_DAYS = 30;

  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private State state = State.OPEN;

  @Column(name = "HAPPENED_ON")
  private LocalDate happenedOn;

  @Column(name = "HAPPENED_AT")
  private LocalTime happenedAt;

  @Embedded private SealedWords words;

  @Column(name = "ANSWERED_ON")
  private LocalDate answeredOn;

  @Column(updatable = false)
  private UUID author;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  @Column(name = "CLOSED_ON")
  private LocalDate closedOn;

  @Column(name = "CLOSED_BY")
  private UUID closedBy;

  protected Incident() {}

  public Incident(UUID id, CaseFileId file, StaffId author, Instant writtenAt) {
    this.id = id;
    this.file = file.value();
    this.author = author.value();
    this.writtenAt = writtenAt;
  }

  /**
   * @param time null when it is not known
   */
  public void happened(Kind what, LocalDate day, LocalTime time) {
    kind = what;
    happenedOn = day;
    happenedAt = time;
  }

  /** The words decide where it stands: with measures it is no longer merely open. */
  public void says(SealedWords now) {
    words = now;
    if (state != State.CLOSED) {
      state = now.measures() == null ? State.OPEN : State.MEASURES;
    }
  }

  /**
   * @param day of the authority's answer; null while there is none
   */
  public void answered(LocalDate day) {
    answeredOn = day;
  }

  /**
   * What still keeps it from being closed; null when nothing does.
   *
   * @param toldOfficially whether the authority, the police or a court was told
   */
  public Hindrance hindrance(boolean toldOfficially) {
    if (state == State.CLOSED) {
      return Hindrance.CLOSED;
    }
    if (kind.notification() && !toldOfficially) {
      return Hindrance.NOT_TOLD;
    }
    return words.measures() == null ? Hindrance.NO_MEASURES : null;
  }

  /** Why an incident cannot be closed. */
  public enum Hindrance {
    CLOSED,
    /** A suspicion of which no authority was told. */
    NOT_TOLD,
    NO_MEASURES
  }

  public void close(LocalDate day, StaffId by) {
    state = State.CLOSED;
    closedOn = day;
    closedBy = by.value();
  }

  public boolean closed() {
    return state == State.CLOSED;
  }

  /** Whether those who only wrote it down, or did something about it, may read it that day. */
  public boolean followed(LocalDate day) {
    return closedOn == null || !closedOn.isBefore(lastFollowed(day));
  }

  /** The earliest end after which an incident is still followed on the day. */
  public static LocalDate lastFollowed(LocalDate day) {
    return day.minusDays(FOLLOWED_DAYS);
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

  public Kind kind() {
    return kind;
  }

  public State state() {
    return state;
  }

  public LocalDate happenedOn() {
    return happenedOn;
  }

  public LocalTime happenedAt() {
    return happenedAt;
  }

  public SealedWords words() {
    return words;
  }

  public LocalDate answeredOn() {
    return answeredOn;
  }

  public StaffId author() {
    return new StaffId(author);
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  /** Null while it is not closed. */
  public LocalDate closedOn() {
    return closedOn;
  }

  /** Null while it is not closed. */
  public StaffId closedBy() {
    return closedBy == null ? null : new StaffId(closedBy);
  }
}
