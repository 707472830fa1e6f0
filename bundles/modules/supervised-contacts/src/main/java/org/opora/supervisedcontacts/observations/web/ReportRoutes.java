package org.opora.supervisedcontacts.observations.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.opora.api.access.Subject;
import org.opora.api.documents.Deliveries;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.ChildFileId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
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
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.ReportLine;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.opora.supervisedcontacts.observations.application.ReportView;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.observations.domain.CopyId;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports on contacts: written, approved by somebody else, issued. */
@Component
public final class ReportRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String REPORTS = ROOT + "/reports";
  private static final String REPORT = REPORTS + "/{report}";
  private static final String LINE = ROOT + "/lines/{line}/report";
  private static final String COPY = ROOT + "/copies/{copy}";
  private static final int WRONG = 422;
  private final Reports reports;
  private final ReportReader reader;
  private final ReportCopies copies;
  private final ContactViews contacts;
  private final ReportPages pages;

  @Activate
  public ReportRoutes(
      @Reference Reports reports,
      @Reference ReportReader reader,
      @Reference ReportCopies copies,
      @Reference ContactViews contacts,
      @Reference Messages messages) {
    this.reports = reports;
    this.reader = reader;
    this.copies = copies;
    this.contacts = contacts;
    this.pages = new ReportPages(reader, copies, messages);
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    String read = SupervisedContactsModule.READ;
    String record = SupervisedContactsModule.RECORD;
    String write = SupervisedContactsModule.WRITE;
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
        Route.post(REPORT + "/withdraw", record, this::withdraw),
        Route.page(REPORT + "/as/{kind}", read, this::seen),
        Route.page(REPORT + "/copies", write, this::askIssue),
        Route.post(REPORT + "/copies", write, this::issue),
        Route.page(COPY + "/send", write, this::askSend),
        Route.post(COPY + "/send", write, this::send));
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
    return step(
        request,
        form -> reports.approve(request.viewer(), id(request), form.version()),
        "observation.approved.done");
  }

  private Reply giveBack(Request request) {
    return step(
        request,
        form -> reports.giveBack(request.viewer(), id(request), form.version(), form.raw("why")),
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
          reports.revise(request.viewer(), id(request), form.version(), form.raw("reason"));
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
          reports.withdraw(request.viewer(), id(request), form.version(), form.raw("why"));
          return Reply.to(path(id(request)), ReportPages.text("observation.withdrawn.done"));
        },
        wrong -> askWithdraw(request).status(WRONG));
  }

  private Reply seen(Request request) {
    ReceiverKind kind =
        Arrays.stream(ReceiverKind.values())
            .filter(one -> one.name().equalsIgnoreCase(request.variable("kind")))
            .findFirst()
            .orElseThrow(NotFound::new);
    boolean more = request.query("more").isPresent() && !kind.decides();
    return pages.seen(request, view(request), kind, more);
  }

  private Reply.Page askIssue(Request request) {
    return pages.issuing(request, view(request));
  }

  private Reply issue(Request request) {
    Form form = request.form();
    ReportCopies.Wanted wanted = new ReportForm(form).copies();
    return form.attempt(
        () -> {
          int made = copies.issue(request.viewer(), id(request), form.version(), wanted);
          return Reply.to(path(id(request)), ReportPages.text("observation.copies.done", made));
        },
        wrong -> askIssue(request).status(WRONG));
  }

  private static CopyId copy(Request request) {
    return new CopyId(request.id("copy"));
  }

  private Reply.Page askSend(Request request) {
    return pages.sending(request, copies.sending(request.viewer(), copy(request)));
  }

  private Reply send(Request request) {
    Form form = request.form();
    Deliveries.Channel channel = form.requiredChoice("channel", Deliveries.Channel.class);
    LocalDate on = form.requiredDate("sentOn");
    return form.attempt(
        () -> {
          ReportCopies.Sending sending = copies.sending(request.viewer(), copy(request));
          UUID delivery = copies.send(request.viewer(), copy(request), channel, on);
          return Reply.to(
              "/documents/" + sending.copy().document() + "/deliveries/" + delivery,
              text("observation.sent.done"));
        },
        wrong -> askSend(request).status(WRONG));
  }

  private static Text text(String key) {
    return ReportPages.text(key);
  }
}
