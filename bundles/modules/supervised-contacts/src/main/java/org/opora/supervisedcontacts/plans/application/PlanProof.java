package org.opora.supervisedcontacts.plans.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.NewFact;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;

/**
 * What a plan proves: that a child meets somebody from one day to another. With it begins what the
 * centre promises of its contacts; what follows is tied by the key of the plan.
 */
public record PlanProof(Evidence evidence) {
  /** Kind of the evidence. */
  public static final String EVIDENCE = "contact-plan";

  /** In the writer's transaction, as the plan stands now. */
  public void of(ContactPlan plan) {
    until(plan, plan.validUntil());
  }

  /**
   * In the writer's transaction: contacts by the plan have come to an end, whatever it says.
   *
   * @param last their last day
   */
  public void over(ContactPlan plan, LocalDate last) {
    LocalDate end = last.isBefore(plan.validFrom()) ? plan.validFrom() : last;
    boolean sooner = plan.validUntil() != null && plan.validUntil().isBefore(end);
    until(plan, sooner ? plan.validUntil() : end);
  }

  private void until(ContactPlan plan, LocalDate last) {
    evidence.record(
        SupervisedContactsModule.ID,
        plan.id().value(),
        List.of(
            NewFact.of(EVIDENCE, About.person(plan.caseFile(), plan.child()), plan.validFrom())
                .until(last)
                .tiedTo(plan.id().toString())));
  }

  /** In the writer's transaction: it proves nothing any more. */
  void withdraw(ContactPlan plan) {
    evidence.record(SupervisedContactsModule.ID, plan.id().value(), List.of());
  }
}
