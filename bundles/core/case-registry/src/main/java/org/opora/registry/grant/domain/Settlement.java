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
 * What was done after one end of an agreement: it was reported, and the rest was returned. An end
 * that is taken back keeps its record, and the next one has its own.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "GRANT_SETTLED_END")
public class Settlement {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID agreement;

  @Column(name = "LAST_DAY", updatable = false)
  private LocalDate lastDay;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "REPORTED_ON")
  private LocalDate reportedOn;

  private Long returned;

  @Column(name = "RETURNED_ON")
  private LocalDate returnedOn;

  private UUID writer;

  protected Settlement() {}

  public Settlement(UUID id, AgreementId agreement, LocalDate lastDay, CaseFileId file) {
    this.id = id;
    this.agreement = agreement.value();
    this.lastDay = lastDay;
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

  /** Last day of the agreement at the end that was settled. */
  public LocalDate lastDay() {
    return lastDay;
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
