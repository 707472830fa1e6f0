package org.opora.registry.incidents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** What somebody of the staff did about an incident, and whom they told of it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INCIDENT_STEP")
public class IncidentStep {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID incident;

  @Column(name = "DONE_ON", updatable = false)
  private LocalDate on;

  @Column(name = "DONE_AT", updatable = false)
  private LocalTime at;

  @Column(updatable = false)
  private UUID doer;

  @Column(updatable = false)
  private byte[] what;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Told told;

  @Column(name = "TOLD_NAME", updatable = false)
  private byte[] toldName;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private How how;

  protected IncidentStep() {}

  /**
   * @param at null when the time is not known
   */
  public IncidentStep(
      UUID id, UUID incident, StaffId doer, LocalDate on, LocalTime at, byte[] sealedWhat) {
    this.id = id;
    this.incident = incident;
    this.doer = doer.value();
    this.on = on;
    this.at = at;
    this.what = sealedWhat;
  }

  /**
   * @param sealedName of the official or other person, or null
   */
  public void told(Told whom, byte[] sealedName, How by) {
    told = whom;
    toldName = sealedName;
    how = by;
  }

  public UUID id() {
    return id;
  }

  public UUID incident() {
    return incident;
  }

  public LocalDate on() {
    return on;
  }

  public LocalTime at() {
    return at;
  }

  public StaffId doer() {
    return new StaffId(doer);
  }

  public byte[] what() {
    return what;
  }

  /** Null when nobody was told. */
  public Told told() {
    return told;
  }

  public byte[] toldName() {
    return toldName;
  }

  /** Null when nobody was told. */
  public How how() {
    return how;
  }
}
