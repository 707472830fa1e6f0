package org.opora.supervisedcontacts.agreements.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** Somebody has read a wording of an agreement and signed it, or would not. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "AGREEMENT_SIGNATURE")
public class AgreementSignature {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID agreement;

  @Column(updatable = false)
  private int wording;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Signer signer;

  private UUID person;

  @Column(updatable = false)
  private UUID staff;

  @Column(name = "NAME_S")
  private byte[] name;

  @Column(name = "SIGNED_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private boolean refused;

  @Column(name = "REASON_S")
  private byte[] reason;

  @Column(name = "NOTED_BY", updatable = false)
  private UUID notedBy;

  @Column(name = "NOTED_AT", updatable = false)
  private Instant notedAt;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  protected AgreementSignature() {}

  /**
   * @param wording number of the one that was read
   */
  public AgreementSignature(UUID id, AgreementId agreement, int wording, Signer signer) {
    this.id = id;
    this.agreement = agreement.value();
    this.wording = wording;
    this.signer = signer;
  }

  /**
   * Who it is; exactly one of the three says so.
   *
   * @param name as of that day, sealed; null for a colleague
   */
  public void by(PersonId person, StaffId staff, byte[] name) {
    this.person = person == null ? null : person.value();
    this.staff = staff == null ? null : staff.value();
    this.name = name;
  }

  /**
   * @param reason why it was not signed, sealed; null exactly when it was
   */
  public void answered(LocalDate on, byte[] reason, StaffId notedBy, Instant notedAt) {
    this.day = on;
    this.refused = reason != null;
    this.reason = reason;
    this.notedBy = notedBy.value();
    this.notedAt = notedAt;
  }

  /** It was noted by mistake. */
  public void strike(LocalDate on, StaffId by) {
    this.struckOn = on;
    this.struckBy = by.value();
  }

  /** Neither who it was nor what was said is known any more. */
  public void forget() {
    this.person = null;
    this.name = null;
    this.reason = null;
  }

  public UUID id() {
    return id;
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  public int wording() {
    return wording;
  }

  public Signer signer() {
    return signer;
  }

  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  /** Null unless a colleague signed. */
  public StaffId staff() {
    return staff == null ? null : new StaffId(staff);
  }

  public byte[] name() {
    return name;
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

  /** Null unless it was noted by mistake. */
  public LocalDate struckOn() {
    return struckOn;
  }
}
