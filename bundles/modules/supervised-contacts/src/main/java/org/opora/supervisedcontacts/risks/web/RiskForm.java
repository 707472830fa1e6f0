package org.opora.supervisedcontacts.risks.web;

import java.util.Arrays;
import java.util.List;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.risks.application.NewAssessment;
import org.opora.supervisedcontacts.risks.application.Risks;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;

/** Reads the form of an assessment. */
record RiskForm(Form form) {
  NewAssessment read() {
    return new NewAssessment(
        form.requiredDate("on"),
        areas(),
        form.requiredChoice("outcome", RiskOutcome.class),
        form.text("words", Risks.TEXT),
        form.date("reviewOn"));
  }

  private List<NewAssessment.Area> areas() {
    return Arrays.stream(RiskKind.values())
        .map(
            kind ->
                new NewAssessment.Area(
                    kind,
                    form.requiredChoice(Risks.field("level", kind), RiskLevel.class),
                    form.text(Risks.field("words", kind), Risks.TEXT),
                    form.text(Risks.field("measure", kind), Risks.TEXT)))
        .toList();
  }
}
