package org.opora.supervisedcontacts.risks.contributions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.web.PlanPart;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.opora.supervisedcontacts.risks.application.RiskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** On the page of a plan: how risky it is, and what is done about it. */
@Component
public final class RisksOfPlan implements PlanPart {
  private final RiskReader reader;

  @Activate
  public RisksOfPlan(@Reference RiskReader reader) {
    this.reader = reader;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String template() {
    return "risk-part";
  }

  @Override
  public Map<String, Object> model(Request request, PlanView plan) {
    List<RiskView> all = reader.of(request.viewer(), new PlanId(plan.row().id()));
    Map<String, Object> model = new HashMap<>();
    model.put("risk", all.isEmpty() ? null : all.get(0));
    return model;
  }
}
