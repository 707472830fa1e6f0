package org.opora.supervisedcontacts.observations.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.documents.Deliveries;
import org.opora.api.ids.ChildFileId;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.observations.application.CopyDeliveries;
import org.opora.supervisedcontacts.observations.application.ReportLine;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.opora.supervisedcontacts.observations.application.ReportView;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.shared.web.ContactFields;

/** Reports as they are shown. */
record ReportPages(ReportReader reader, CopyDeliveries deliveries, Messages messages) {
  private static final int PAGE = 30;

  Reply list(Request request) {
    Set<ReportState> states = states(request);
    Page<ReportLine> page =
        reader.list(
            request.viewer(),
            states,
            request.query("after").map(ContactFields::key).orElse(null),
            PAGE);
    request.shows(
        page.items().stream()
            .map(line -> Subject.of(line.whose().childFile()))
            .distinct()
            .toList());
    return Reply.page(
        "reports", Map.of("page", page, "state", chosen(request), "states", ReportState.values()));
  }

  private static String chosen(Request request) {
    return request.query("state").filter(ReportPages::known).orElse("");
  }

  private static boolean known(String raw) {
    return Arrays.stream(ReportState.values()).anyMatch(state -> state.name().equals(raw));
  }

  private static Set<ReportState> states(Request request) {
    String chosen = chosen(request);
    return chosen.isEmpty()
        ? EnumSet.allOf(ReportState.class)
        : EnumSet.of(ReportState.valueOf(chosen));
  }

  Reply export(Request request) {
    Set<ReportState> states = states(request);
    Sheet<ReportLine> sheet =
        Sheet.of(
                "contact-reports",
                "observations.title",
                (after, limit) -> reader.list(request.viewer(), states, key(after), limit))
            .date("observation.on", ReportLine::on)
            .text("child", ReportPages::childOf)
            .text("observation.state", line -> text("observation.state." + line.state()))
            .number("observation.number", ReportLine::number)
            .text("observation.author", ReportLine::author)
            .date("observation.submitted", ReportLine::submittedOn)
            .about(line -> List.of(Subject.of(line.whose().childFile())));
    return Reply.export(request, sheet.narrowed(narrowed(request)));
  }

  private static Text[] narrowed(Request request) {
    String chosen = chosen(request);
    return chosen.isEmpty() ? new Text[0] : new Text[] {text("observation.state." + chosen)};
  }

  private static UUID key(String after) {
    return after == null ? null : ContactFields.key(after);
  }

  private static Object childOf(ReportLine line) {
    return line.childName() == null ? text("child.hidden") : line.childName().spoken();
  }

  /** One report, with where its copies went. */
  Reply.Page shown(Request request, ReportView report) {
    shows(request, report);
    Map<String, Object> model = new HashMap<>();
    model.put("report", report);
    model.put("sent", sent(request, report));
    model.put("kinds", ReceiverKind.values());
    return Reply.page("observation", model);
  }

  /** By the key of the copy as a string, as templates look it up. */
  private Map<String, List<Deliveries.Delivery>> sent(Request request, ReportView report) {
    Map<String, List<Deliveries.Delivery>> sent = new HashMap<>();
    if (report.may().issue()) {
      deliveries
          .sent(request.viewer(), report.copies())
          .forEach((copy, those) -> sent.put(copy.toString(), those));
    }
    return sent;
  }

  static void shows(Request request, ReportView report) {
    request.shows(Subject.of(report.whose().childFile()), Subject.of(report.whose().child()));
  }

  /** The form of a new one. */
  Reply.Page blank(Request request, Reports.Beginning beginning, String line) {
    request.shows(
        beginning.contact().children().stream()
            .map(part -> Subject.of(new ChildFileId(part.row().childFile())))
            .toList());
    Map<String, Object> model = new HashMap<>();
    model.put("report", null);
    model.put("line", line);
    model.put("contact", beginning.contact());
    model.put("facts", fields(beginning.words(), true));
    model.put("judgements", fields(beginning.words(), false));
    return Reply.page("observation-form", model);
  }

  /** The form of the present version. */
  Reply.Page edit(Request request, ReportView report) {
    shows(request, report);
    Map<String, Object> model = new HashMap<>();
    model.put("report", report);
    model.put("facts", fields(report.words(), true));
    model.put("judgements", fields(report.words(), false));
    return Reply.page("observation-form", model);
  }

  private static List<SectionField> fields(Map<Section, String> words, boolean facts) {
    return Arrays.stream(Section.values())
        .filter(section -> section.fact() == facts)
        .map(section -> new SectionField(section, words.get(section)))
        .toList();
  }

  /** Why: for a new version, or for withdrawing it. */
  Reply.Page why(Request request, ReportView report, String template) {
    shows(request, report);
    Map<String, Object> model = new HashMap<>();
    model.put("report", report);
    return Reply.page(template, model);
  }

  static Text text(String key, Object... arguments) {
    return Text.of(SupervisedContactsModule.ORIGIN, key, arguments);
  }
}
