package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A wall between a member of staff and a subject. A lifted one stays as a record. */
@Entity
@Table(schema = "ACCESS", name = "WALL")
public class WallEntry {
  @Id private UUID id;
  private UUID staff;

  @Column(name = "SUBJECT_KIND")
  private String subjectKind;

  private UUID subject;
  private String ground;

  @Column(name = "RAISED_BY")
  private UUID raisedBy;

  @Column(name = "RAISED_ON")
  private LocalDate raisedOn;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "LIFTED_BY")
  private UUID liftedBy;

  @Column(name = "LIFTED_ON")
  private LocalDate liftedOn;

  private UUID origin;

  protected WallEntry() {}

  public WallEntry(UUID id, UUID staff, String subjectKind, UUID subject, String ground) {
    this.id = id;
    this.staff = staff;
    this.subjectKind = subjectKind;
    this.subject = subject;
    this.ground = ground;
  }

  /** It belongs to a wall that was raised by hand, and stands and falls with it. */
  public void of(HandWall wall) {
    origin = wall.id();
    until = wall.until();
  }

  public UUID staff() {
    return staff;
  }

  public String ground() {
    return ground;
  }

  public void raised(UUID by, LocalDate on) {
    raisedBy = by;
    raisedOn = on;
  }

  public LocalDate raisedOn() {
    return raisedOn;
  }

  /** The last day on which it stands; null until it is lifted. */
  public void stands(LocalDate lastDay) {
    until = lastDay;
  }

  public LocalDate until() {
    return until;
  }

  public void lifted(UUID by, LocalDate on) {
    liftedBy = by;
    liftedOn = on;
  }
}
