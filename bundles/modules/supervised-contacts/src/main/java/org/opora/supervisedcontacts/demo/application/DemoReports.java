package org.opora.supervisedcontacts.demo.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.documents.Deliveries.Receipt;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.demo.application.DemoMeetings.Booked;
import org.opora.supervisedcontacts.evaluations.application.Evaluations;
import org.opora.supervisedcontacts.evaluations.application.NewEvaluation;
import org.opora.supervisedcontacts.observations.application.CopyDeliveries;
import org.opora.supervisedcontacts.observations.application.Receiver;
import org.opora.supervisedcontacts.observations.application.Receivers;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.opora.supervisedcontacts.observations.application.ReportReview;
import org.opora.supervisedcontacts.observations.application.ReportView;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is written of made-up contacts afterwards, and to whom it went. */
@Component(service = DemoReports.class)
public final class DemoReports {
  private static final int APPROVED_AFTER = 2;
  private static final int ISSUED_AFTER = 3;
  private final Reports reports;
  private final ReportReader reader;
  private final ReportReview review;
  private final Receivers receivers;
  private final ReportCopies copies;
  private final CopyDeliveries sendings;
  private final Deliveries deliveries;
  private final Evaluations evaluations;
  private final DemoMeetings meetings;

  @Activate
  public DemoReports(
      @Reference Reports reports,
      @Reference ReportReader reader,
      @Reference ReportReview review,
      @Reference Receivers receivers,
      @Reference ReportCopies copies,
      @Reference CopyDeliveries sendings,
      @Reference Deliveries deliveries,
      @Reference Evaluations evaluations,
      @Reference DemoMeetings meetings) {
    this.reports = reports;
    this.reader = reader;
    this.review = review;
    this.receivers = receivers;
    this.copies = copies;
    this.sendings = sendings;
    this.deliveries = deliveries;
    this.evaluations = evaluations;
    this.meetings = meetings;
  }

  /** How far it has come. */
  public enum Until {
    DRAFT,
    SUBMITTED,
    APPROVED
  }

  /** A report on each of the children, by whoever assisted, the day after. */
  public ReportId writes(Booked booked, Map<Section, String> words, Until until) {
    ReportId last = null;
    for (ContactChildId line : meetings.lines(booked)) {
      Viewer author = booked.scene().at(booked.assists(), booked.day().plusDays(1));
      last = reports.begin(author, line, words, until != Until.DRAFT);
      if (until == Until.APPROVED) {
        approves(booked, last);
      }
    }
    return last;
  }

  private void approves(Booked booked, ReportId report) {
    Viewer director = booked.scene().director(booked.day().plusDays(APPROVED_AFTER));
    review.approve(director, report, reader.view(director, report).version());
  }

  /** Everybody who can get it does, and a court by name; carers have taken theirs over. */
  public void issues(Booked booked, ReportId report, String court) {
    Scene scene = booked.scene();
    Viewer worker = scene.worker(booked.day().plusDays(ISSUED_AFTER));
    Set<String> all =
        receivers.of(worker, report).stream().map(Receiver::key).collect(Collectors.toSet());
    copies.issue(
        worker,
        report,
        reader.view(worker, report).version(),
        new ReportCopies.Wanted(all, court, null));
    reader.view(worker, report).copies().stream()
        .filter(copy -> copy.kind().goesOut())
        .forEach(copy -> sends(worker, copy));
  }

  private void sends(Viewer worker, ReportView.Copy copy) {
    LocalDate on = worker.today();
    boolean office = copy.kind().whole();
    UUID sent = sendings.send(worker, copy.id(), office ? Channel.DATA_BOX : Channel.IN_PERSON, on);
    if (!office) {
      long version =
          deliveries.of(worker, copy.document()).stream()
              .filter(one -> one.id().equals(sent))
              .findFirst()
              .orElseThrow()
              .version();
      deliveries.delivered(worker, sent, version, new Receipt(on, Outcome.TAKEN_OVER, null, null));
    }
  }

  public void evaluates(Scene scene, LocalDate on, PlanId plan, NewEvaluation found) {
    evaluations.evaluate(scene.worker(on), plan, 0, found);
  }
}
