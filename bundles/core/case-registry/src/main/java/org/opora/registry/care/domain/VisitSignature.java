package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;

/** A carer has read a visit and signed it, or has refused to. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_SIGNATURE")
public class VisitSignature {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID visit;

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

  protected VisitSignature() {}

  /**
   * @param wording number of the wording that was read
   * @param sealedReason why it was refused; null exactly when it was signed
   */
  public VisitSignature(
      UUID id,
      VisitId visit,
      PersonId person,
      int wording,
      LocalDate day,
      byte[] sealedReason,
      StaffId by,
      Instant at) {
    this.id = id;
    this.visit = visit.value();
    this.person = person.value();
    this.wording = wording;
    this.day = day;
    this.refused = sealedReason != null;
    this.reason = sealedReason;
    this.notedBy = by.value();
    this.notedAt = at;
  }

  /** It was noted by mistake. */
  public void strike(LocalDate on, StaffId by) {
    struckOn = on;
    struckBy = by.value();
  }

  public UUID id() {
    return id;
  }

  public UUID visit() {
    return visit;
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
