package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.ReopeningReason;
import org.opora.api.ids.StaffId;

/** A file was closed and opened again, so that nobody takes the time between for work. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FILE_REOPENED")
public class Reopened {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "CLOSED_ON", updatable = false)
  private LocalDate closedOn;

  /** Code of the list of reasons. */
  @Column(name = "CLOSED_FOR", updatable = false)
  private String closedFor;

  @Column(name = "REOPENED_ON", updatable = false)
  private LocalDate day;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ReopeningReason why;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected Reopened() {}

  /** Of a file that is still closed. */
  public Reopened(UUID id, CaseFile file, LocalDate day, ReopeningReason why, StaffId writtenBy) {
    this.id = id;
    this.file = file.id().value();
    this.closedOn = file.closedOn();
    this.closedFor = file.closedFor();
    this.day = day;
    this.why = why;
    this.writtenBy = writtenBy.value();
  }

  public UUID id() {
    return id;
  }

  public LocalDate closedOn() {
    return closedOn;
  }

  public String closedFor() {
    return closedFor;
  }

  public LocalDate day() {
    return day;
  }

  public ReopeningReason why() {
    return why;
  }
}
