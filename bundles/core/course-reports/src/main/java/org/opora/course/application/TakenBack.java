package org.opora.course.application;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.ids.ChildFileId;
import org.opora.api.reports.spi.RecordWatcher;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a child takes back while a report is under way: what was drafted of it goes at once, and the
 * section has to be read again before it leaves anybody's hands.
 */
@Component(service = RecordWatcher.class)
public final class TakenBack implements RecordWatcher {
  private final ReportTools tools;

  @Activate
  public TakenBack(@Reference ReportTools tools) {
    this.tools = tools;
  }

  @Override
  public void narrowed(Viewer viewer, ChildFileId child, LocalDate on) {
    tools
        .tx()
        .run(
            em -> {
              ReportQueries queries = new ReportQueries(em);
              queries.of(child).forEach(part -> narrowed(viewer, queries, part, on));
            });
  }

  private void narrowed(Viewer viewer, ReportQueries queries, ReportPart part, LocalDate on) {
    // Held, so that it is not made out meanwhile.
    CareReport row = queries.hold(part.report()).orElseThrow();
    if (row.open() && row.period().covers(on)) {
      queries.sections(row.id()).stream()
          .filter(section -> section.part().equals(part.id()))
          .filter(PartSection::voice)
          .forEach(section -> section.narrowed(viewer.today()));
    }
  }
}
