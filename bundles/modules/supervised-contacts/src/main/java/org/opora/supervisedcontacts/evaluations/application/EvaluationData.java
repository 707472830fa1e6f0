package org.opora.supervisedcontacts.evaluations.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.evaluations.domain.ContactEvaluation;
import org.opora.supervisedcontacts.evaluations.persistence.EvaluationQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What evaluations hold about a child, for the child's own extract and for the end of the records.
 * Whoever asks decides who may.
 */
@Component(service = EvaluationData.class)
public final class EvaluationData {
  private final Transactions transactions;
  private final Timeline timeline;

  @Activate
  public EvaluationData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Timeline timeline) {
    this.transactions = transactions;
    this.timeline = timeline;
  }

  /** From the earliest. */
  public List<ContactEvaluation> of(Set<PersonId> child) {
    return transactions.read(em -> new EvaluationQueries(em).ofChild(keys(child)));
  }

  /** Every word goes, and so do the lines in the child's story; the numbers tell of nobody. */
  public void forget(Set<PersonId> child) {
    transactions.run(
        em -> {
          for (ContactEvaluation row : new EvaluationQueries(em).ofChild(keys(child))) {
            row.forget();
            timeline.withdraw(SupervisedContactsModule.ID, row.key());
          }
        });
  }

  private static List<UUID> keys(Set<PersonId> child) {
    return child.stream().map(PersonId::value).toList();
  }
}
