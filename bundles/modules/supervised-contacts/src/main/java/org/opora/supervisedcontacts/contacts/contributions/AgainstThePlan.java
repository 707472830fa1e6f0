package org.opora.supervisedcontacts.contacts.contributions;

import java.util.Map;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.web.PlanPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** On the page of a plan: that a contact is booked with somebody whom it has come to forbid. */
@Component
public final class AgainstThePlan implements PlanPart {
  private final ContactReader reader;

  @Activate
  public AgainstThePlan(@Reference ContactReader reader) {
    this.reader = reader;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean warns() {
    return true;
  }

  @Override
  public String template() {
    return "against-part";
  }

  @Override
  public Map<String, Object> model(Request request, PlanView plan) {
    return Map.of("against", reader.against(request.viewer(), new PlanId(plan.row().id())));
  }
}
