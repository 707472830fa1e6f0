package org.opora.registry.plans.application;

import java.time.LocalDate;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.registry.care.domain.PaperSignature;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.plans.domain.PlanKind;

/** What plans prove, for whoever counts duties: always of whose the plan is. */
final class PlanProof {
  private PlanProof() {}

  /** It holds for the days that the plan was for when it was signed. */
  static NewFact signed(Plan plan, PaperSignature signature) {
    LocalDate last = plan.terms().last();
    NewFact fact =
        of(
            plan,
            plan.kind() == PlanKind.STAY ? Kinds.PLAN_OF_STAY_SIGNED : Kinds.EDUCATION_PLAN_SIGNED,
            signature.day());
    return last.isBefore(signature.day()) ? fact : fact.until(last);
  }

  static NewFact reviewed(Plan plan, LocalDate on) {
    return of(plan, Kinds.PLAN_REVIEW, on).formed(plan.kind().name());
  }

  private static NewFact of(Plan plan, String kind, LocalDate on) {
    return NewFact.of(kind, About.person(plan.file(), plan.whose()), on)
        .tiedTo(plan.id().toString());
  }
}
