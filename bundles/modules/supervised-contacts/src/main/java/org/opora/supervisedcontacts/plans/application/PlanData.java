package org.opora.supervisedcontacts.plans.application;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.evidence.Evidence;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.search.SearchIndex;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanRelease;
import org.opora.supervisedcontacts.plans.domain.PlanVersion;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
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
  private final KeptApart kept;
  private final PlanProof proof;
  private final SearchIndex search;

  @Activate
  public PlanData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Timeline timeline,
      @Reference KeptApart kept,
      @Reference Evidence evidence,
      @Reference SearchIndex search) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.timeline = timeline;
    this.kept = kept;
    this.proof = new PlanProof(evidence);
    this.search = search;
  }

  /** From the earliest. */
  public List<ContactPlan> of(Set<PersonId> child) {
    return transactions.read(em -> new PlansOfChild(em, keys(child)).plans());
  }

  /** Every name and every word go, and so do the lines in the child's story; it proves nothing. */
  public void forget(Set<PersonId> child) {
    transactions.run(
        em -> {
          PlansOfChild rows = new PlansOfChild(em, keys(child));
          for (ContactPlan plan : rows.plans()) {
            plan.forget();
            timeline.withdraw(SupervisedContactsModule.ID, plan.id().value());
            proof.withdraw(plan);
            search.withdraw(SupervisedContactsModule.ID, plan.id().value());
          }
          rows.versions().forEach(PlanVersion::forget);
          rows.releases().forEach(PlanRelease::forget);
          forgetNames(rows.named(), rows.byKey());
        });
  }

  /** Plans for others in which somebody is named, under every key. */
  public List<ContactPlan> naming(Set<PersonId> person) {
    return transactions.read(
        em -> {
          Set<UUID> plans =
              PlansOfChild.naming(em, keys(person)).stream()
                  .map(one -> one.plan().value())
                  .collect(Collectors.toSet());
          return PlanQueries.byKey(em, plans).values().stream()
              .sorted(Comparator.comparing(ContactPlan::validFrom))
              .toList();
        });
  }

  /**
   * Who somebody was whom plans for others name is not known any more; what they might stays, as
   * the plan would read otherwise without it.
   */
  public void forgetNamed(Set<PersonId> person) {
    transactions.run(
        em -> {
          List<PlanPerson> named = PlansOfChild.naming(em, keys(person));
          Set<UUID> plans =
              named.stream().map(one -> one.plan().value()).collect(Collectors.toSet());
          forgetNames(named, PlanQueries.byKey(em, plans));
        });
  }

  private void forgetNames(List<PlanPerson> named, Map<UUID, ContactPlan> plans) {
    for (PlanPerson person : named) {
      kept.withdraw(SupervisedContactsModule.ID, person.id().value());
      person.forget(
          sealed.seal(
              plans.get(person.plan().value()).childFile(),
              SealedTexts.NAME,
              person.id().value(),
              NOBODY));
    }
  }

  private static List<UUID> keys(Set<PersonId> child) {
    return child.stream().map(PersonId::value).toList();
  }
}
