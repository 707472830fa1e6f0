package org.opora.supervisedcontacts.risks.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.risks.domain.RiskAssessment;
import org.opora.supervisedcontacts.risks.persistence.RiskQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What assessments hold about a child. Whoever asks decides who may. */
@Component(service = RiskData.class)
public final class RiskData {
  private final Transactions transactions;
  private final Timeline timeline;

  @Activate
  public RiskData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Timeline timeline) {
    this.transactions = transactions;
    this.timeline = timeline;
  }

  /** From the earliest. */
  public List<RiskAssessment> of(Set<PersonId> child) {
    return transactions.read(em -> RiskQueries.ofChild(em, keys(child)));
  }

  /** Every word goes, and so do the lines in the child's story; the levels stay. */
  public void forget(Set<PersonId> child) {
    transactions.run(
        em -> {
          List<RiskAssessment> rows = RiskQueries.ofChild(em, keys(child));
          rows.forEach(
              row -> {
                row.forget();
                timeline.withdraw(SupervisedContactsModule.ID, row.key());
              });
          RiskQueries.areas(em, rows.stream().map(RiskAssessment::key).toList())
              .forEach(area -> area.says(null, null));
        });
  }

  private static List<UUID> keys(Set<PersonId> child) {
    return child.stream().map(PersonId::value).toList();
  }
}
