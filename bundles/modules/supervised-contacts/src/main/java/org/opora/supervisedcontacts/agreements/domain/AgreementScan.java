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
import org.opora.api.ids.StaffId;

/** The signed paper, as it was scanned. Its content is sealed. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "AGREEMENT_SCAN")
public class AgreementScan {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID agreement;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ScanFormat format;

  @Column(updatable = false)
  private int bytes;

  @Column(name = "CONTENT_S")
  private byte[] content;

  @Column(name = "ADDED_BY", updatable = false)
  private UUID addedBy;

  @Column(name = "ADDED_AT", updatable = false)
  private Instant addedAt;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  protected AgreementScan() {}

  /**
   * @param content sealed
   * @param bytes how long it is when it is opened
   */
  public AgreementScan(
      UUID id, AgreementId agreement, ScanFormat format, byte[] content, int bytes) {
    this.id = id;
    this.agreement = agreement.value();
    this.format = format;
    this.content = content;
    this.bytes = bytes;
  }

  public void added(StaffId by, Instant at) {
    this.addedBy = by.value();
    this.addedAt = at;
  }

  /** It was attached by mistake: nobody opens it any more. */
  public void strike(LocalDate on, StaffId by) {
    this.struckOn = on;
    this.struckBy = by.value();
  }

  /** What it shows is not known any more. */
  public void forget() {
    this.content = null;
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  public ScanFormat format() {
    return format;
  }

  public byte[] content() {
    return content;
  }

  /** Null unless it was attached by mistake. */
  public LocalDate struckOn() {
    return struckOn;
  }
}
