package org.opora.supervisedcontacts.observations.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Documents.Paper;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.observations.application.CopyDeliveries;
import org.opora.supervisedcontacts.observations.application.Receiver;
import org.opora.supervisedcontacts.observations.application.Receivers;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.ReportView;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;

/** Copies of a report as they are shown, and the forms around them. */
record CopyPages(ReportCopies copies, Receivers receivers, Messages messages) {
  /** A line of a paper, as the page shows it. */
  public record PaperLine(String look, String words) {}

  /** How it reads to somebody. */
  Reply.Page seen(Request request, ReportView report, ReceiverKind kind, boolean more) {
    Paper paper = copies.seen(request.viewer(), report.id(), kind, more);
    ReportPages.shows(request, report);
    Map<String, Object> model = new HashMap<>();
    model.put("report", report);
    model.put("kind", kind);
    model.put("more", more);
    model.put("title", paper.title());
    model.put("language", paper.language().getLanguage());
    model.put(
        "lines",
        paper.blocks().stream()
            .map(block -> new PaperLine(block.look().name(), block.words()))
            .toList());
    return Reply.page("observation-seen", model);
  }

  /** Who gets a copy. */
  Reply.Page issuing(Request request, ReportView report) {
    ReportPages.shows(request, report);
    Map<String, Object> model = new HashMap<>();
    model.put("report", report);
    model.put(
        "receivers",
        receivers.of(request.viewer(), report.id()).stream()
            .map(one -> new Choice(one.key(), label(request, one)))
            .toList());
    return Reply.page("observation-copies", model);
  }

  private String label(Request request, Receiver one) {
    return messages.text(
        request.locale(),
        "observation.copies.to",
        one.name(),
        messages.text(request.locale(), "receiver." + one.kind()));
  }

  /** A copy on its way. */
  Reply.Page sending(Request request, CopyDeliveries.Sending sending) {
    ReportPages.shows(request, sending.report());
    Map<String, Object> model = new HashMap<>();
    model.put("report", sending.report());
    model.put("copy", sending.copy());
    model.put("deliveries", sending.deliveries());
    model.put(
        "channels",
        Arrays.stream(Deliveries.Channel.values())
            .map(one -> new Choice(one.name(), messages.text(request.locale(), "sending." + one)))
            .toList());
    return Reply.page("observation-send", model);
  }
}
