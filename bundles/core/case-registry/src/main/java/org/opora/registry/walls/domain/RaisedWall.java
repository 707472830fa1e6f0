package org.opora.registry.walls.domain;

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
import org.opora.api.access.Subject;
import org.opora.api.access.Walls;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * Why a wall was raised by hand at a family or a person, and how it was lifted. It is never changed
 * otherwise: another one is raised beside it.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RAISED_WALL")
public class RaisedWall {
  /** For so long a second person can lift what a first one asked for. */
  public static final Duration WAITS = Duration.ofHours(24);

  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Walls.Ground ground;

  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private byte[] words;

  @Column(name = "RAISED_BY", updatable = false)
  private UUID raisedBy;

  @Column(name = "RAISED_ON", updatable = false)
  private LocalDate raisedOn;

  @Column(name = "UNTIL_DAY", updatable = false)
  private LocalDate until;

  @Column(name = "ASKED_BY")
  private UUID askedBy;

  @Column(name = "ASKED_AT")
  private Instant askedAt;

  @Column(name = "LIFT_WORDS")
  private byte[] liftWords;

  @Column(name = "LIFTED_BY")
  private UUID liftedBy;

  @Column(name = "LIFTED_ON")
  private LocalDate liftedOn;

  protected RaisedWall() {}

  /**
   * @param about the family's file or the person
   * @param reason code of the list of reasons
   * @param words sealed
   */
  public RaisedWall(UUID id, Subject about, Walls.Ground ground, String reason, byte[] words) {
    this.id = id;
    this.file = about.kind() == Subject.Kind.CASE_FILE ? about.id() : null;
    this.person = about.kind() == Subject.Kind.PERSON ? about.id() : null;
    this.ground = ground;
    this.reason = reason;
    this.words = words;
  }

  /**
   * @param lastDay inclusive; null when it stands until it is lifted
   */
  public void raised(StaffId by, LocalDate on, LocalDate lastDay) {
    raisedBy = by.value();
    raisedOn = on;
    until = lastDay;
  }

  /**
   * @param why sealed
   */
  public void ask(StaffId by, Instant at, byte[] why) {
    askedBy = by.value();
    askedAt = at.truncatedTo(ChronoUnit.SECONDS);
    liftWords = why;
  }

  /** What was asked for is not done. */
  public void turnDown() {
    askedBy = null;
    askedAt = null;
    liftWords = null;
  }

  /**
   * @param why sealed
   */
  public void lifted(StaffId by, LocalDate on, byte[] why) {
    liftedBy = by.value();
    liftedOn = on;
    liftWords = why;
  }

  public State state(Instant now, LocalDate today) {
    if (liftedOn != null) {
      return State.LIFTED;
    }
    if (!stands(today)) {
      return State.OVER;
    }
    return asked(now) ? State.ASKED : State.STANDS;
  }

  public boolean stands(LocalDate today) {
    return liftedOn == null && (until == null || !until.isBefore(today));
  }

  /** Whether somebody asks to have it lifted, and a second person still can. */
  public boolean asked(Instant now) {
    return liftedOn == null && askedAt != null && now.isBefore(askedAt.plus(WAITS));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** The family's file or the person. */
  public Subject about() {
    return file == null ? Subject.of(new PersonId(person)) : Subject.of(new CaseFileId(file));
  }

  public Walls.Ground ground() {
    return ground;
  }

  public String reason() {
    return reason;
  }

  /** Sealed. */
  public byte[] words() {
    return words;
  }

  public StaffId raisedBy() {
    return new StaffId(raisedBy);
  }

  public LocalDate raisedOn() {
    return raisedOn;
  }

  /** Last day; null when it stands until it is lifted. */
  public LocalDate until() {
    return until;
  }

  /** Null when nobody has asked. */
  public StaffId askedBy() {
    return askedBy == null ? null : new StaffId(askedBy);
  }

  public Instant askedAt() {
    return askedAt;
  }

  /** Sealed. */
  public byte[] liftWords() {
    return liftWords;
  }

  public StaffId liftedBy() {
    return liftedBy == null ? null : new StaffId(liftedBy);
  }

  public LocalDate liftedOn() {
    return liftedOn;
  }
}
