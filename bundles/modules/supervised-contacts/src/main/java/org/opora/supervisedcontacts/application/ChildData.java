package org.opora.supervisedcontacts.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.domain.Contact;
import org.opora.supervisedcontacts.domain.ContactPlan;
import org.opora.supervisedcontacts.domain.ContactRecord;
import org.opora.supervisedcontacts.domain.PlanId;
import org.opora.supervisedcontacts.persistence.PersonQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the module holds about a child, for the child's own extract and for the end of the records.
 * Whoever asks decides who may.
 */
@Component(service = ChildData.class)
public final class ChildData {
  /** In the place of the name of somebody whom a plan named; in no language. */
  private static final String NOBODY = "–";

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Timeline timeline;

  @Activate
  public ChildData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Timeline timeline) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.timeline = timeline;
  }

  /**
   * @param plans from the earliest
   * @param contacts from the earliest
   * @param written keys of the contacts at which something was observed
   */
  public record Held(List<ContactPlan> plans, List<Contact> contacts, Set<UUID> written) {}

  public long count(Set<PersonId> child) {
    return transactions.read(em -> of(em, child).count());
  }

  public Held held(Set<PersonId> child) {
    return transactions.read(
        em -> {
          PersonQueries queries = of(em, child);
          return new Held(
              queries.plans(),
              queries.contacts(),
              queries.records().stream().map(ContactRecord::contact).collect(Collectors.toSet()));
        });
  }

  /**
   * What was observed, every name and every word go, and so do the lines in the child's story. That
   * a contact took place or did not, and on what day, stays: it is counted, and tells of nobody.
   */
  public void forget(Set<PersonId> child) {
    transactions.run(
        em -> {
          PersonQueries queries = of(em, child);
          queries.records().forEach(em::remove);
          for (Contact contact : queries.contacts()) {
            contact.forget();
            timeline.withdraw(SupervisedContactsModule.ID, contact.id().value());
          }
          for (ContactPlan plan : queries.plans()) {
            plan.forget();
            timeline.withdraw(SupervisedContactsModule.ID, plan.id().value());
          }
          forgetNames(queries);
        });
  }

  private void forgetNames(PersonQueries queries) {
    var files =
        queries.plans().stream().collect(Collectors.toMap(ContactPlan::id, ContactPlan::childFile));
    queries
        .named()
        .forEach(
            person -> {
              PlanId plan = person.plan();
              person.forget(
                  sealed.seal(files.get(plan), SealedTexts.NAME, person.id().value(), NOBODY));
            });
  }

  private static PersonQueries of(EntityManager em, Set<PersonId> child) {
    return new PersonQueries(em, child.stream().map(PersonId::value).toList());
  }
}
