package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.grant.Grant;
import org.opora.api.grant.Grant.Measure;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.grant.spi.GrantLaw.Cap;
import org.opora.api.grant.spi.GrantLaw.Per;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.domain.BankAccount;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.grant.persistence.AgreementQueries;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.Refusals;

/** What must hold before an expense is asked for, and before it is written down as paid. */
record ExpenseCheck(GrantBook law, ContactLaw rights, GrantDoor door) {
  static final int LINE = 200;
  static final int TEXT = 2000;
  private static final int MONTHS = 12;
  private static final long MOST = 100_000_000_00L;

  /**
   * An expense without blanks around its words.
   *
   * @param agreement which pays it
   * @param overCap whether a cap is passed, with a justification
   */
  record Checked(Agreement agreement, String what, String justification, boolean overCap) {}

  /**
   * @param but key of the expense itself, which stands there already when it is asked for anew
   */
  Checked expense(EntityManager em, Viewer viewer, NewExpense now, UUID but) {
    LocalDate on = Refusals.day("on", now.on());
    LocalDate last = lastDay(viewer);
    if (on.isAfter(last)) {
      throw Refusals.refused("on", "grant.refused.far", on, last);
    }
    AgreementQueries agreements = new AgreementQueries(em);
    Agreement agreement =
        agreements
            .inForce(now.file(), on)
            .orElseThrow(() -> Refusals.refused("on", "grant.refused.no-agreement", on));
    if (now.child() != null) {
      List<UUID> keys = door.child(viewer, Grant.WRITE, now.child());
      if (!agreements.placed(now.file(), keys, on)) {
        throw Refusals.refused("child", "grant.refused.not-placed", on);
      }
    }
    String what = Refusals.line("what", now.what(), LINE);
    sum("amount", now.amount());
    if (now.route() == null) {
      throw Refusals.refused("route", "refused.required");
    }
    Cap cap = now.cap() == null ? null : cap("cap", now.cap(), on, false);
    right(now.right(), cap, on);
    if (cap != null) {
      serves("cap", cap, now.right());
    }
    String why = Refusals.optional("justification", now.justification(), TEXT);
    boolean over = cap != null && over(now.amount(), cap, now.cap());
    if (over && why == null) {
      throw passed("amount", cap, now.cap());
    }
    if (!over && cap != null && cap.per() == Per.AGREEMENT_AND_MONTH) {
      over = overWithOthers(em, agreement, now, cap, why != null, but);
    }
    if (now.share() != null) {
      Cap share = cap("shareCap", now.share().measure(), on, true);
      sum("share", now.share().amount());
      serves("shareCap", share, now.right());
      if (over(now.share().amount(), share, now.share().measure())) {
        if (why == null) {
          throw passed("share", share, now.share().measure());
        }
        over = true;
      }
    }
    return new Checked(agreement, what, why, over);
  }

  /** The last day of the last year of which pages tell: what lies behind it counts nowhere. */
  private static LocalDate lastDay(Viewer viewer) {
    return LocalDate.of(viewer.today().getYear() + 1, 12, 31);
  }

  /**
   * @throws org.opora.api.faults.Refused when it is none, or so high that it must be a slip
   */
  static void sum(String field, long amount) {
    if (amount <= 0) {
      throw Refusals.refused(field, "grant.refused.amount");
    }
    if (amount > MOST) {
      throw Refusals.refused(field, "grant.refused.too-much", Money.crowns(MOST));
    }
  }

  /** A day that has come. */
  static LocalDate past(Viewer viewer, String field, LocalDate on) {
    LocalDate day = Refusals.day(field, on);
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
    return day;
  }

  private void serves(String field, Cap cap, String right) {
    if (!cap.rights().isEmpty() && !cap.rights().contains(String.valueOf(right))) {
      throw Refusals.refused(
          field,
          "grant.refused.other-right",
          cap.title(),
          cap.rights().stream()
              .sorted()
              .map(code -> code.substring(code.lastIndexOf('.') + 1))
              .collect(Collectors.joining(", ")));
    }
  }

