package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.AgreementId;

/** Notice or an agreed end that was running when the agreement came to an earlier end. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AGREEMENT_END_BEFORE")
public class OvertakenEnd {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID agreement;

  @Column(name = "LAST_DAY", updatable = false)
  private LocalDate lastDay;

  @Embedded private Ending ending;

  protected OvertakenEnd() {}

  /**
   * @param agreement as it ends now
   */
  public OvertakenEnd(UUID id, Agreement agreement) {
    this.id = id;
    this.file = agreement.file().value();
    this.agreement = agreement.id();
    this.lastDay = agreement.endedOn();
    this.ending = agreement.ending().copy();
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  /** The day that would have been the last one. */
  public LocalDate lastDay() {
    return lastDay;
  }

  public Ending ending() {
    return ending;
  }
}
