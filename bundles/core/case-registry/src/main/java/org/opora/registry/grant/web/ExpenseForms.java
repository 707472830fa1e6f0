package org.opora.registry.grant.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.grant.Grant.Measure;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.Grant.Share;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ExpenseLine;
import org.opora.registry.grant.application.ExpenseList;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.grant.application.GrantDesk;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The form by which an expense is asked for, or asked for anew. */
final class ExpenseForms {
  private static final int LONGEST_TEXT = 2000;
  private static final int MOST_UNITS = 10_000;
  private final CaseFrame frame;
  private final Placements placements;
  private final GrantDesk desk;
  private final ExpenseList ledger;
  private final Entitlements entitlements;
  private final GrantBook law;
  private final ContactLaw rights;
  private final Messages messages;

  ExpenseForms(
      CaseFrame frame,
      Placements placements,
      GrantDesk desk,
      ExpenseList ledger,
      Entitlements entitlements,
      GrantBook law,
      ContactLaw rights,
      Messages messages) {
    this.frame = frame;
    this.placements = placements;
    this.desk = desk;
    this.ledger = ledger;
    this.entitlements = entitlements;
    this.law = law;
    this.rights = rights;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return fresh(request, null);
  }

  private Reply fresh(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    if (!ledger.readable(request.viewer(), header.id())) {
      throw new NotFound();
    }
    return fields(frame.model(request, header, null), request.viewer(), header.id(), null)
        .with("action", "/files/" + header.id() + "/grant/new")
        .with("draft", "grant-" + header.id())
        .with("back", "/files/" + header.id() + "/tab/grant")
        .form("grant-expense-form", form);
  }

  Reply propose(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    NewExpense expense = read(form, file, Ids.next());
    return form.attempt(
        () -> {
          UUID key = desk.propose(request.viewer(), expense);
          return Reply.to("/grant/expenses/" + key, Words.of("grant.done.proposed"));
        },
        wrong -> fresh(request, wrong));
  }

  Reply edit(Request request) {
    return change(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    ExpenseLine before = ledger.view(request.viewer(), ExpensePages.id(request));
    NewExpense now = read(form, before.about(), before.id());
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), before.id(), form.version(), now);
          return Reply.to("/grant/expenses/" + before.id(), Words.of("grant.done.proposed"));
        },
        wrong -> change(request, wrong));
  }

  private Reply change(Request request, Form form) {
    ExpenseLine expense = ledger.view(request.viewer(), ExpensePages.id(request));
    ExpensePages.shows(request, List.of(expense));
    String path = "/grant/expenses/" + expense.id();
    return fields(new Model(), request.viewer(), expense.about(), expense)
        .with("expense", expense)
        .with("version", expense.version())
        .with("action", path + "/edit")
        .with("draft", "grant-" + expense.id())
        .with("back", path)
        .form("grant-expense-form", form);
  }

  private Model fields(Model model, Viewer viewer, CaseFileId file, ExpenseLine now) {
    LocalDate day = now == null ? viewer.today() : now.on();
    Locale locale = viewer.locale();
    return model
        .with("childrenOf", children(viewer, file))
        .with(
            "rights",
            rights.rights(day).stream()
                .map(
                    one ->
                        new Choice(
                            one.code(),
                            one.code().substring(one.code().lastIndexOf('.') + 1)
                                + ") "
                                + messages.text(locale, one.text())))
                .toList())
        .with("routes", Choice.of(messages, locale, "grant.route", PaymentRoute.values()))
        .with("caps", caps(locale, day, false))
        .with("shares", caps(locale, day, true))
        .with("notPaid", entitlements.notPaid(day))
        .with("refund", law.refundDiscouraged(day).map(one -> one.source()).orElse(null));
  }

  private List<Choice> caps(Locale locale, LocalDate day, boolean share) {
    return law.caps(day, share).stream()
        .map(
            cap ->
                new Choice(
                    cap.code(),
                    messages.text(
                        locale,
                        Words.of(
                            "grant.cap.choice." + cap.per(),
                            cap.title(),
                            Money.crowns(cap.most().value())))))
        .toList();
  }

  /** Every child that has been in the family: a cost may be of a day when it still was. */
  private List<Choice> children(Viewer viewer, CaseFileId file) {
    Map<PersonId, String> names = new LinkedHashMap<>();
    placements
        .of(viewer, file)
        .forEach(stay -> names.putIfAbsent(stay.child(), stay.name().spoken()));
    return names.entrySet().stream()
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }

  private static NewExpense read(Form form, CaseFileId file, UUID source) {
    UUID child = form.id("child");
    LocalDate on = form.requiredDate("on");
    String what = form.requiredLine("what");
    Long amount = Sums.required(form, "amount");
    PaymentRoute route = form.requiredChoice("route", PaymentRoute.class);
    Measure cap = measure(form, "cap", "capUnits");
    Long sum = Sums.read(form, "share");
    Measure under = measure(form, "shareCap", "shareUnits");
    if (sum != null && under == null && form.valid()) {
      form.error("shareCap", Words.of("grant.refused.share-cap"));
    }
    if (sum == null && under != null && form.valid()) {
      form.error("share", Words.of("grant.refused.share-missing"));
    }
    return new NewExpense(
        Refusals.BUNDLE,
        source,
        file,
        child == null ? null : new PersonId(child),
        on,
        form.line("right"),
        what,
        amount == null ? 0 : amount,
        route,
        cap,
        sum == null || under == null ? null : new Share(sum, under),
        form.text("justification", LONGEST_TEXT),
        null);
  }

  private static Measure measure(Form form, String code, String units) {
    String cap = form.line(code);
    Integer count = form.number(units, 1, MOST_UNITS);
    if (cap == null) {
      if (count != null) {
        form.error(code, Words.of("grant.refused.units-of-what"));
      }
      return null;
    }
    if (count == null) {
      form.error(units, Words.of("grant.refused.units"));
      return null;
    }
    return new Measure(cap, count);
  }
}
