package org.opora.supervisedcontacts.observations.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opora.api.access.Subject;
import org.opora.api.ids.ChildFileId;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.observations.application.CopyDeliveries;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.ReportLine;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.opora.supervisedcontacts.observations.application.ReportReview;
import org.opora.supervisedcontacts.observations.application.ReportView;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports on contacts: written, and approved by somebody else. */
@Component
public final class ReportRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String REPORTS = ROOT + "/reports";
  private static final String REPORT = REPORTS + "/{report}";
  private static final String LINE = ROOT + "/lines/{line}/report";
  private static final int WRONG = 422;
  private final Reports reports;
  private final ReportReader reader;
  private final ReportReview review;
  private final ReportCopies copies;
  private final ContactViews contacts;
  private final ReportPages pages;

  @Activate
  public ReportRoutes(
      @Reference Reports reports,
      @Reference ReportReader reader,
      @Reference ReportReview review,
      @Reference ReportCopies copies,
      @Reference CopyDeliveries deliveries,
      @Reference ContactViews contacts,
      @Reference Messages messages) {
    this.reports = reports;
    this.reader = reader;
    this.review = review;
    this.copies = copies;
    this.contacts = contacts;
    this.pages = new ReportPages(reader, deliveries, messages);
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    String read = SupervisedContactsModule.READ;
    String record = SupervisedContactsModule.RECORD;
    String approve = SupervisedContactsModule.APPROVE;
    return List.of(
        Route.page(REPORTS, record, pages::list),
        Route.page(REPORTS + "/export", record, pages::export),
        Route.page(ROOT + "/contacts/{contact}/reports", read, this::ofContact),
        Route.page(LINE, record, this::blank),
        Route.post(LINE, record, this::begin),
        Route.page(REPORT, read, this::show),
        Route.page(REPORT + "/edit", record, this::edit),
        Route.post(REPORT + "/edit", record, this::write),
        Route.post(REPORT + "/submit", record, this::submit),
        Route.post(REPORT + "/approve", approve, this::approve),
        Route.post(REPORT + "/return", approve, this::giveBack),
        Route.page(REPORT + "/revise", record, this::askRevise),
        Route.post(REPORT + "/revise", record, this::revise),
        Route.page(REPORT + "/withdraw", record, this::askWithdraw),
        Route.post(REPORT + "/withdraw", record, this::withdraw));
  }

  private static ReportId id(Request request) {
    return new ReportId(request.id("report"));
  }

  private ReportView view(Request request) {
    return reader.view(request.viewer(), id(request));
  }

  /** Part of the page of a contact: where the report of each of its children stands. */
  private Reply ofContact(Request request) {
    ContactView contact = contacts.view(request.viewer(), new ContactId(request.id("contact")));
    request.shows(
        contact.children().stream()
            .map(part -> Subject.of(new ChildFileId(part.row().childFile())))
            .toList());
    Map<String, ReportLine> lines = new HashMap<>();
    reader
        .of(request.viewer(), contact.children().stream().map(ContactView.Part::id).toList())
        .forEach((line, report) -> lines.put(line.toString(), report));
    return Reply.page("contact-reports", Map.of("contact", contact, "reports", lines));
  }

  private static ContactChildId line(Request request) {
    return new ContactChildId(request.id("line"));
  }

  private Reply blank(Request request) {
    Reports.Beginning beginning = reports.beginning(request.viewer(), line(request));
    return beginning.report() == null
        ? pages.blank(request, beginning, line(request).toString())
        : Reply.to(path(beginning.report()));
  }

  private static String path(ReportId report) {
    return REPORTS + "/" + report;
  }

  private Reply begin(Request request) {
    Form form = request.form();
    Map<Section, String> words = new ReportForm(form).words();
    boolean submit = form.checked("submit");
    return form.attempt(
        () -> saved(reports.begin(request.viewer(), line(request), words, submit), submit),
        wrong -> begunMeanwhile(request));
  }

  /** Somebody else has begun it: what was typed stands beside what is there. */
  private Reply begunMeanwhile(Request request) {
    Reports.Beginning beginning = reports.beginning(request.viewer(), line(request));
    return beginning.report() == null
        ? pages.blank(request, beginning, line(request).toString()).status(WRONG)
        : pages.edit(request, reader.view(request.viewer(), beginning.report())).status(WRONG);
  }

  private static Reply saved(ReportId report, boolean submitted) {
    return Reply.to(
        path(report),
        ReportPages.text(submitted ? "observation.submitted.done" : "observation.saved"));
  }

  private Reply show(Request request) {
    Integer number = request.query("version").flatMap(ReportRoutes::number).orElse(null);
    return pages.shown(request, reader.view(request.viewer(), id(request), number));
  }

  private static Optional<Integer> number(String raw) {
    try {
      return Optional.of(Integer.valueOf(raw));
    } catch (NumberFormatException wrong) {
      return Optional.empty();
    }
  }

  private Reply edit(Request request) {
    return pages.edit(request, view(request));
  }

  private Reply write(Request request) {
    Form form = request.form();
    Map<Section, String> words = new ReportForm(form).words();
    boolean submit = form.checked("submit");
    return form.attempt(
        () -> {
          reports.write(request.viewer(), id(request), form.version(), words, submit);
          return saved(id(request), submit);
        },
        wrong -> pages.edit(request, view(request)).status(WRONG));
  }

  private Reply submit(Request request) {
    return step(
        request,
        form -> reports.submit(request.viewer(), id(request), form.version()),
        "observation.submitted.done");
  }

  private Reply approve(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          review.approve(request.viewer(), id(request), form.version());
          boolean filed = copies.whenApproved(request.viewer(), id(request));
          return Reply.to(
              path(id(request)),
              ReportPages.text(filed ? "observation.approved.filed" : "observation.approved.done"));
        },
        wrong -> pages.shown(request, view(request)).status(WRONG));
  }

  private Reply giveBack(Request request) {
    return step(
        request,
        form -> review.giveBack(request.viewer(), id(request), form.version(), form.raw("why")),
        "observation.returned.done");
  }

  private Reply step(Request request, Consumer<Form> deed, String notice) {
    Form form = request.form();
    return form.attempt(
        () -> {
          deed.accept(form);
          return Reply.to(path(id(request)), ReportPages.text(notice));
        },
        wrong -> pages.shown(request, view(request)).status(WRONG));
  }

  private Reply.Page askRevise(Request request) {
    return pages.why(request, view(request), "observation-revise");
  }

  private Reply revise(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          review.revise(request.viewer(), id(request), form.version(), form.raw("reason"));
          return Reply.to(
              path(id(request)) + "/edit", ReportPages.text("observation.revised.done"));
        },
        wrong -> askRevise(request).status(WRONG));
  }

  private Reply.Page askWithdraw(Request request) {
    return pages.why(request, view(request), "observation-withdraw");
  }

  private Reply withdraw(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          review.withdraw(request.viewer(), id(request), form.version(), form.raw("why"));
          return Reply.to(path(id(request)), ReportPages.text("observation.withdrawn.done"));
        },
        wrong -> askWithdraw(request).status(WRONG));
  }
}
