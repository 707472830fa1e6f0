package org.opora.supervisedcontacts.observations.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.opora.api.documents.Deliveries;
import org.opora.api.faults.NotFound;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.observations.application.CopyDeliveries;
import org.opora.supervisedcontacts.observations.application.Receivers;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.opora.supervisedcontacts.observations.application.ReportView;
import org.opora.supervisedcontacts.observations.domain.CopyId;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Copies of reports: seen as others would, issued, filed, sent. */
@Component
public final class CopyRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String REPORTS = ROOT + "/reports";
  private static final String REPORT = REPORTS + "/{report}";
  private static final String COPY = ROOT + "/copies/{copy}";
  private static final int WRONG = 422;
  private final ReportReader reader;
  private final ReportCopies copies;
  private final CopyDeliveries deliveries;
  private final CopyPages pages;
  private final ReportPages reports;

  @Activate
  public CopyRoutes(
      @Reference ReportReader reader,
      @Reference ReportCopies copies,
      @Reference Receivers receivers,
      @Reference CopyDeliveries deliveries,
      @Reference Messages messages) {
    this.reader = reader;
    this.copies = copies;
    this.deliveries = deliveries;
    this.pages = new CopyPages(copies, receivers, messages);
    this.reports = new ReportPages(reader, deliveries, messages);
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    String write = SupervisedContactsModule.WRITE;
    return List.of(
        Route.page(REPORT + "/as/{kind}", SupervisedContactsModule.READ, this::seen),
        Route.post(REPORT + "/file", write, this::file),
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

  private static String path(ReportId report) {
    return REPORTS + "/" + report;
  }

  private Reply file(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          copies.file(request.viewer(), id(request), form.version());
          return Reply.to(path(id(request)), text("observation.filed"));
        },
        wrong -> reports.shown(request, view(request)).status(WRONG));
  }

  private Reply seen(Request request) {
    ReceiverKind kind =
        Arrays.stream(ReceiverKind.values())
            .filter(one -> one.name().equalsIgnoreCase(request.variable("kind")))
            .findFirst()
            .orElseThrow(NotFound::new);
    boolean more = request.query("more").isPresent() && !kind.whole();
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
    return pages.sending(request, deliveries.sending(request.viewer(), copy(request)));
  }

  private Reply send(Request request) {
    Form form = request.form();
    Deliveries.Channel channel = form.requiredChoice("channel", Deliveries.Channel.class);
    LocalDate on = form.requiredDate("sentOn");
    return form.attempt(
        () -> {
          CopyDeliveries.Sending sending = deliveries.sending(request.viewer(), copy(request));
          UUID delivery = deliveries.send(request.viewer(), copy(request), channel, on);
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
