package org.opora.registry.intake.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.FamilyForm;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.ContactLine;
import org.opora.registry.intake.application.InquiryDesk;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.OpenFile;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.intake.persistence.ContactQueries.Which;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/** First contacts: the form for any topic, the list, the card of Today. */
final class ContactPages {
  private static final int ROWS = 40;
  private static final int CARD = 8;
  private static final int TEXT = 8000;
  private static final int A_DAY = 24 * 60;
  private final ContactDesk desk;
  private final InquiryDesk inquiries;
  private final OpenFile openFile;
  private final FamilyForm family;
  private final Staff staff;
  private final Messages messages;

  ContactPages(
      ContactDesk desk,
      InquiryDesk inquiries,
      OpenFile openFile,
      FamilyForm family,
      Staff staff,
      Messages messages) {
    this.desk = desk;
    this.inquiries = inquiries;
    this.openFile = openFile;
    this.family = family;
    this.staff = staff;
    this.messages = messages;
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    Which which = which(request);
    Page<ContactLine> page = desk.list(viewer, which, request.query("after").orElse(null), ROWS);
    shows(request, page.items());
    return new Model()
        .with("contacts", page)
        .with("open", which.open())
        .with("own", which.own())
        .with("month", which.month() == null ? "" : which.month().toString())
        .with("urgency", which.urgency() == null ? "" : which.urgency().name())
        .with(
            "urgencies", Choice.of(messages, viewer.locale(), "intake.urgency", Pressing.values()))
        .with("query", query(which))
        .page("intake");
  }

  private static String query(Which which) {
    return "show="
        + (which.open() ? "open" : "all")
        + "&whose="
        + (which.own() ? "mine" : "all")
        + "&month="
        + (which.month() == null ? "" : which.month())
        + "&urgency="
        + (which.urgency() == null ? "" : which.urgency());
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    Which which = which(request);
    return Reply.export(
        request,
        Sheet.of("intake", "intake.title", (after, limit) -> desk.list(viewer, which, after, limit))
            .date("intake.on", ContactLine::cameOn)
            .time("intake.at", ContactLine::cameAt)
            .text("intake.way", row -> Words.of("intake.way." + row.way()))
            .text("intake.topic", row -> topics(viewer, row))
            .text("intake.urgency", row -> Words.of("intake.urgency." + row.urgency()))
            .date("intake.respondBy", ContactLine::respondBy)
            .date("intake.respondedOn", ContactLine::respondedOn)
            .text("intake.nextStep", row -> Words.of("intake.next." + row.nextStep()))
            .date("intake.nextOn", ContactLine::nextOn)
            .text("intake.doer", ContactLine::doerName)
            .number("intake.minutes", ContactLine::minutes)
            .about(ContactPages::subjects));
  }

  private String topics(Viewer viewer, ContactLine line) {
    return line.topics().stream()
        .map(topic -> topic.words().in(viewer.locale()))
        .collect(Collectors.joining(", "));
  }

  /** What nobody has answered, the most overdue first. */
  Reply card(Request request) {
    Page<ContactLine> page =
        desk.list(request.viewer(), new Which(true, false, null, null), null, CARD);
    shows(request, page.items());
    return new Model().with("contacts", page).page("intake-card");
  }

  Reply blank(Request request) {
    return form(request, null, null);
  }

  Reply record(Request request) {
    Form form = request.form();
    ContactDesk.Entry entry = read(form);
    return form.attempt(
        () -> {
          UUID id = desk.record(request.viewer(), entry);
          return Reply.to("/intake/" + id, Words.of("intake.recorded"));
        },
        wrong -> form(request, null, wrong));
  }

