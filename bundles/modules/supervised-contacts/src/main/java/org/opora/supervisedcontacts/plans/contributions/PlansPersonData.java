package org.opora.supervisedcontacts.plans.contributions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.PlanData;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A child's plans, and plans for others in which somebody is named. The extract says of which days
 * the child's own are; who is named in them and on what conditions may speak of others, so each is
 * looked at before it is handed out.
 */
@Component
public final class PlansPersonData implements PersonDataOwner {
  private static final Text LABEL = Text.of(SupervisedContactsModule.ORIGIN, "person-data.plan");
  private final PlanData data;

  @Activate
  public PlansPersonData(@Reference PlanData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    return data.of(person).size() + (long) data.naming(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return data.of(person).stream().map(plan -> new Fact(LABEL, days(plan))).toList();
  }

  private static String days(ContactPlan plan) {
    return plan.validUntil() == null
        ? plan.validFrom() + " –"
        : plan.validFrom() + " – " + plan.validUntil();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return Stream.concat(data.of(person).stream(), data.naming(person).stream())
        .map(
            plan ->
                new Review(
                    LABEL,
                    plan.id().value(),
                    SupervisedContactsModule.HOME + "/plans/" + plan.id()))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
    data.forgetNamed(person);
  }
}
