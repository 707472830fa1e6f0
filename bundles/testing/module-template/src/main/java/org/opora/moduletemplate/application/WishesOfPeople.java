package org.opora.moduletemplate.application;

import java.util.List;
import java.util.Set;
import org.opora.api.evidence.Evidence;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.moduletemplate.domain.Wish;
import org.opora.moduletemplate.persistence.WishQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the module holds about a person, for the person's own extract and for the end of the
 * records. Whoever asks decides who may.
 */
@Component(service = WishesOfPeople.class)
public final class WishesOfPeople {
  private final Transactions transactions;
  private final Echo echo;

  @Activate
  public WishesOfPeople(
      @Reference(target = "(opora.unit=module-template)") Transactions transactions,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.echo = new Echo(timeline, evidence, messages);
  }

  /** Under every one of these keys, from the earliest. */
  public List<Wish> of(Set<PersonId> person) {
    return transactions.read(
        em -> WishQueries.ofPeople(em, person.stream().map(PersonId::value).toList()));
  }

  /** A wish of somebody who is to be forgotten counts for nothing any more: it goes as a whole. */
  public void forget(Set<PersonId> person) {
    transactions.run(
        em ->
            WishQueries.ofPeople(em, person.stream().map(PersonId::value).toList())
                .forEach(
                    wish -> {
                      echo.fallsSilent(wish);
                      em.remove(wish);
                    }));
  }
}
