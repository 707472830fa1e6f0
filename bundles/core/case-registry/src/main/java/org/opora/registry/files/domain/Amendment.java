package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;

/** A change of an agreement on which both parties agreed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AGREEMENT_AMENDMENT")
public class Amendment {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID agreement;

  @Column(name = "AMENDED_ON")
  private LocalDate day;

  private boolean substantial;
  private byte[] what;

  @Column(name = "CONSENT_ON")
  private LocalDate consentOn;

  @Column(name = "CONSENT_REFERENCE")
  private String consentReference;

  @Column(name = "RULES_FROM")
  private LocalDate rulesFrom;

  protected Amendment() {}

  public Amendment(UUID id, CaseFileId file, AgreementId agreement) {
    this.id = id;
    this.file = file.value();
    this.agreement = agreement.value();
  }

  /**
   * @param signedOn day of the last signature
   * @param text what changed, sealed
   * @param consent when the authority consented; null for a change that is not substantial
   */
  public void says(
      LocalDate signedOn, boolean isSubstantial, byte[] text, LocalDate consent, String reference) {
    day = signedOn;
    substantial = isSubstantial;
    what = text.clone();
    consentOn = consent;
    consentReference = reference;
  }

  /**
   * @param first day from which the agreement is under the present rules; null when the change says
   *     nothing of that
   */
  public void optsIn(LocalDate first) {
    rulesFrom = first;
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

  public LocalDate on() {
    return day;
  }

  public boolean substantial() {
    return substantial;
  }

  public byte[] what() {
    return what.clone();
  }

  public LocalDate consentOn() {
    return consentOn;
  }

  public String consentReference() {
    return consentReference;
  }

  public LocalDate rulesFrom() {
    return rulesFrom;
  }
}
