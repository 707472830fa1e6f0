package org.opora.registry.incidents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How a closed incident read before somebody amended it. It is never changed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INCIDENT_VERSION")
public class IncidentVersion {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID incident;

  @Embedded private SealedWords words;

  @Column(name = "ANSWERED_ON", updatable = false)
  private LocalDate answeredOn;

  @Column(updatable = false)
  private byte[] why;

  @Column(name = "KEPT_BY", updatable = false)
  private UUID by;

  @Column(name = "KEPT_AT", updatable = false)
  private Instant at;

  protected IncidentVersion() {}

  /**
   * @param words as they read until then, sealed for this row
   * @param answeredOn day of the authority's answer until then, or null
   * @param sealedWhy why they were amended
   * @param by who amended them
   */
  public IncidentVersion(
      UUID id,
      UUID incident,
      SealedWords words,
      LocalDate answeredOn,
      byte[] sealedWhy,
      StaffId by,
      Instant at) {
    this.id = id;
    this.incident = incident;
    this.words = words;
    this.answeredOn = answeredOn;
    this.why = sealedWhy;
    this.by = by.value();
    this.at = at;
  }

  public UUID id() {
    return id;
  }

  public SealedWords words() {
    return words;
  }

  /** Null while there was no answer. */
  public LocalDate answeredOn() {
    return answeredOn;
  }

  public byte[] why() {
    return why;
  }

  public StaffId by() {
    return new StaffId(by);
  }

  public Instant at() {
    return at;
  }
}
