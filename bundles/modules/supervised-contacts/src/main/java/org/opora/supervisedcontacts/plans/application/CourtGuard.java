package org.opora.supervisedcontacts.plans.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.application.Refusals;

/**
 * A plan that rests on a decision of a court is not loosened by the way: another form of contact,
 * days outside of the decision and people it did not name ask for a reason, and the house is told.
 */
public record CourtGuard(Overrides overrides, Messages messages) {
  private static final String RULE = SupervisedContactsModule.ID + ".plan-by-court";

  /**
   * Asked before the plan is changed.
   *
   * @param because null when no reason is given; it is kept only where one is asked for
   * @throws org.opora.api.faults.Refused when the change goes beyond the decision and the reason is
   *     missing or lacks something
   */
  public void check(
      Viewer viewer,
      ContactPlan plan,
      PlanTerms now,
      Collection<PlanPerson> people,
      Map<PlanPersonId, Standing> standings,
      List<Plans.Named> added,
      Because because) {
    if (!plan.departs(now) && !(plan.onSameDecision(now) && opens(people, standings, added))) {
      return;
    }
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

  /** Whether somebody may meet the child who might not before. */
  private static boolean opens(
      Collection<PlanPerson> people,
      Map<PlanPersonId, Standing> standings,
      List<Plans.Named> added) {
    return added.stream().anyMatch(each -> each.standing() == Standing.ALLOWED)
        || people.stream()
            .filter(person -> person.standing() == Standing.FORBIDDEN)
            .anyMatch(person -> standings.get(person.id()) == Standing.ALLOWED);
  }
}