  Reply edit(Request request) {
    return form(request, seen(request), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    UUID id = request.id("contact");
    ContactDesk.Entry now = read(form);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), id, form.version(), now);
          return Reply.to("/intake/" + id, Words.of("intake.saved"));
        },
        wrong -> form(request, seen(request), wrong));
  }

  private static ContactDesk.Entry read(Form form) {
    LocalDate on = form.requiredDate("on");
    LocalTime at = form.time("at");
    Way way = form.requiredChoice("way", Way.class);
    Set<String> topics = topics(form);
    Pressing urgency = form.requiredChoice("urgency", Pressing.class);
    String says = form.text("says", TEXT);
    if (says == null) {
      form.error("says", "form.required");
    }
    ContactDesk.Said said =
        new ContactDesk.Said(
            form.line("name"),
            form.line("reachedAt"),
            says,
            form.text("advice", TEXT),
            form.line("wishTime"),
            form.line("wishPlace"),
            form.line("wishLanguage"));
    LocalDate responded = responded(form, on);
    NextStep next = form.requiredChoice("nextStep", NextStep.class);
    LocalDate nextOn = form.date("nextOn");
    UUID doer = form.requiredId("doer");
    Integer minutes = form.number("minutes", 0, A_DAY);
    return new ContactDesk.Entry(
        on,
        at,
        way,
        topics,
        urgency,
        said,
        responded,
        next,
        nextOn,
        doer == null ? null : new StaffId(doer),
        minutes);
  }

  private static Set<String> topics(Form form) {
    Set<String> topics = new LinkedHashSet<>(form.all("topic"));
    if (topics.isEmpty()) {
      form.error("topic", "form.required");
    }
    return topics;
  }

  /**
   * The day of the answer. Whether there was one is a question of its own, so that nobody counts as
   * answered by what a form says of itself; without a day it was the day they came.
   */
  private static LocalDate responded(Form form, LocalDate on) {
    YesNo answered = form.requiredChoice("answered", YesNo.class);
    LocalDate day = form.date("respondedOn");
    if (answered == YesNo.NO && day != null) {
      form.error("respondedOn", Words.of("intake.respondedOn.not"));
    }
    return answered != YesNo.YES || !form.raw("respondedOn").isEmpty() ? day : on;
  }

  private Reply form(Request request, ContactDesk.Seen seen, Form form) {
    Viewer viewer = request.viewer();
    String path = seen == null ? "/intake" : "/intake/" + seen.line().id();
    CaseFileId file = seen == null ? null : seen.line().file();
    return new Model()
        .with("entry", seen)
        .with("action", seen == null ? "/intake/new" : path + "/edit")
        .with("draft", seen == null ? "intake-new" : "intake-" + seen.line().id())
        .with("back", path)
        .with("now", LocalTime.ofInstant(viewer.now(), viewer.zone()).withSecond(0).withNano(0))
        .with("ways", Choice.of(messages, viewer.locale(), "intake.way", Way.values()))
        .with(
            "topics",
            Choice.of(viewer.locale(), desk.topics(viewer, seen == null ? null : seen.line())))
        .with(
            "urgencies", Choice.of(messages, viewer.locale(), "intake.urgency", Pressing.values()))
        .with("answers", YesNo.choices(messages, viewer.locale(), "intake.answered"))
        .with("steps", Choice.of(messages, viewer.locale(), "intake.next", steps(seen)))
        .with("doer", seen == null ? viewer.staff() : seen.doer())
        .with(
            "doers",
            InquiryPages.doers(
                viewer, desk.doers(viewer, file), seen == null ? null : seen.doer(), staff))
        .form("intake-form", form);
  }

  /** A file that is there is not opened again; what stands in the entry stays to choose. */
  private static NextStep[] steps(ContactDesk.Seen seen) {
    return Stream.of(NextStep.values())
        .filter(
            step ->
                step != NextStep.OPEN_FILE
                    || seen == null
                    || seen.line().file() == null
                    || seen.line().nextStep() == step)
        .toArray(NextStep[]::new);
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("entry", seen(request))
        .with("opens", viewer.may(CaseFiles.WRITE) && viewer.may(Intake.WRITE))
        .with("inquiry", inquiries.of(viewer, request.id("contact")))
        .page("intake-entry");
  }

  /** A family that has a file already. */
  Reply choosing(Request request) {
    return intoFile(request, null, null);
  }

  Reply putInto(Request request) {
    UUID id = seen(request).line().id();
    Viewer viewer = request.viewer();
    return new FileChoice(openFile, request)
        .reply(
            file -> desk.opensFile(viewer, id, openFile.instead(viewer, file)),
            (form, found) -> intoFile(request, form, found));
  }

  private Reply intoFile(Request request, Form form, CaseFiles.Header found) {
    ContactDesk.Seen seen = seen(request);
    return FileChoice.page(
        "/intake/" + seen.line().id(), seen.said().name(), seen.said().reachedAt(), form, found);
  }

  /** A family's file, with what is known of the name. */
  Reply family(Request request) {
    return family.blank(request, start(request));
  }

  Reply openFamily(Request request) {
    return family.open(request, start(request));
  }

  private FamilyForm.Start start(Request request) {
    ContactDesk.Seen seen = seen(request);
    Viewer viewer = request.viewer();
    UUID id = seen.line().id();
    String path = "/intake/" + id;
    return new FamilyForm.Start(
        path + "/family",
        "intake-family-" + id,
        seen.said().name(),
        seen.said().reachedAt(),
        path,
        opening -> () -> desk.opensFile(viewer, id, opening));
  }

  private ContactDesk.Seen seen(Request request) {
    ContactDesk.Seen seen = desk.view(request.viewer(), request.id("contact"));
    shows(request, List.of(seen.line()));
    return seen;
  }

  private static Which which(Request request) {
    return new Which(
        request.query("show").filter("all"::equals).isEmpty(),
        request.query("whose").filter("mine"::equals).isPresent(),
        month(request.query("month").orElse("")),
        Stream.of(Pressing.values())
            .filter(one -> one.name().equals(request.query("urgency").orElse("")))
            .findFirst()
            .orElse(null));
  }

  private static YearMonth month(String asked) {
    try {
      return asked.isEmpty() ? null : YearMonth.parse(asked);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static void shows(Request request, List<ContactLine> lines) {
    request.shows(lines.stream().flatMap(line -> subjects(line).stream()).distinct().toList());
  }

  private static List<Subject> subjects(ContactLine line) {
    return Entries.shown(line.id(), line.file());
  }
}
