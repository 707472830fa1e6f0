package org.opora.supervisedcontacts.preparation.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.preparation.domain.Preparation;
import org.opora.supervisedcontacts.preparation.persistence.PreparationQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What preparations hold about a child and about adults. Whoever asks decides who may. */
@Component(service = PreparationData.class)
public final class PreparationData {
  private final Transactions transactions;
  private final Timeline timeline;

  @Activate
  public PreparationData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Timeline timeline) {
    this.transactions = transactions;
    this.timeline = timeline;
  }

  /** Of a child, and of an adult under the same keys; from the earliest. */
  public List<Preparation> of(Set<PersonId> person) {
    return transactions.read(
        em -> {
          List<UUID> keys = keys(person);
          List<Preparation> child = PreparationQueries.ofChild(em, keys);
          return child.isEmpty() ? PreparationQueries.ofAdult(em, keys) : child;
        });
  }

  /** Who it was and what they said goes, and so do the lines in the child's story. */
  public void forget(Set<PersonId> person) {
    transactions.run(
        em -> {
          for (Preparation row : PreparationQueries.ofChild(em, keys(person))) {
            row.forget();
            timeline.withdraw(SupervisedContactsModule.ID, row.key());
          }
          PreparationQueries.ofAdult(em, keys(person)).forEach(Preparation::forget);
        });
  }

  private static List<UUID> keys(Set<PersonId> people) {
    return people.stream().map(PersonId::value).toList();
  }
}
