package org.opora.supervisedcontacts.evaluations.contributions;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.CentreRecurrence;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.evaluations.application.EvaluationFigures;
import org.opora.supervisedcontacts.evaluations.application.Evaluations;
import org.opora.supervisedcontacts.plans.application.PlanProof;
import org.osgi.service.component.annotations.Component;

/**
 * The centre promises to evaluate the contacts of each plan, after so many of them or after so many
 * months, for as long as the plan lasts.
 */
@Component(service = DutyRules.class)
public final class EvaluationPromise implements DutyRules {
  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public Text title() {
    return text("module.title");
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<CentreRule> rules() {
    return List.of(
        new CentreRecurrence(
            SupervisedContactsModule.ID + ".evaluation",
            text("duty.evaluation"),
            Set.of(SubjectKind.CHILD),
            PlanProof.EVIDENCE,
            Evaluations.EVIDENCE,
            EvaluationFigures.MONTHS,
            Contacts.EVIDENCE,
            EvaluationFigures.TIMES,
            EvaluationFigures.GRACE,
            new CentreRecurrence.Reasons(
                SupervisedContactsModule.ORIGIN,
                "duty.evaluation.running",
                "duty.evaluation.soon",
                "duty.evaluation.overdue",
                "duty.evaluation.often",
                "duty.evaluation.often-overdue",
                "duty.evaluation.unknown")));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
