package org.opora.course.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.documents.Documents.Paper;
import org.opora.api.faults.NotFound;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.course.application.Copies;
import org.opora.course.application.ReportReader;
import org.opora.course.application.ReportView;
import org.opora.course.shared.Refusals;

/** The copy of somebody, as they see it, and on its way to them. */
final class CopyPages {
  private final ReportReader reader;
  private final Copies copies;
  private final Deliveries deliveries;
  private final Messages messages;

  CopyPages(ReportReader reader, Copies copies, Deliveries deliveries, Messages messages) {
    this.reader = reader;
    this.copies = copies;
    this.deliveries = deliveries;
    this.messages = messages;
  }

  Reply seen(Request request) {
    ReportView view = reader.view(request.viewer(), Pages.report(request));
    UUID recipient = request.id("recipient");
    Paper paper = copies.paper(request.viewer(), view.head().id(), recipient);
    Pages.shows(request, view);
    Map<String, Object> model = new HashMap<>();
    model.put("head", view.head());
    model.put("to", paper.to().name());
    model.put("title", paper.title());
    model.put("language", paper.language().getLanguage());
    model.put(
        "lines",
        paper.blocks().stream()
            .map(block -> new PaperLine(block.look().name(), block.words()))
            .toList());
    return Reply.page("report-seen", model);
  }

  Reply sending(Request request) {
    return sending(request, null);
  }

  private Reply sending(Request request, Form form) {
    ReportView view = reader.toChange(request.viewer(), Pages.report(request));
    ReportView.To to = to(request, view);
    Pages.shows(request, view);
    Map<String, Object> model = new HashMap<>();
    model.put("head", view.head());
    model.put("to", to);
    model.put("form", form);
    model.put(
        "deliveries",
        to.document() == null ? List.of() : deliveries.of(request.viewer(), to.document()));
    model.put(
        "channels",
        Arrays.stream(Channel.values())
            .map(
                one ->
                    new Choice(one.name(), messages.text(request.locale(), "send.channel." + one)))
            .toList());
    return Pages.status(Reply.page("report-send", model), form);
  }

  private static ReportView.To to(Request request, ReportView view) {
    return view.recipients().stream()
        .filter(one -> one.id().equals(request.id("recipient")))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  Reply send(Request request) {
    Form form = request.form();
    Channel channel = form.requiredChoice("channel", Channel.class);
    LocalDate on = form.requiredDate("sent-on");
    return form.attempt(
        () -> {
          ReportView.To to = to(request, reader.view(request.viewer(), Pages.report(request)));
          UUID delivery =
              copies.send(request.viewer(), Pages.report(request), to.id(), channel, on);
          return Reply.to(
              "/documents/" + to.document() + "/deliveries/" + delivery,
              Refusals.text("send.saved"));
        },
        wrong -> sending(request, wrong));
  }
}
