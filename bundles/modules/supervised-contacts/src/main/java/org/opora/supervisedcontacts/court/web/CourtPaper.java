package org.opora.supervisedcontacts.court.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opora.api.documents.Printing;
import org.opora.api.legal.LegalPosition;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.court.application.CourtView;
import org.opora.supervisedcontacts.court.application.CourtView.Day;
import org.opora.supervisedcontacts.plans.application.PlanView;

/**
 * The page for the court on paper.
 *
 * @param zone of the centre
 */
record CourtPaper(Messages messages, Locale language, ZoneId zone) {
  Printing.Paper of(CourtView view, String centre) {
    List<Printing.Part> parts = new ArrayList<>();
    parts.add(words("court.intro", child(view), view.from(), view.until()));
    decisions(parts, view);
    plans(parts, view);
    parts.add(tally(view.tally()));
    parts.add(days(view));
    reports(parts, view);
    evaluations(parts, view);
    overrides(parts, view);
    return new Printing.Paper(
        language,
        Stream.of(centre).filter(name -> name != null && !name.isBlank()).toList(),
        say("court.title"),
        parts);
  }

  private String child(CourtView view) {
    return view.plan().childName() == null ? say("child.hidden") : view.plan().childName().spoken();
  }

  private void decisions(List<Printing.Part> parts, CourtView view) {
    if (view.decisions().isEmpty()) {
      parts.add(words(view.reads() ? "court.decisions.none" : "court.decisions.closed"));
      return;
    }
    parts.add(
        grid(
            "court.decisions",
            List.of("court.reference", "court.court", "court.decided", "court.force", "court.gist"),
            view.decisions().stream().map(this::decision).toList()));
  }

  private List<String> decision(LegalPosition.Decision one) {
    List<String> row = new ArrayList<>();
    row.add(one.reference() == null ? messages.text(language, one.title()) : one.reference());
    row.add(one.court());
    row.add(day(one.decidedOn()));
    row.add(days(one.force(), one.until()));
    row.add(one.gist());
    return row;
  }

  private void plans(List<Printing.Part> parts, CourtView view) {
    parts.add(
        grid(
            "court.plans",
            List.of("plan.validity", "plan.basis", "plan.form", "plan.frequency"),
            view.plans().stream().map(this::plan).toList()));
  }

  private List<String> plan(PlanView one) {
    String basis = say("basis." + one.row().basis());
    return List.of(
        days(one.row().validFrom(), one.row().validUntil()),
        one.row().basisReference() == null ? basis : basis + ", " + one.row().basisReference(),
        say("form." + one.row().form()),
        frequency(one));
  }

  private String frequency(PlanView one) {
    String often =
        one.row().everyWeeks() == null
            ? say("plan.as-needed")
            : say("plan.every", one.row().everyWeeks());
    return often + ", " + say("plan.minutes.value", one.row().minutes());
  }

  private Printing.Part tally(Tally tally) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(count("tally.planned", tally.planned()));
    rows.add(count("tally.held", tally.held()));
    for (CancelledBy who : CancelledBy.values()) {
      if (tally.cancelledBy(who) > 0) {
        rows.add(
            List.of(
                say("tally.cancelled") + ": " + say("cancelled-by." + who),
                String.valueOf(tally.cancelledBy(who))));
      }
    }
    rows.add(count("tally.no-show", tally.parentNoShow()));
    rows.add(count("tally.child-away", tally.childAway()));
    rows.add(count("tally.open", tally.open()));
    return grid("court.tally", List.of("court.what", "court.count"), rows);
  }

  private List<String> count(String key, int many) {
    return List.of(say(key), String.valueOf(many));
  }

  private Printing.Part days(CourtView view) {
    return grid(
        "court.days",
        List.of("court.day", "court.time", "plan.form", "contact.state"),
        view.days().stream()
            .map(
                one ->
                    List.of(
                        day(one.row().day()),
                        clock(one),
                        say("form." + one.row().form()),
                        outcome(one)))
            .toList());
  }

  private String clock(Day one) {
    return time(one.row().start()) + "–" + time(one.row().end());
  }

  private String time(Instant at) {
    return LocalTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private String outcome(Day one) {
    if (one.childAway()) {
      return say("tally.child-away");
    }
    String state = say("state." + one.row().state());
    if (one.row().state() == ContactState.NO_SHOW) {
      return say("missed-by." + one.row().missedBy());
    }
    if (one.notice() == null) {
      return state;
    }
    String notice =
        one.notice().after()
            ? say("cancel.notice.after")
            : say("cancel.notice.before", one.notice().hours(), one.notice().minutes());
    return state + ": " + say("cancelled-by." + one.row().cancelledBy()) + ", " + notice;
  }

  private void reports(List<Printing.Part> parts, CourtView view) {
    if (view.reports().isEmpty()) {
      parts.add(words("court.reports.none"));
      return;
    }
    parts.add(
        grid(
            "court.reports",
            List.of("court.day", "observation.version"),
            view.reports().stream()
                .map(one -> List.of(day(one.on()), String.valueOf(one.number())))
                .toList()));
  }

  private void evaluations(List<Printing.Part> parts, CourtView view) {
    if (view.evaluations().isEmpty()) {
      parts.add(words("court.evaluations.none"));
      return;
    }
    parts.add(
        grid(
            "court.evaluations",
            List.of("evaluation.period", "evaluation.decision", "evaluation.why"),
            view.evaluations().stream()
                .map(
                    one -> {
                      List<String> row = new ArrayList<>();
                      row.add(days(one.from(), one.until()));
                      row.add(say("evaluation.decision." + one.decision()));
                      row.add(one.why());
                      return row;
                    })
                .toList()));
  }

  private void overrides(List<Printing.Part> parts, CourtView view) {
    if (!view.overrides().isEmpty()) {
      parts.add(
          grid(
              "court.overrides",
              List.of("court.day", "court.rule", "court.reason"),
              view.overrides().stream()
                  .map(
                      one ->
                          List.of(
                              day(one.day()),
                              one.rule().title().in(language),
                              one.reason().title().in(language)))
                  .toList()));
    }
  }

  private Printing.Words words(String key, Object... arguments) {
    return new Printing.Words(say(key, arguments));
  }

  private Printing.Part grid(String caption, List<String> columns, List<List<String>> rows) {
    return new Printing.Grid(say(caption), columns.stream().map(this::say).toList(), rows);
  }

  private String days(LocalDate from, LocalDate until) {
    return until == null ? say("plan.since", from) : day(from) + " – " + day(until);
  }

  private String day(LocalDate day) {
    return day == null ? null : say("court.date", day);
  }

  private String say(String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }
}
