package org.opora.registry.staff.web;

import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.staff.application.AbsenceSeen;
import org.opora.registry.staff.application.Absences;
import org.opora.registry.staff.application.StaffChecks;
import org.opora.registry.staff.application.StaffLine;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.application.TrainingBook;

/** What whoever leads the staff wants to see of everybody at once: absences, papers, training. */
final class StaffLists {
  private static final int ROWS = 50;
  private static final double HOUR = 60;
  private final Absences absences;
  private final StaffChecks checks;
  private final StaffPosts posts;
  private final TrainingBook training;

  StaffLists(Absences absences, StaffChecks checks, StaffPosts posts, TrainingBook training) {
    this.absences = absences;
    this.checks = checks;
    this.posts = posts;
    this.training = training;
  }

  private static String after(Request request) {
    return request.query("after").orElse(null);
  }

  Reply absences(Request request) {
    Page<AbsenceSeen> page = absences.all(request.viewer(), after(request), ROWS);
    return new Model()
        .with("absences", page.items())
        .with("page", page)
        .with("here", "/staff/absences")
        .page("staff-absences");
  }

  Reply exportAbsences(Request request) {
    return Reply.export(
        request,
        Sheet.of(
                "absences",
                "absence.all",
                (String after, int limit) -> absences.all(request.viewer(), after, limit))
            .text("person.name", AbsenceSeen::name)
            .text("absence.kind", one -> Words.of("absence.kind." + one.kind()))
            .date("absence.since", AbsenceSeen::since)
            .date("absence.until", AbsenceSeen::until)
            .text("absence.deputy", AbsenceSeen::deputyName)
            .text("absence.state", StaffLists::state));
  }

  private static Text state(AbsenceSeen one) {
    if (one.deputyAway()) {
      return Words.of("absence.deputy-away");
    }
    if (one.lacking()) {
      return Words.of("absence.lacking");
    }
    return one.confirmedOn() == null
        ? Words.of(one.deputy() == null ? "absence.nobody" : "absence.unconfirmed")
        : Words.of("absence.confirmed-on", one.confirmedOn());
  }

  Reply checks(Request request) {
    Page<StaffChecks.Seen> page = checks.all(request.viewer(), after(request), ROWS);
    return new Model()
        .with("checks", page.items())
        .with("page", page)
        .with("here", "/staff/checks")
        .page("staff-checks");
  }

  Reply exportChecks(Request request) {
    return Reply.export(
        request,
        Sheet.of(
                "checks",
                "check.all",
                (String after, int limit) -> checks.all(request.viewer(), after, limit))
            .text("person.name", StaffChecks.Seen::name)
            .text("check.kind", one -> Words.of("check.kind." + one.check().kind()))
            .date("check.issuedOn", one -> one.check().issuedOn())
            .date("check.validUntil", one -> one.check().validUntil())
            .text("check.standing", one -> Words.of("check.standing." + one.standing())));
  }

  Reply training(Request request) {
    int year = year(request);
    Page<Trained> page = trained(request.viewer(), year, after(request), ROWS);
    return new Model()
        .with("members", page.items())
        .with("year", year)
        .with("first", training.firstYear(request.viewer(), null))
        .with("page", page)
        .with("here", "/staff/training?year=" + year)
        .page("staff-trainings");
  }

  Reply exportTraining(Request request) {
    int year = year(request);
    return Reply.export(
        request,
        Sheet.of(
                "training",
                "training.all",
                (String after, int limit) -> trained(request.viewer(), year, after, limit))
            .text("person.name", Trained::name)
            .text("training.state", one -> Words.of("training.status." + one.year().status()))
            .number("training.done", Trained::done)
            .number("training.owed", Trained::owed)
            .number("training.supervised", one -> one.year().supervised() / HOUR));
  }

  private Page<Trained> trained(Viewer viewer, int year, String after, int limit) {
    Page<StaffLine> page = posts.list(viewer, StaffPosts.Which.PRESENT, after, limit);
    Map<StaffId, TrainingBook.Year> years =
        training.years(viewer, page.items().stream().map(StaffLine::id).toList(), year);
    List<Trained> rows =
        page.items().stream().map(line -> new Trained(line, years.get(line.id()))).toList();
    return new Page<>(rows, page.next());
  }

  private static int year(Request request) {
    return StaffPages.year(request);
  }

  /** The account of one member of staff. */
  public record Trained(StaffLine line, TrainingBook.Year year) {
    public String name() {
      return line.name();
    }

    /** Hours; null when it is not assessed. */
    public Double done() {
      return year.account() == null ? null : year.account().done() / HOUR;
    }

    /** Hours; null when it is not assessed. */
    public Double owed() {
      return year.account() == null ? null : year.account().owed() / HOUR;
    }
  }
}
