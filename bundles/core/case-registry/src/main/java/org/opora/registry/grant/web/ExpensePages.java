package org.opora.registry.grant.web;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.grant.ExpenseState;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.grant.application.ExpenseDecisions;
import org.opora.registry.grant.application.ExpenseLine;
import org.opora.registry.grant.application.ExpenseList;
import org.opora.registry.grant.application.ExpensePayments;
import org.opora.registry.grant.application.GrantDesk;
import org.opora.registry.grant.application.Proof;
import org.opora.registry.grant.persistence.Wanted;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The list of expenses, the page of one, and what is done with it. */
final class ExpensePages {
  private static final int ROWS = 40;
  private static final String COUNTED = "COUNTED";
  private static final Pattern RIGHT = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int LONGEST_TEXT = 2000;
  private final CaseFrame frame;
  private final GrantDesk desk;
  private final ExpenseList ledger;
  private final ExpenseDecisions decisions;
  private final ExpensePayments payments;
  private final Years years;

  ExpensePages(
      CaseFrame frame,
      GrantDesk desk,
      ExpenseList ledger,
      ExpenseDecisions decisions,
      ExpensePayments payments,
      Years years) {
    this.frame = frame;
    this.desk = desk;
    this.ledger = ledger;
    this.decisions = decisions;
    this.payments = payments;
    this.years = years;
  }

  Reply list(Request request) {
    Wanted wanted = wanted(request);
    Page<ExpenseLine> expenses =
        ledger.list(request.viewer(), wanted, request.query("after").orElse(null), ROWS);
    shows(request, expenses.items());
    return new Model()
        .with("expenses", expenses)
        .with("show", show(wanted))
        .with("states", List.of(ExpenseState.values()))
        .with("year", String.valueOf(wanted.year() == null ? "" : wanted.year()))
        .with("years", years.all(request))
        .with("family", wanted.file() == null ? null : header(request, wanted.file()))
        .with("right", wanted.right())
        .with("rightWords", ledger.rightWords(wanted))
        .with("query", query(wanted))
        .page("grant-expenses");
  }

  private CaseFiles.Header header(Request request, CaseFileId file) {
    return frame.header(request, file);
  }

  private Wanted wanted(Request request) {
    return new Wanted(
        request.query("show").map(ExpensePages::states).orElse(List.of()),
        years.asked(request).orElse(null),
        request.query("file").flatMap(ExpensePages::file).orElse(null),
        request.query("right").filter(code -> RIGHT.matcher(code).matches()).orElse(null));
  }

  private static List<ExpenseState> states(String code) {
    return code.equals(COUNTED)
        ? Wanted.COUNTED
        : Stream.of(ExpenseState.values()).filter(state -> state.name().equals(code)).toList();
  }

  private static String show(Wanted wanted) {
    if (wanted.states().isEmpty()) {
      return "ALL";
    }
    return wanted.states().equals(Wanted.COUNTED) ? COUNTED : wanted.states().get(0).name();
  }

