package org.opora.registry.complaints.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** What a complaint said before it was corrected. Written once, and sealed as the complaint is. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "COMPLAINT_FORMER")
public class FormerComplaint {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID complaint;

  @Column(name = "RECEIVED_ON", updatable = false)
  private LocalDate receivedOn;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private How how;

  @Column(updatable = false)
  private byte[] complainant;

  @Column(updatable = false)
  private byte[] matter;

  @Column(updatable = false)
  private byte[] about;

  @Column(name = "CHANGED_ON", updatable = false)
  private LocalDate changedOn;

  @Column(name = "CHANGED_BY", updatable = false)
  private UUID changedBy;

  protected FormerComplaint() {}

  /**
   * @param id in the order in which they were replaced
   */
  public FormerComplaint(UUID id, UUID complaint, LocalDate receivedOn, How how) {
    this.id = id;
    this.complaint = complaint;
    this.receivedOn = receivedOn;
    this.how = how;
  }

  /**
   * @param sealedComplainant null when it was anonymous
   * @param sealedAbout keys of the colleagues it was about; null when there were none
   */
  public void said(byte[] sealedComplainant, byte[] sealedMatter, byte[] sealedAbout) {
    complainant = sealedComplainant;
    matter = sealedMatter;
    about = sealedAbout;
  }

  public void replaced(LocalDate on, StaffId by) {
    changedOn = on;
    changedBy = by.value();
  }

  public UUID id() {
    return id;
  }

  public UUID complaint() {
    return complaint;
  }

  public LocalDate receivedOn() {
    return receivedOn;
  }

  public How how() {
    return how;
  }

  /** Null when it was anonymous. */
  public byte[] complainant() {
    return complainant;
  }

  public byte[] matter() {
    return matter;
  }

  /** Null when it was about no colleague. */
  public byte[] about() {
    return about;
  }

  public LocalDate changedOn() {
    return changedOn;
  }

  public StaffId changedBy() {
    return new StaffId(changedBy);
  }
}
