package org.opora.registry.standards.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.standards.Standards.NewRound;
import org.opora.api.text.Title;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.standards.application.RoundDesk;
import org.opora.registry.standards.application.RoundDesk.RoundLine;
import org.opora.registry.standards.application.RoundView;

/** Rounds: the list, one of them on the screen, on paper and as a file, its begin and its end. */
final class RoundPages {
  static final String LIST = "/standards";
  private static final int ROWS = 20;
  private static final int PART = 1000;
  private static final int WORDS = 4000;
  private final RoundDesk desk;
  private final CentreDesk centre;

  RoundPages(RoundDesk desk, CentreDesk centre) {
    this.desk = desk;
    this.centre = centre;
  }

  static UUID round(Request request) {
    return request.id("round");
  }

  static String path(UUID round) {
    return LIST + "/rounds/" + round;
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("rounds", desk.list(viewer, request.query("after").orElse(null), ROWS))
        .with("open", desk.anyOpen(viewer))
        .page("standards-rounds");
  }

  Reply exportList(Request request) {
    Viewer viewer = request.viewer();
    return Reply.export(
        request,
        Sheet.<RoundLine>of(
                "assessments", "standards.title", (after, limit) -> desk.list(viewer, after, limit))
            .text("round.title", RoundLine::title)
            .date("round.begunOn", RoundLine::begunOn)
            .text("round.begunBy", RoundLine::begunBy)
            .date("round.closedOn", RoundLine::closedOn)
            .number("round.criteria", RoundLine::criteria)
            .number("round.marked", RoundLine::marked)
            .number("round.points", RoundLine::points)
            .number("round.most", RoundLine::most)
            .number("round.law-missing", RoundLine::missing));
  }

  Reply show(Request request) {
    return page(request, null);
  }

  private Reply page(Request request, Form form) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("round", desk.view(viewer, round(request)))
        .with("paper", centre.onPaper(viewer.today()))
        .form("standards-round", form);
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    RoundView round = desk.view(viewer, round(request));
    return Reply.export(
        request,
        Sheet.of("assessment", "round.sheet", round.lines())
            .text("criterion.standard", RoundView.Line::number)
            .text("criterion.topic", row -> spoken(viewer, row.topic()))
            .text("criterion.letter", RoundView.Line::letter)
            .number("round.law-criteria", row -> round.lawCriteria())
            .text("criterion.wording", row -> spoken(viewer, row.wording()))
            .yesNo("criterion.asked", RoundView.Line::asked)
            .number("mark.points", RoundView.Line::mark)
            .number("mark.former", RoundView.Line::former)
            .number("mark.change", RoundView.Line::change)
            .text("mark.words", RoundView.Line::words)
            .text("mark.evidence", RoundView.Line::evidence)
            .text("mark.rules", RoundPages::proofs)
            .text("mark.by", RoundView.Line::markedBy)
            .date("mark.on", RoundView.Line::markedOn)
            .number("mark.measures", row -> row.measures().size()));
  }

  private static String spoken(Viewer viewer, Title title) {
    return title.in(viewer.locale());
  }

  private static String proofs(RoundView.Line line) {
    return line.rules().stream()
        .map(one -> one.title() + " (" + one.number() + ")")
        .collect(Collectors.joining(", "));
  }

  Reply blank(Request request) {
    return begin(request, null);
  }

  Reply begin(Request request) {
    Form form = request.form();
    String title = form.requiredLine("title");
    LocalDate on = form.requiredDate("begunOn");
    String part = form.text("takingPart", PART);
    return form.attempt(
        () -> {
          UUID round = desk.begin(request.viewer(), new NewRound(title, on, part));
          return Reply.to(path(round), Words.of("round.begun"));
        },
        wrong -> begin(request, wrong));
  }

  private Reply begin(Request request, Form form) {
    return new Model()
        .with("open", desk.anyOpen(request.viewer()))
        .with("action", LIST + "/rounds/new")
        .with("draft", "round-new")
        .form("standards-round-form", form);
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    UUID round = round(request);
    String title = form.requiredLine("title");
    String part = form.text("takingPart", PART);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), round, form.version(), title, part);
          return Reply.to(path(round), Words.of("round.saved"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply edit(Request request, Form form) {
    UUID round = round(request);
    return new Model()
        .with("round", desk.view(request.viewer(), round))
        .with("action", path(round) + "/edit")
        .with("draft", "round-" + round)
        .form("standards-round-form", form);
  }

  Reply takeOver(Request request) {
    try {
      desk.takeOver(request.viewer(), round(request));
      return Reply.to(path(round(request)), Words.of("round.taken-over"));
    } catch (Refused refused) {
      Form form = request.form();
      form.refused(refused);
      return page(request, form);
    }
  }

  Reply closing(Request request) {
    return closing(request, null);
  }

  Reply close(Request request) {
    Form form = request.form();
    UUID round = round(request);
    LocalDate on = form.requiredDate("on");
    String conclusion = form.text("conclusion", WORDS);
    if (conclusion == null) {
      form.error("conclusion", "form.required");
    }
    return form.attempt(
        () -> {
          desk.close(request.viewer(), round, form.version(), on, conclusion);
          return Reply.to(path(round), Words.of("round.closed"));
        },
        wrong -> closing(request, wrong));
  }

  private Reply closing(Request request, Form form) {
    RoundView round = desk.view(request.viewer(), round(request));
    List<RoundView.Line> missing =
        round.lines().stream().filter(line -> line.asked() && line.mark() == null).toList();
    return new Model().with("round", round).with("missing", missing).form("standards-close", form);
  }
}
