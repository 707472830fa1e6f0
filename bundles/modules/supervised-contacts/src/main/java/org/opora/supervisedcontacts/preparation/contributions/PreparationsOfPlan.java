package org.opora.supervisedcontacts.preparation.contributions;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.web.PlanPart;
import org.opora.supervisedcontacts.preparation.application.PreparationReader;
import org.opora.supervisedcontacts.preparation.application.PreparationView;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** On the page of a plan: who was prepared, and who was not yet. */
@Component
public final class PreparationsOfPlan implements PlanPart {
  private final PreparationReader reader;

  @Activate
  public PreparationsOfPlan(@Reference PreparationReader reader) {
    this.reader = reader;
  }

  @Override
  public int order() {
    return 200;
  }

  @Override
  public String template() {
    return "preparation-part";
  }

  @Override
  public Map<String, Object> model(Request request, PlanView plan) {
    List<PreparationView> all = reader.of(request.viewer(), new PlanId(plan.row().id()));
    Map<Whom, Boolean> prepared = new EnumMap<>(Whom.class);
    for (Whom whom : Whom.values()) {
      prepared.put(
          whom, all.stream().anyMatch(one -> one.whom() == whom && one.struckOn() == null));
    }
    return Map.of(
        "all",
        all,
        "missing",
        Arrays.stream(Whom.values()).filter(whom -> !prepared.get(whom)).toList());
  }
}
