package org.opora.registry.intake.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.intake.application.DisposalDesk;
import org.opora.registry.intake.application.IntakeFigures;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Figures for the return on a year, the act of filing it, and the figures the centre sets. */
final class ReturnPages {
  private static final int MOST = 10_000;
  private final ReturnDesk desk;
  private final DisposalDesk disposals;
  private final IntakeFigures figures;
  private final Staff staff;
  private final Messages messages;

  ReturnPages(
      ReturnDesk desk,
      DisposalDesk disposals,
      IntakeFigures figures,
      Staff staff,
      Messages messages) {
    this.desk = desk;
    this.disposals = disposals;
    this.figures = figures;
    this.staff = staff;
    this.messages = messages;
  }

  Reply show(Request request) {
    return model(request).page("return");
  }

  Reply wording(Request request) {
    return wording(request, null);
  }

  private Reply wording(Request request, Form form) {
    int year = year(request);
    return new Model()
        .with("year", year)
        .with("provision", desk.provision(request.viewer(), year))
        .form("return-words", form);
  }

  Reply provide(Request request) {
    Form form = request.form();
    int year = year(request);
    String material = form.text("material", ReturnDesk.LONGEST_TEXT);
    String staffing = form.text("staffing", ReturnDesk.LONGEST_TEXT);
    return form.attempt(
        () -> {
          desk.provide(request.viewer(), year, form.version(), material, staffing);
          return Reply.to("/inquiries/return?year=" + year, Words.of("return.words.saved"));
        },
        wrong -> wording(request, wrong));
  }

  Reply export(Request request) {
    int year = year(request);
    return Reply.export(
        request,
        Sheet.of("return", "return.title.plain", desk.of(request.viewer(), year).rows())
            .text("return.what", ReturnDesk.Figure::what)
            .number("return.count", ReturnDesk.Figure::countShown)
            .number("return.now", ReturnDesk.Figure::nowShown)
            .on(LocalDate.of(year, 12, 31)));
  }

  /** Lists what will be proposed for deletion before it is. */
  Reply filing(Request request) {
    return filing(request, null);
  }

  Reply file(Request request) {
    Form form = request.form();
    int year = year(request);
    LocalDate on = form.requiredDate("filedOn");
    UUID approver = form.id("approver");
    return form.attempt(
        () -> {
          UUID disposal =
              desk.file(
                  request.viewer(), year, on, approver == null ? null : new StaffId(approver));
          return disposal == null
              ? Reply.to("/inquiries/return?year=" + year, Words.of("return.filed"))
              : Reply.to("/intake/disposals/" + disposal, Words.of("return.filed.proposed"));
        },
        wrong -> filing(request, wrong));
  }

  private Reply filing(Request request, Form form) {
    Viewer viewer = request.viewer();
    List<DisposalDesk.Line> lines = disposals.preview(viewer, DisposalKind.RETURN, year(request));
    DisposalPages.shows(request, lines);
    return model(request)
        .with("lines", lines)
        .with("approvers", DisposalPages.approvers(viewer, disposals, staff))
        .form("return-file", form);
  }

  private Model model(Request request) {
    int year = year(request);
    return new Model()
        .with("figures", desk.of(request.viewer(), year))
        .with("provision", desk.provision(request.viewer(), year))
        .with("years", years(request.viewer(), year));
  }

  /** The year on the page is offered also when nothing is recorded of it. */
  private List<Integer> years(Viewer viewer, int shown) {
    return Stream.concat(Stream.of(shown), desk.years(viewer).stream())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /**
   * Before the middle of the year one still works on the return of the year before. Who asks for a
   * year never gets another one: it could be filed in its place.
   */
  private int year(Request request) {
    return year(request, desk);
  }

  /** The same for pages beside these. */
  static int year(Request request, ReturnDesk desk) {
    Viewer viewer = request.viewer();
    String asked = request.query("year").orElse(request.form().raw("year")).strip();
    if (asked.isEmpty()) {
      int now = viewer.today().getYear();
      return viewer.today().getMonthValue() <= 6 ? now - 1 : now;
    }
    try {
      int year = Integer.parseInt(asked);
      if (desk.due(viewer, year)) {
        return year;
      }
    } catch (NumberFormatException none) {
      // No year at all is none of them either.
    }
    throw new NotFound();
  }

  Reply settings(Request request) {
    return settings(request, null);
  }

  Reply set(Request request) {
    Form form = request.form();
    FigureKind kind = form.requiredChoice("kind", FigureKind.class);
    Integer amount = form.number("amount", 0, MOST);
    if (amount == null) {
      form.error("amount", "form.required");
    }
    LocalDate since = form.requiredDate("since");
    return form.attempt(
        () -> {
          figures.set(request.viewer(), kind, amount, since);
          return Reply.to("/intake/figures", Words.of("figures.saved"));
        },
        wrong -> settings(request, wrong));
  }

  private Reply settings(Request request, Form form) {
    return new Model()
        .with("lines", figures.all(request.viewer()))
        .with(
            "kinds", Choice.of(messages, request.viewer().locale(), "figure", FigureKind.values()))
        .form("intake-figures", form);
  }
}
