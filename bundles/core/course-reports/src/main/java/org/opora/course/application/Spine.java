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

  /** As it stands by now. */
  Agreement of(Viewer viewer, CareReport row) {
    return agreements.find(viewer, row.agreement());
  }

  /** Whether it is in force on a day after it began: while notice runs it is, and reports go on. */
  static boolean inForce(Agreement one, LocalDate day) {
    return one.endedOn() == null || !one.endedOn().isBefore(day);
  }

  /**
   * @throws org.opora.api.faults.Refused while its last day is not known, or has not come: what
   *     happens until then would never be told
   */
  static void over(Agreement one, LocalDate today) {
    if (one.endedOn() == null) {
      throw Refusals.refused(null, "report.refused.goes-on");
    }
    if (one.endedOn().isAfter(today)) {
      throw Refusals.refused(null, "report.refused.lasts", one.endedOn());
    }
  }
}
