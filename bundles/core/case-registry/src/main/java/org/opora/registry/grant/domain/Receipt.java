package org.opora.registry.grant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/**
 * Money that came for an agreement and a year. What was written down by mistake is struck out, and
 * stays.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "GRANT_RECEIPT")
public class Receipt {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID agreement;

  @Column(name = "GRANT_YEAR", updatable = false)
  private int grantYear;

  @Column(updatable = false)
  private long amount;

  @Column(name = "RECEIVED_ON", updatable = false)
  private LocalDate receivedOn;

  @Column(updatable = false)
  private UUID writer;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  protected Receipt() {}

  /**
   * @param amount in haléře
   */
  public Receipt(
      UUID id,
      CaseFileId file,
      AgreementId agreement,
      int year,
      long amount,
      LocalDate receivedOn,
      StaffId writer) {
    this.id = id;
    this.file = file.value();
    this.agreement = agreement.value();
    this.grantYear = year;
    this.amount = amount;
    this.receivedOn = receivedOn;
    this.writer = writer.value();
  }

  public void struck(StaffId by, LocalDate day) {
    struckBy = by.value();
    struckOn = day;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  public int year() {
    return grantYear;
  }

  public long amount() {
    return amount;
  }

  public LocalDate receivedOn() {
    return receivedOn;
  }

  public StaffId writer() {
    return new StaffId(writer);
  }

  /** Null while it counts. */
  public LocalDate struckOn() {
    return struckOn;
  }

  /** Null while it counts. */
  public StaffId struckBy() {
    return struckBy == null ? null : new StaffId(struckBy);
  }
}