  private static Optional<CaseFileId> file(String asked) {
    try {
      return Optional.of(new CaseFileId(UUID.fromString(asked)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static String query(Wanted wanted) {
    return "show="
        + show(wanted)
        + (wanted.right() == null ? "" : "&right=" + wanted.right())
        + (wanted.year() == null ? "" : "&year=" + wanted.year())
        + (wanted.file() == null ? "" : "&file=" + wanted.file());
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    Wanted wanted = wanted(request);
    return Reply.export(
        request,
        Sheet.<ExpenseLine>of(
                "grant-expenses",
                "grant.expenses.title",
                (after, limit) -> ledger.list(viewer, wanted, after, limit))
            .date("grant.on", ExpenseLine::on)
            .text("grant.file", row -> row.file() == null ? null : row.file().number())
            .text("grant.child", ExpenseLine::childName)
            .text("grant.right", ExpenseLine::rightWords)
            .text("grant.what", ExpenseLine::what)
            .number("grant.amount", ExpenseLine::crowns)
            .number("grant.share", ExpenseLine::shareCrowns)
            .text("grant.route", row -> Words.of("grant.route." + row.route()))
            .text("grant.state", row -> Words.of("grant.state." + row.state()))
            .text("grant.justification", ExpenseLine::justification)
            .text("grant.bandReason", ExpenseLine::bandReason)
            .text("grant.proposedBy", ExpenseLine::proposedBy)
            .text("grant.decidedBy", ExpenseLine::decidedBy)
            .date("grant.decidedOn", ExpenseLine::decidedOn)
            .text("grant.reason", ExpenseLine::reason)
            .text("grant.invoice", ExpenseLine::invoice)
            .text("grant.supplier", ExpenseLine::supplier)
            .date("grant.invoicedOn", ExpenseLine::invoicedOn)
            .text("grant.account", ExpenseLine::account)
            .date("grant.paidOn", ExpenseLine::paidOn)
            .about(ExpensePages::subjects));
  }

  Reply show(Request request) {
    return page(request, null);
  }

  private Reply page(Request request, Form form) {
    ExpenseLine expense = ledger.view(request.viewer(), id(request));
    shows(request, List.of(expense));
    boolean fresh = form == null || form.isStale();
    return new Model()
        .with("expense", expense)
        .with("deciders", deciders(request.viewer(), expense))
        .with("passed", decisions.beforeDeciding(request.viewer(), expense.id()).orElse(null))
        .with(
            "version",
            fresh ? String.valueOf(expense.version()) : form.versionAgain(expense.version()))
        .form("grant-expense", form);
  }

  /** Who goes on with what waits for somebody else than who wrote it; null when nothing does. */
  private List<String> deciders(Viewer viewer, ExpenseLine expense) {
    return expense.proposed() || expense.approved() && expense.refund()
        ? decisions.deciders(viewer, expense.id())
        : null;
  }

  Reply approve(Request request) {
    Form form = request.form();
    String why = form.text("bandReason", LONGEST_TEXT);
    return done(
        request,
        form,
        "grant.done.approved",
        () -> decisions.approve(request.viewer(), id(request), form.version(), why));
  }

  Reply reject(Request request) {
    Form form = request.form();
    String reason = form.text("reason", LONGEST_TEXT);
    if (reason == null) {
      form.error("reason", "form.required");
    }
    return done(
        request,
        form,
        "grant.done.rejected",
        () -> decisions.reject(request.viewer(), id(request), form.version(), reason));
  }

  Reply openAgain(Request request) {
    Form form = request.form();
    return done(
        request,
        form,
        "grant.saved",
        () -> decisions.openAgain(request.viewer(), id(request), form.version()));
  }

  Reply withdraw(Request request) {
    Form form = request.form();
    return done(
        request,
        form,
        "grant.done.withdrawn",
        () -> desk.withdraw(request.viewer(), id(request), form.version()));
  }

  Reply pay(Request request) {
    Form form = request.form();
    Proof proof =
        new Proof(
            form.requiredDate("paidOn"),
            form.line("invoice"),
            form.line("supplier"),
            form.date("invoicedOn"),
            form.checked("namesChild"),
            form.line("account"),
            form.text("note", LONGEST_TEXT));
    return done(
        request,
        form,
        "grant.done.paid",
        () -> payments.pay(request.viewer(), id(request), form.version(), proof));
  }

  Reply notPaid(Request request) {
    Form form = request.form();
    return done(
        request,
        form,
        "grant.saved",
        () -> payments.notPaid(request.viewer(), id(request), form.version()));
  }

  private Reply done(Request request, Form form, String notice, Runnable work) {
    return form.attempt(
        () -> {
          work.run();
          return Reply.to("/grant/expenses/" + id(request), Words.of(notice));
        },
        wrong -> page(request, wrong));
  }

  static UUID id(Request request) {
    return request.id("expense");
  }

  static void shows(Request request, Collection<ExpenseLine> expenses) {
    request.shows(expenses.stream().flatMap(row -> subjects(row).stream()).distinct().toList());
  }

  private static List<Subject> subjects(ExpenseLine row) {
    return Stream.of(Subject.of(row.about()), row.child() == null ? null : Subject.of(row.child()))
        .filter(Objects::nonNull)
        .toList();
  }
}
