package org.opora.course.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements;
import org.opora.api.files.Agreements.Agreement;
import org.opora.api.ids.CaseFileId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.domain.CareReport;
import org.opora.course.shared.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** On which agreement a report is, and whether its end has come. */
@Component(service = Spine.class)
public final class Spine {
  private final Agreements agreements;

  @Activate
  public Spine(@Reference Agreements agreements) {
    this.agreements = agreements;
  }

  /**
   * The one in force; else the one that ended last. One that is not in force yet, or never was, has
   * nothing to be told of.
   *
   * @param kind for which it is; null for whichever fits
   * @throws org.opora.api.faults.Refused when there is none
   */
  Agreement agreement(Viewer viewer, CaseFileId file, Kind kind) {
    List<Agreement> begun =
        agreements.of(viewer, file).stream()
            .filter(one -> !one.concludedOn().isAfter(viewer.today()))
            .filter(one -> one.endedOn() == null || !one.endedOn().isBefore(one.concludedOn()))
            .toList();
    Stream<Agreement> inForce = begun.stream().filter(one -> inForce(one, viewer.today()));
    Stream<Agreement> over =
        begun.stream()
            .filter(one -> !inForce(one, viewer.today()))
            .sorted(Comparator.comparing(Agreement::endedOn).reversed());
    return Stream.concat(inForce, kind == Kind.PERIODIC ? Stream.empty() : over)
        .filter(one -> kind != Kind.FINAL || one.endedOn() != null)
        .findFirst()
        .orElseThrow(
            () ->
                Refusals.refused(
                    "kind",
                    begun.isEmpty() ? "report.refused.no-agreement" : "report.refused.kind"));
  }

  /** While notice runs it is in force, and reports go on. */
  private static boolean inForce(Agreement one, LocalDate today) {
    return one.endedOn() == null || !one.endedOn().isBefore(today);
  }

  /**
   * Last day of the agreement that a last report is on.
   *
   * @throws org.opora.api.faults.Refused while it is not known, or has not come: what happens until
   *     then would never be told
   */
  LocalDate over(Viewer viewer, CareReport row) {
    LocalDate last = agreements.find(viewer, row.agreement()).endedOn();
    if (last == null) {
      throw Refusals.refused(null, "report.refused.goes-on");
    }
    if (last.isAfter(viewer.today())) {
      throw Refusals.refused(null, "report.refused.lasts", last);
    }
    return last;
  }
}
