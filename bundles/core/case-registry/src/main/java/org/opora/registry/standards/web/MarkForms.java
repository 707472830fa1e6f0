package org.opora.registry.standards.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.standards.Standards.Mark;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.standards.application.RoundDesk;
import org.opora.registry.standards.application.RoundView;

/** The form of one criterion: its mark, the words, and what shows it. */
final class MarkForms {
  private static final int WORDS = 4000;
  private static final int EVIDENCE = 2000;
  private static final int MOST = 100;
  private final RoundDesk desk;
  private final Messages messages;

  MarkForms(RoundDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  Reply edit(Request request) {
    return page(request, null);
  }

  /** Whoever goes through the whole round is led on to the next criterion without a mark. */
  Reply mark(Request request) {
    Form form = request.form();
    Viewer viewer = request.viewer();
    UUID round = RoundPages.round(request);
    UUID criterion = request.id("criterion");
    Mark mark =
        new Mark(
            form.number("points", 0, MOST),
            form.text("words", WORDS),
            form.text("evidence", EVIDENCE),
            rules(form));
    return form.attempt(
        () -> {
          desk.mark(viewer, round, criterion, form.version(), mark);
          return Reply.to(next(viewer, round, criterion, form), Words.of("mark.saved"));
        },
        wrong -> page(request, wrong));
  }

  private String next(Viewer viewer, UUID round, UUID criterion, Form form) {
    if (!form.checked("next")) {
      return RoundPages.path(round) + "#c-" + criterion;
    }
    List<RoundView.Line> lines = desk.view(viewer, round).lines();
    int at =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).id().equals(criterion))
            .findFirst()
            .orElse(0);
    return lines.subList(at, lines.size()).stream()
        .filter(line -> line.asked() && line.mark() == null && !line.id().equals(criterion))
        .findFirst()
        .map(line -> RoundPages.path(round) + "/marks/" + line.id())
        .orElse(RoundPages.path(round));
  }

  private static List<UUID> rules(Form form) {
    try {
      return form.all("rules").stream().map(UUID::fromString).toList();
    } catch (IllegalArgumentException notOurs) {
      form.error("rules", "form.choice", "");
      return List.of();
    }
  }

  private Reply page(Request request, Form form) {
    Viewer viewer = request.viewer();
    RoundView round = desk.view(viewer, RoundPages.round(request));
    RoundView.Line line =
        round.lines().stream()
            .filter(one -> one.id().equals(request.id("criterion")))
            .findFirst()
            .orElseThrow(NotFound::new);
    return new Model()
        .with("round", round)
        .with("line", line)
        .with("points", points(request, round.bestMark()))
        .with("rules", offered(viewer, line))
        .with("chosen", line.rules().stream().map(one -> Objects.toString(one.version())).toList())
        .with("action", RoundPages.path(round.id()) + "/marks/" + line.id())
        .with("draft", "mark-" + line.id())
        .form("standards-mark", form);
  }

  private List<Choice> points(Request request, int best) {
    Choice none = new Choice("", messages.text(request.locale(), "mark.not-yet"));
    return Stream.concat(
            Stream.of(none),
            IntStream.rangeClosed(0, best)
                .mapToObj(
                    mark ->
                        new Choice(
                            String.valueOf(mark),
                            mark == 0
                                ? messages.text(request.locale(), "mark.worst", mark)
                                : mark == best
                                    ? messages.text(request.locale(), "mark.best", mark)
                                    : String.valueOf(mark))))
        .toList();
  }

  private List<Choice> offered(Viewer viewer, RoundView.Line line) {
    return desk.offered(viewer, line.rules()).stream()
        .map(
            one ->
                new Choice(
                    one.version().toString(),
                    messages.text(viewer.locale(), "rule.named", one.title(), one.number())))
        .toList();
  }
}
