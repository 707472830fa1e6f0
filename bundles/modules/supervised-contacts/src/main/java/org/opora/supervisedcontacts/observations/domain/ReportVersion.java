package org.opora.supervisedcontacts.observations.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;

/** A version of a report: who wrote it, why there is another one, and who approved it. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "REPORT_VERSION")
public class ReportVersion {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID report;

  @Column(name = "REPORT_NUMBER", updatable = false)
  private int number;

  @Column(name = "REASON_S")
  private byte[] reason;

  @Column(name = "WRITTEN_BY")
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT")
  private Instant writtenAt;

  @Column(name = "APPROVED_BY")
  private UUID approvedBy;

  @Column(name = "APPROVED_AT")
  private Instant approvedAt;

  protected ReportVersion() {}

  public ReportVersion(ReportId report, int number) {
    this.id = Ids.next();
    this.report = report.value();
    this.number = number;
  }

  /** Why there is another version, sealed; null for the first one. */
  public void because(byte[] why) {
    this.reason = why;
  }

  public void writtenBy(StaffId by, Instant at) {
    this.writtenBy = by.value();
    this.writtenAt = at;
  }

  public void approvedBy(StaffId by, Instant at) {
    this.approvedBy = by.value();
    this.approvedAt = at;
  }

  /** No word of it is known any more. */
  public void forget() {
    this.reason = null;
  }

  public UUID id() {
    return id;
  }

  public ReportId report() {
    return new ReportId(report);
  }

  public int number() {
    return number;
  }

  public byte[] reason() {
    return reason;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  /** Null while nobody has approved it. */
  public StaffId approvedBy() {
    return approvedBy == null ? null : new StaffId(approvedBy);
  }

  public Instant approvedAt() {
    return approvedAt;
  }
}
