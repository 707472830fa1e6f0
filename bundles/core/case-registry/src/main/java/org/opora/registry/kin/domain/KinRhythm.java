package org.opora.registry.kin.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How often brothers and sisters see each other, from a day on. It hangs on their relationship. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "KIN_RHYTHM")
public class KinRhythm {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID tie;

  @Column(name = "EVERY_WEEKS", updatable = false)
  private int weeks;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Decider decider;

  @Column(updatable = false)
  private String reference;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "STATED_UNTIL")
  private LocalDate stated;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  @Column(name = "RECORDED_ON", updatable = false)
  private LocalDate recordedOn;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  protected KinRhythm() {}

  /**
   * @param reference of the decision, or null
   */
  public KinRhythm(
      UUID id,
      UUID tie,
      int weeks,
      Decider decider,
      String reference,
      LocalDate since,
      StaffId by,
      LocalDate on) {
    this.id = id;
    this.tie = tie;
    this.weeks = weeks;
    this.decider = decider;
    this.reference = reference;
    this.since = since;
    this.recordedBy = by.value();
    this.recordedOn = on;
  }

  /** Somebody says so; null when it goes on. */
  public void ends(LocalDate lastDay) {
    stated = lastDay;
    until = lastDay;
  }

  /** Another one holds from the day after. */
  public void givesWay(LocalDate lastDay) {
    until = lastDay;
  }

  /** The one after it was a mistake: it holds as long as somebody said. */
  public void goesOn() {
    until = stated;
  }

  public void strike(StaffId by, LocalDate on) {
    struckOn = on;
    struckBy = by.value();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID tie() {
    return tie;
  }

  public int weeks() {
    return weeks;
  }

  public Decider decider() {
    return decider;
  }

  /** Null when there is none. */
  public String reference() {
    return reference;
  }

  public LocalDate since() {
    return since;
  }

  /** Null while it holds. */
  public LocalDate until() {
    return until;
  }

  public StaffId recordedBy() {
    return new StaffId(recordedBy);
  }

  public LocalDate recordedOn() {
    return recordedOn;
  }

  /** Null unless it was a mistake. */
  public LocalDate struckOn() {
    return struckOn;
  }

  /** Null unless it was a mistake. */
  public StaffId struckBy() {
    return struckBy == null ? null : new StaffId(struckBy);
  }
}
