package org.opora.supervisedcontacts.plans.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.persistence.PlansOfChild;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What plans hold about a child, for the child's own extract and for the end of the records.
 * Whoever asks decides who may.
 */
@Component(service = PlanData.class)
public final class PlanData {
  /** In the place of the name of somebody whom a plan named; in no language. */
  private static final String NOBODY = "–";

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Timeline timeline;

  @Activate
  public PlanData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Timeline timeline) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.timeline = timeline;
  }

  /** From the earliest. */
  public List<ContactPlan> of(Set<PersonId> child) {
    return transactions.read(em -> new PlansOfChild(em, keys(child)).plans());
  }

  /** Every name and every word go, and so do the lines in the child's story. */
  public void forget(Set<PersonId> child) {
    transactions.run(
        em -> {
          PlansOfChild rows = new PlansOfChild(em, keys(child));
          for (ContactPlan plan : rows.plans()) {
            plan.forget();
            timeline.withdraw(SupervisedContactsModule.ID, plan.id().value());
          }
          forgetNames(rows);
        });
  }

  private void forgetNames(PlansOfChild rows) {
    var files =
        rows.plans().stream().collect(Collectors.toMap(ContactPlan::id, ContactPlan::childFile));
    rows.named()
        .forEach(
            person -> {
              PlanId plan = person.plan();
              person.forget(
                  sealed.seal(files.get(plan), SealedTexts.NAME, person.id().value(), NOBODY));
            });
  }

  private static List<UUID> keys(Set<PersonId> child) {
    return child.stream().map(PersonId::value).toList();
  }
}
