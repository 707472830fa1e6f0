package org.opora.supervisedcontacts.requests.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.search.SearchIndex;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.requests.domain.ContactRequest;
import org.opora.supervisedcontacts.requests.persistence.RequestQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What requests hold about a child and about who asked. Whoever asks decides who may. */
@Component(service = RequestData.class)
public final class RequestData {
  private final Transactions transactions;
  private final Timeline timeline;
  private final SearchIndex search;

  @Activate
  public RequestData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Timeline timeline,
      @Reference SearchIndex search) {
    this.transactions = transactions;
    this.timeline = timeline;
    this.search = search;
  }

  /** About a child, from the earliest. */
  public List<ContactRequest> of(Set<PersonId> child) {
    return transactions.read(em -> RequestQueries.ofChild(em, keys(child)));
  }

  /** What somebody asked, from the earliest. */
  public List<ContactRequest> askedBy(Set<PersonId> person) {
    return transactions.read(em -> RequestQueries.askedBy(em, keys(person)));
  }

  /** Every word about the child goes, and its lines in the story; who asked is known no more. */
  public void forget(Set<PersonId> person) {
    transactions.run(
        em -> {
          for (ContactRequest row : RequestQueries.ofChild(em, keys(person))) {
            row.forget();
            timeline.withdraw(SupervisedContactsModule.ID, row.key());
            search.withdraw(SupervisedContactsModule.ID, row.key());
          }
          RequestQueries.askedBy(em, keys(person)).forEach(ContactRequest::forgetAsker);
        });
  }

  private static List<UUID> keys(Set<PersonId> people) {
    return people.stream().map(PersonId::value).toList();
  }
}
