package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** What stood before an inquiry was put right, and why it was. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INQUIRY_CORRECTION")
public class InquiryCorrection {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID inquiry;

  @Column(name = "CORRECTED_ON", updatable = false)
  private LocalDate correctedOn;

  @Column(name = "CORRECTED_BY", updatable = false)
  private UUID correctedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "BEFORE_STATE", updatable = false)
  private InquiryState state;

  @Column(name = "BEFORE_ON", updatable = false)
  private LocalDate stateOn;

  @Column(name = "BEFORE_WAITING", updatable = false)
  private LocalDate waitingSince;

  @Column(name = "BEFORE_GROUND", updatable = false)
  private String ground;

  private byte[] reason;

  @Column(name = "FOUNDED_FILE")
  private UUID foundedFile;

  protected InquiryCorrection() {}

  /** Keeps what the inquiry says now. */
  public InquiryCorrection(UUID id, Inquiry before, LocalDate correctedOn, StaffId correctedBy) {
    this.id = id;
    this.inquiry = before.id();
    this.correctedOn = correctedOn;
    this.correctedBy = correctedBy.value();
    this.state = before.state();
    this.stateOn = before.stateOn();
    this.waitingSince = before.waitingSince();
    this.ground = before.ground();
  }

  /** The acceptance is taken back for which this file was opened. */
  public void founded(CaseFileId file) {
    foundedFile = file.value();
  }

  public void because(byte[] sealedReason) {
    reason = sealedReason;
  }

  /** Why it was put right may name somebody, and a file opened by mistake does. */
  public void forget() {
    reason = null;
    foundedFile = null;
  }

  public UUID id() {
    return id;
  }

  /** On whose key the reason hangs. */
  public Subject owner() {
    return new Subject(Subject.Kind.DRAWER, correctedBy);
  }

  public LocalDate correctedOn() {
    return correctedOn;
  }

  public StaffId correctedBy() {
    return new StaffId(correctedBy);
  }

  public InquiryState state() {
    return state;
  }

  public LocalDate stateOn() {
    return stateOn;
  }

  public LocalDate waitingSince() {
    return waitingSince;
  }

  public String ground() {
    return ground;
  }

  /** The file that had been opened for it; null unless that is taken back, or when forgotten. */
  public CaseFileId foundedFile() {
    return foundedFile == null ? null : new CaseFileId(foundedFile);
  }

  /** Null when it has been deleted with the inquiry. */
  public byte[] reason() {
    return reason;
  }
}
