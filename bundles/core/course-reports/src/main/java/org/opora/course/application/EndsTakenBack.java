package org.opora.course.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.spi.AgreementWatcher;
import org.opora.api.ids.AgreementId;
import org.opora.api.persistence.Transactions;
import org.opora.course.CourseModule;
import org.opora.course.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A report on an end that was taken back is one like the others, and the end that comes asks for
 * another. Asks nothing of the files, whose story tells it.
 */
@Component(service = AgreementWatcher.class)
public final class EndsTakenBack implements AgreementWatcher {
  private final Transactions tx;
  private final Evidence evidence;

  @Activate
  public EndsTakenBack(
      @Reference(target = "(opora.unit=course)") Transactions tx, @Reference Evidence evidence) {
    this.tx = tx;
    this.evidence = evidence;
  }

  @Override
  public void ends(Viewer viewer, AgreementId agreement, LocalDate lastDay) {
    tx.run(em -> ends(em, agreement, lastDay));
  }

  private void ends(EntityManager em, AgreementId agreement, LocalDate lastDay) {
    ReportQueries queries = new ReportQueries(em);
    queries
        .last(agreement)
        .forEach(
            row -> {
              row.ends(lastDay);
              evidence.record(
                  CourseModule.ID, row.id(), Story.ofReport(row, queries.recipients(row.id())));
            });
  }
}
