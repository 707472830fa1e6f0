package org.opora.supervisedcontacts.plans.application;

import java.util.List;
import java.util.Set;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.overrides.Overrides.NewOverride;
import org.opora.api.overrides.Overrides.Rule;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.application.Refusals;

/**
 * A plan that rests on a decision of a court is not loosened by the way: another form of contact,
 * other places, days outside of the decision and people it did not name ask for a reason, and the
 * house is told. Whom the court forbids is no matter of a reason: see {@link Releases}.
 */
public record CourtGuard(Overrides overrides, Messages messages, Decisions decisions) {
  private static final String RULE = SupervisedContactsModule.ID + ".plan-by-court";

  /**
   * Asked before the plan is changed.
   *
   * @param places where it lets them meet so far
   * @param loosened whether somebody may be met with fewer siblings than before
   * @throws org.opora.api.faults.Refused when the change goes beyond the decision and the reason is
   *     missing or lacks something
   */
  void check(
      Viewer viewer, ContactPlan plan, PlanChange change, Set<String> places, boolean loosened) {
    PlanTerms now = change.terms();
    boolean opens = loosened || opens(change.added());
    if (plan.departs(now, places)
        || plan.onSameDecision(now) && opens
        || decisions.beyond(viewer, plan.whose(), now)) {
      record(viewer, plan, change.because());
    }
  }

  /**
   * Asked when the plan is made.
   *
   * @throws org.opora.api.faults.Refused when it holds on days on which the decision has no effect,
   *     and the reason is missing or lacks something
   */
  void first(Viewer viewer, ContactPlan plan, PlanTerms terms, Because because) {
    if (decisions.beyond(viewer, plan.whose(), terms)) {
      record(viewer, plan, because);
    }
  }

  private void record(Viewer viewer, ContactPlan plan, Because because) {
    if (because == null) {
      throw Refusals.refused(Because.FIELD, "plan.beyond-decision");
    }
    because.complete();
    overrides.put(
        viewer,
        new NewOverride(
            SupervisedContactsModule.ID,
            // Every change is a decision of its own, and none is taken back.
            Ids.next(),
            new Rule(RULE, messages.title("plan.rule.by-court")),
            Subject.of(plan.childFile()),
            plan.caseFile(),
            Set.of(plan.child()),
            viewer.today(),
            because,
            SupervisedContactsModule.HOME + "/plans/" + plan.id()));
  }

  /** Whether somebody may meet the child whom the plan did not name. */
  private static boolean opens(List<Plans.Named> added) {
    return added.stream().anyMatch(each -> each.standing() == Standing.ALLOWED);
  }
}
