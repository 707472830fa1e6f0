package org.opora.registry.intake.web;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.intake.application.ReachDesk;
import org.opora.registry.intake.domain.ReachEntry;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Outreach and prevention: a short form, the list of a year, the sums of its months. */
final class ReachPages {
  private static final int ROWS = 40;
  private static final int MOST = 10_000;
  private static final int FIRST_YEAR = 2000;
  private final ReachDesk desk;
  private final Messages messages;

  ReachPages(ReachDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    ReachKind kind = kind(request);
    int year = year(request);
    return new Model()
        .with("kind", kind.name())
        .with("kinds", Choice.of(messages, viewer.locale(), "outreach.kind", ReachKind.values()))
        .with("year", year)
        .with("before", year > desk.firstYear(viewer, kind) ? year - 1 : null)
        .with("after", year < viewer.today().getYear() ? year + 1 : null)
        .with("months", months(viewer, kind, year))
        .with("entries", desk.list(viewer, kind, year, request.query("after").orElse(null), ROWS))
        .with("query", "kind=" + kind + "&year=" + year)
        .page("outreach");
  }

  private List<MonthRow> months(Viewer viewer, ReachKind kind, int year) {
    return desk.months(viewer, kind, year).stream()
        .map(
            one ->
                new MonthRow(
                    Month.of(one.month())
                        .getDisplayName(TextStyle.FULL_STANDALONE, viewer.locale()),
                    one.entries(),
                    one.people(),
                    one.minutes()))
        .toList();
  }

  /** A month with its name. */
  public record MonthRow(String name, int entries, ReachEntry.People people, int minutes) {}

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    ReachKind kind = kind(request);
    int year = year(request);
    return Reply.export(
        request,
        Sheet.of(
                kind == ReachKind.OUTREACH ? "outreach" : "prevention",
                "outreach.title",
                (after, limit) -> desk.list(viewer, kind, year, after, limit))
            .date("outreach.on", ReachDesk.Line::on)
            .text("outreach.place", ReachDesk.Line::place)
            .text("outreach.topic", row -> row.topic().words().in(viewer.locale()))
            .text("outreach.what", ReachDesk.Line::what)
            .number("outreach.children", row -> row.people().children())
            .number("outreach.youth", row -> row.people().youth())
            .number("outreach.adults", row -> row.people().adults())
            .number("outreach.minutes", ReachDesk.Line::minutes)
            .text("outreach.nextStep", ReachDesk.Line::nextStep));
  }

  Reply blank(Request request) {
    return form(request, null, kind(request), null);
  }

  Reply record(Request request) {
    Form form = request.form();
    ReachKind kind = form.requiredChoice("kind", ReachKind.class);
    ReachDesk.Entry entry = read(form);
    return form.attempt(
        () -> {
          desk.record(request.viewer(), kind, entry);
          return Reply.to(home(kind, entry), Words.of("outreach.recorded"));
        },
        wrong -> form(request, null, kind == null ? ReachKind.OUTREACH : kind, wrong));
  }

  Reply edit(Request request) {
    ReachDesk.Line line = desk.view(request.viewer(), request.id("entry"));
    return form(request, line, line.kind(), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    UUID id = request.id("entry");
    ReachDesk.Line line = desk.view(request.viewer(), id);
    ReachDesk.Entry now = read(form);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), id, form.version(), now);
          return Reply.to(home(line.kind(), now), Words.of("outreach.saved"));
        },
        wrong -> form(request, desk.view(request.viewer(), id), line.kind(), wrong));
  }

  private static String home(ReachKind kind, ReachDesk.Entry entry) {
    return "/reach?kind=" + kind + "&year=" + entry.on().getYear();
  }

  private static ReachDesk.Entry read(Form form) {
    return new ReachDesk.Entry(
        form.requiredDate("on"),
        form.requiredLine("place"),
        form.requiredLine("topic"),
        form.line("what"),
        form.line("nextStep"),
        form.number("children", 0, MOST),
        form.number("youth", 0, MOST),
        form.number("adults", 0, MOST),
        form.number("minutes", 0, MOST));
  }

  private Reply form(Request request, ReachDesk.Line line, ReachKind kind, Form form) {
    return new Model()
        .with("entry", line)
        .with("kind", kind.name())
        .with("action", line == null ? "/reach/new" : "/reach/" + line.id() + "/edit")
        .with("draft", line == null ? "reach-new-" + kind : "reach-" + line.id())
        .with("back", "/reach?kind=" + kind)
        .with("topics", Choice.of(request.locale(), desk.topics(request.viewer(), line)))
        .form("outreach-form", form);
  }

  private static ReachKind kind(Request request) {
    String asked = request.query("kind").orElse("");
    return Stream.of(ReachKind.values())
        .filter(one -> one.name().equals(asked))
        .findFirst()
        .orElse(ReachKind.OUTREACH);
  }

  private static int year(Request request) {
    int now = request.viewer().today().getYear();
    try {
      int year = Integer.parseInt(request.query("year").orElse(""));
      return year >= FIRST_YEAR && year <= now ? year : now;
    } catch (NumberFormatException none) {
      return now;
    }
  }
}
