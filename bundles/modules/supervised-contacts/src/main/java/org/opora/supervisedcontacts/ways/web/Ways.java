package org.opora.supervisedcontacts.ways.web;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.evaluations.application.DueReader;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where whoever stands on the page of the module can go, and how much waits there. */
@Component(service = Ways.class)
public final class Ways {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private final RequestReader requests;
  private final RiskReader risks;
  private final DueReader evaluations;
  private final ReportReader reports;

  @Activate
  public Ways(
      @Reference RequestReader requests,
      @Reference RiskReader risks,
      @Reference DueReader evaluations,
      @Reference ReportReader reports) {
    this.requests = requests;
    this.risks = risks;
    this.evaluations = evaluations;
    this.reports = reports;
  }

  /**
   * One of them.
   *
   * @param word by which its texts are called
   * @param waiting how many wait there for somebody; null where nothing does
   */
  public record Way(String word, String href, Long waiting) {}

  /** Those that are open to the viewer, a question each. */
  public List<Way> of(Viewer viewer) {
    List<Way> ways = new ArrayList<>();
    if (viewer.may(SupervisedContactsModule.READ)) {
      ways.add(new Way("requests", ROOT + "/requests", requests.open(viewer)));
    }
    if (viewer.may(SupervisedContactsModule.APPROVE)) {
      ways.add(new Way("risks", ROOT + "/risks", risks.waiting(viewer)));
    }
    if (viewer.may(SupervisedContactsModule.WRITE)) {
      ways.add(new Way("evaluations", ROOT + "/evaluations", evaluations.count(viewer)));
    }
    if (viewer.may(SupervisedContactsModule.RECORD)) {
      ways.add(report(viewer, "drafts", ReportState.DRAFT));
      ways.add(report(viewer, "reports", ReportState.SUBMITTED));
    }
    if (viewer.may(SupervisedContactsModule.APPROVE)) {
      ways.add(new Way("rules", ROOT + "/rules", null));
    }
    return ways;
  }

  private Way report(Viewer viewer, String word, ReportState state) {
    return new Way(word, ROOT + "/reports?state=" + state, reports.count(viewer, state));
  }
}
