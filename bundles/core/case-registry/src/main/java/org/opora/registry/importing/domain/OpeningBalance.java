package org.opora.registry.importing.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Hours, days or a remark as they came from former records, until a person has confirmed them: what
 * was confirmed is an entry of a ledger.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "OPENING_BALANCE")
public class OpeningBalance {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "CASE_FILE", updatable = false)
  private UUID caseFile;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Kind kind;

  private BigDecimal quantity;

  @Column(name = "AS_OF", updatable = false)
  private LocalDate asOf;

  private byte[] note;

  @Column(name = "CONFIRMED_ON")
  private LocalDate confirmedOn;

  @Column(name = "CONFIRMED_BY")
  private UUID confirmedBy;

  protected OpeningBalance() {}

  public OpeningBalance(
      UUID id,
      UUID caseFile,
      UUID person,
      Kind kind,
      BigDecimal quantity,
      LocalDate asOf,
      byte[] note) {
    this.id = id;
    this.caseFile = caseFile;
    this.person = person;
    this.kind = kind;
    this.quantity = quantity;
    this.asOf = asOf;
    this.note = note;
  }

  /** What was taken over. */
  public enum Kind {
    EDUCATION_HOURS,
    RESPITE_DAYS,
    NOTE
  }

  public void says(BigDecimal amount, byte[] sealedNote) {
    quantity = amount;
    note = sealedNote;
  }

  /** A person has looked at it; it stays as it came. */
  public void confirm(LocalDate day, UUID staff) {
    confirmedOn = day;
    confirmedBy = staff;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID caseFile() {
    return caseFile;
  }

  public UUID person() {
    return person;
  }

  public Kind kind() {
    return kind;
  }

  public BigDecimal quantity() {
    return quantity;
  }

  public LocalDate asOf() {
    return asOf;
  }

  public byte[] note() {
    return note;
  }

  public LocalDate confirmedOn() {
    return confirmedOn;
  }

  public UUID confirmedBy() {
    return confirmedBy;
  }
}
