package org.opora.supervisedcontacts.observations.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportCopy;
import org.opora.supervisedcontacts.observations.domain.ReportVersion;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What reports hold about a person, as the child or as somebody who got a copy, for the person's
 * own extract and for the end of the records. Whoever asks decides who may.
 */
@Component(service = ReportData.class)
public final class ReportData {
  private final Transactions transactions;
  private final Timeline timeline;

  @Activate
  public ReportData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Timeline timeline) {
    this.transactions = transactions;
    this.timeline = timeline;
  }

  /**
   * @param reports about the person as a child, from the earliest
   * @param copies that went to the person
   */
  public record Kept(List<ObservationReport> reports, List<ReportCopy> copies) {}

  public Kept kept(Set<PersonId> person) {
    return transactions.read(
        em -> {
          ReportQueries queries = new ReportQueries(em);
          return new Kept(queries.ofChild(keys(person)), queries.copiesTo(keys(person)));
        });
  }

  /** Every word goes, and so do the lines in the child's story; that there was a report stays. */
  public void forget(Set<PersonId> person) {
    transactions.run(
        em -> {
          ReportQueries queries = new ReportQueries(em);
          for (ObservationReport report : queries.ofChild(keys(person))) {
            List<ReportVersion> versions = queries.versions(report.key());
            versions.forEach(ReportVersion::forget);
            queries
                .texts(versions.stream().map(ReportVersion::id).toList())
                .forEach(text -> text.says(null));
            queries.copies(List.of(report.key())).forEach(ReportCopy::forget);
            report.forget();
            timeline.withdraw(SupervisedContactsModule.ID, report.key());
          }
          queries.copiesTo(keys(person)).forEach(ReportCopy::forget);
        });
  }

  private static List<UUID> keys(Set<PersonId> person) {
    return person.stream().map(PersonId::value).toList();
  }
}
