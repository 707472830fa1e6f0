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

/** What was done after the end of an agreement: it was reported, and the rest was returned. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "GRANT_SETTLEMENT")
public class Settlement {
  /** The key of the agreement: it ends once. */
  @Id private UUID agreement;

  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "REPORTED_ON")
  private LocalDate reportedOn;

  private Long returned;

  @Column(name = "RETURNED_ON")
  private LocalDate returnedOn;

  private UUID writer;

  protected Settlement() {}

  public Settlement(AgreementId agreement, CaseFileId file) {
    this.agreement = agreement.value();
    this.file = file.value();
  }

  /**
   * @param reported null while nobody has reported the end
   * @param haler what was returned; null exactly when {@code on} is
   */
  public void says(LocalDate reported, Long haler, LocalDate on, StaffId by) {
    reportedOn = reported;
    returned = haler;
    returnedOn = on;
    writer = by.value();
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public LocalDate reportedOn() {
    return reportedOn;
  }

  public Long returned() {
    return returned;
  }

  public LocalDate returnedOn() {
    return returnedOn;
  }

  public StaffId writer() {
    return new StaffId(writer);
  }
}
