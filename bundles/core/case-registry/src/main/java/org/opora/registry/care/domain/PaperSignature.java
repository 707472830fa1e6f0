package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** A carer has read an entry and signed it, or has refused to. */
@MappedSuperclass
public abstract class PaperSignature {
  @Id private UUID id;

  @Column(name = "ENTRY", updatable = false)
  private UUID written;

  @Column(updatable = false)
  private UUID person;

  @Column(updatable = false)
  private int wording;

  @Column(name = "SIGNED_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private boolean refused;

  @Column(updatable = false)
  private byte[] reason;

  @Column(name = "NOTED_BY", updatable = false)
  private UUID notedBy;

  @Column(name = "NOTED_AT", updatable = false)
  private Instant notedAt;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  protected PaperSignature() {}

  protected PaperSignature(Noted noted) {
    this.id = noted.id();
    this.written = noted.entry();
    this.person = noted.person().value();
    this.wording = noted.wording();
    this.day = noted.day();
    this.refused = noted.sealedReason() != null;
    this.reason = noted.sealedReason();
    this.notedBy = noted.by().value();
    this.notedAt = noted.at();
  }

  /**
   * @param wording number of the wording that was read
   * @param sealedReason why it was refused; null exactly when it was signed
   */
  public record Noted(
      UUID id,
      UUID entry,
      PersonId person,
      int wording,
      LocalDate day,
      byte[] sealedReason,
      StaffId by,
      Instant at) {}

  /** It was noted by mistake. */
  public void strike(LocalDate on, StaffId by) {
    struckOn = on;
    struckBy = by.value();
  }

  public UUID id() {
    return id;
  }

  public UUID entry() {
    return written;
  }

  public PersonId person() {
    return new PersonId(person);
  }

  /** Number of the wording that was read. */
  public int wording() {
    return wording;
  }

  public LocalDate day() {
    return day;
  }

  public boolean refused() {
    return refused;
  }

  public byte[] reason() {
    return reason;
  }

  public StaffId notedBy() {
    return new StaffId(notedBy);
  }

  public Instant notedAt() {
    return notedAt;
  }

  /** Null unless it was noted by mistake. */
  public LocalDate struckOn() {
    return struckOn;
  }

  public StaffId struckBy() {
    return struckBy == null ? null : new StaffId(struckBy);
  }
}
