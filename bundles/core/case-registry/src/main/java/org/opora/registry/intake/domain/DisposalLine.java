package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** One record of a disposal. It stays for good when the words of the record are gone. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INTAKE_DISPOSAL_LINE")
public class DisposalLine {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID disposal;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RecordKind kind;

  @Column(name = "RECORD_ID", updatable = false)
  private UUID record;

  @Column(name = "RECORD_DAY", updatable = false)
  private LocalDate day;

  @Column(name = "DELETED_ON")
  private LocalDate deletedOn;

  private String fingerprint;

  protected DisposalLine() {}

  public DisposalLine(UUID id, UUID disposal, RecordKind kind, UUID record, LocalDate day) {
    this.id = id;
    this.disposal = disposal;
    this.kind = kind;
    this.record = record;
    this.day = day;
  }

  /**
   * @param of the sealed words that were deleted, in hexadecimal
   */
  public void deleted(LocalDate on, String of) {
    deletedOn = on;
    fingerprint = of;
  }

  public RecordKind kind() {
    return kind;
  }

  public UUID record() {
    return record;
  }

  public LocalDate day() {
    return day;
  }

  /** Null while its words are there. */
  public LocalDate deletedOn() {
    return deletedOn;
  }

  public String fingerprint() {
    return fingerprint;
  }
}
