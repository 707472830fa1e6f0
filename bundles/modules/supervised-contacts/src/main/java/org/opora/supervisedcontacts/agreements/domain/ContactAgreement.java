package org.opora.supervisedcontacts.agreements.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;

/**
 * The written agreement on how a child meets the people of a plan. How it reads are numbered {@link
 * AgreementWording}s, because each signature is one of a wording; the last one holds.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "CONTACT_AGREEMENT")
public class ContactAgreement extends ChildRecord {
  @Column(updatable = false)
  private UUID plan;

  private int wording;

  protected ContactAgreement() {}

  public ContactAgreement(AgreementId id, ChildOfFile whose, PlanId plan) {
    super(id.value(), whose);
    this.plan = plan.value();
  }

  /** It reads otherwise from now on: the number of that wording. */
  public int reworded() {
    wording++;
    return wording;
  }

  public AgreementId id() {
    return new AgreementId(key());
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  /** Number of the wording that holds, from one. */
  public int wording() {
    return wording;
  }
}
