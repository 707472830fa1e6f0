package org.opora.supervisedcontacts.agreements.contributions;

import java.util.Map;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.agreements.application.AgreementReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.web.PlanPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** On the page of a plan: the agreement with its rules, and who has not signed it. */
@Component
public final class AgreementsOfPlan implements PlanPart {
  private final AgreementReader reader;

  @Activate
  public AgreementsOfPlan(@Reference AgreementReader reader) {
    this.reader = reader;
  }

  @Override
  public int order() {
    return 300;
  }

  @Override
  public String template() {
    return "agreement-part";
  }

  @Override
  public Map<String, Object> model(Request request, PlanView plan) {
    return Map.of("all", reader.of(request.viewer(), new PlanId(plan.row().id())));
  }
}
