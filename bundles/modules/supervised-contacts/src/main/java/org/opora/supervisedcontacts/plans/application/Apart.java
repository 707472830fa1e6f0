package org.opora.supervisedcontacts.plans.application;

import java.util.Collection;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.safety.KeptApart;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;

/**
 * Whom a plan forbids to meet the child is told to the whole house, so that no bundle brings the
 * two together while the plan holds.
 */
record Apart(KeptApart kept, People people) {
  /** In the writer's transaction: as the plan says now. */
  void follow(ContactPlan plan, Collection<PlanPerson> named) {
    Set<PersonId> self = people.idsOf(plan.child());
    for (PlanPerson person : named) {
      // Who was found to be the child itself meanwhile is kept from nobody.
      boolean other = person.person() != null && !self.contains(person.person());
      if (person.forbidden() && other) {
        kept.put(
            SupervisedContactsModule.ID,
            person.id().value(),
            plan.child(),
            person.person(),
            plan.validFrom(),
            plan.validUntil());
      } else {
        kept.withdraw(SupervisedContactsModule.ID, person.id().value());
      }
    }
  }
}