  private Cap cap(String field, Measure measure, LocalDate on, boolean share) {
    if (measure.units() < 1) {
      throw Refusals.refused(share ? "shareUnits" : "capUnits", "grant.refused.units");
    }
    return law.cap(measure.cap(), on, share)
        .orElseThrow(() -> Refusals.refused(field, "grant.refused.cap-unknown", on));
  }

  private void right(String code, Cap cap, LocalDate on) {
    if (code == null) {
      if (cap == null || !cap.anyRight()) {
        throw Refusals.refused("right", "grant.refused.right-missing");
      }
      return;
    }
    if (rights.rights(on).stream().noneMatch(one -> one.code().equals(code))) {
      throw Refusals.refused("right", "grant.refused.right", on);
    }
  }

  private static boolean over(long amount, Cap cap, Measure measure) {
    return amount > cap.most().value() * measure.units();
  }

  /**
   * A cap of an agreement and a month holds for what stands under it together: within one month as
   * much as the longest of its costs covers, and within one year twelve months.
   */
  private static boolean overWithOthers(
      EntityManager em, Agreement agreement, NewExpense now, Cap cap, boolean said, UUID but) {
    List<Expense> others =
        new ExpenseQueries(em).standing(agreement.id(), cap.code(), now.on().getYear(), but);
    List<Expense> sameMonth =
        others.stream().filter(one -> one.on().getMonth() == now.on().getMonth()).toList();
    long longest =
        Math.max(
            now.cap().units(),
            sameMonth.stream().mapToInt(one -> one.cap().units()).max().orElse(0));
    return over(now, cap, sameMonth, Math.min(longest, MONTHS), said)
        || over(now, cap, others, MONTHS, said);
  }

  private static boolean over(
      NewExpense now, Cap cap, List<Expense> others, long months, boolean said) {
    long sum = now.amount() + others.stream().mapToLong(Expense::amount).sum();
    long most = cap.most().value() * months;
    if (sum > most && !said) {
      throw Refusals.refused(
          "amount",
          "grant.refused.over-cap-together",
          cap.title(),
          Money.crowns(most),
          cap.most().paragraph(),
          Money.crowns(sum));
    }
    return sum > most;
  }

  private static RuntimeException passed(String field, Cap cap, Measure measure) {
    return Refusals.refused(
        field,
        "grant.refused.over-cap",
        cap.title(),
        Money.crowns(cap.most().value() * measure.units()),
        cap.most().paragraph());
  }

  /** The evidence without blanks around its words. */
  Proof proof(Viewer viewer, Expense row, Proof now) {
    if (row.on().isAfter(lastDay(viewer))) {
      throw Refusals.refused(null, "grant.refused.far", row.on(), lastDay(viewer));
    }
    LocalDate paid = Refusals.day("paidOn", now.paidOn());
    if (paid.isAfter(viewer.today())) {
      throw Refusals.refused("paidOn", "refused.future", paid);
    }
    String note = Refusals.optional("note", now.note(), TEXT);
    if (row.route() == PaymentRoute.OWN_SERVICE) {
      return new Proof(paid, null, null, null, false, null, note);
    }
    String invoice = Refusals.line("invoice", now.invoice(), LINE);
    String supplier = Refusals.line("supplier", now.supplier(), LINE);
    LocalDate issued = Refusals.day("invoicedOn", now.invoicedOn());
    if (issued.isAfter(viewer.today())) {
      throw Refusals.refused("invoicedOn", "refused.future", issued);
    }
    if (row.child() != null && !now.namesChild() && note == null) {
      throw Refusals.refused("note", "grant.refused.names-child");
    }
    String account = BankAccount.checked(Refusals.line("account", now.account(), LINE));
    if (account == null) {
      throw Refusals.refused("account", "grant.refused.account", now.account().strip());
    }
    return new Proof(
        paid, invoice, supplier, issued, row.child() != null && now.namesChild(), account, note);
  }
}
