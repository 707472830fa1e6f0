package org.opora.registry.grant.contributions;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ExpenseDecisions;
import org.opora.registry.grant.application.ExpenseList;
import org.opora.registry.grant.application.ExpensePayments;
import org.opora.registry.grant.application.GrantDesk;
import org.opora.registry.grant.application.Proof;
import org.opora.registry.grant.application.ReceiptDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What came for agreements, and expenses in every state. */
@Component
public final class DemoGrant implements DemoChapter {
  private static final int FAMILIES = 25;
  private static final int FIRST_DAY = 4;
  private static final int DAYS_APART = 5;
  private static final int DAY_OF_PAYMENT = 45;

  private static final List<Cost> COSTS =
      List.of(
          new Cost("cz.47a.c", "Psychoterapie, 4 sezení", 480_000, PaymentRoute.INVOICE, true),
          new Cost("cz.47a.f", "Kurz o citové vazbě", 250_000, PaymentRoute.INVOICE, false),
          new Cost("cz.47a.b", "Týdenní respitní pobyt", 690_000, PaymentRoute.INVOICE, true),
          new Cost("cz.47a.a", "Hlídání, 12 hodin", 216_000, PaymentRoute.OWN_SERVICE, true),
          new Cost("cz.47a.c", "Logopedie, 3 sezení", 195_050, PaymentRoute.REFUND, true),
          new Cost("cz.47a.d", "Rodinné poradenství", 120_000, PaymentRoute.OWN_SERVICE, false),
          new Cost("cz.47a.e", "Cesta na setkání s rodiči", 84_500, PaymentRoute.REFUND, true));

  private final GrantDesk desk;
  private final ExpenseList ledger;
  private final ExpenseDecisions decisions;
  private final ExpensePayments payments;
  private final Entitlements entitlements;
  private final ReceiptDesk receipts;

  @Activate
  public DemoGrant(
      @Reference GrantDesk desk,
      @Reference ExpenseList ledger,
      @Reference ExpenseDecisions decisions,
      @Reference ExpensePayments payments,
      @Reference Entitlements entitlements,
      @Reference ReceiptDesk receipts) {
    this.desk = desk;
    this.ledger = ledger;
    this.decisions = decisions;
    this.payments = payments;
    this.entitlements = entitlements;
    this.receipts = receipts;
  }

  @Override
  public String id() {
    return "grant";
  }

  @Override
  public void write(DemoCast cast) {
    for (int number = 0; number < Math.min(FAMILIES, cast.families().size()); number++) {
      came(cast, cast.family(number));
      expense(cast, cast.family(number), number);
    }
  }

  /** What belongs to the agreement for the year, if the day of its payment has come. */
  private void came(DemoCast cast, InForce family) {
    int year = cast.today().getYear();
    LocalDate usual = Year.of(year).atDay(DAY_OF_PAYMENT);
    LocalDate first = family.concludedOn().plusDays(DAY_OF_PAYMENT);
    LocalDate on = first.isAfter(usual) ? first : usual;
    long entitled = entitlements.view(cast.director(), family.agreement(), year).entitled();
    if (entitled == 0) {
      throw Refusals.refused("received", "grant.because.NO_LAW");
    }
    if (!on.isAfter(cast.today())) {
      receipts.receive(cast.director(), family.agreement(), year, entitled, on);
    }
  }

  /** The key worker asks, the director decides. */
  private void expense(DemoCast cast, InForce family, int number) {
    Cost cost = COSTS.get(number % COSTS.size());
    LocalDate on = cast.today().minusDays(FIRST_DAY + (long) number * DAYS_APART);
    PersonId child = cost.forChild() ? child(family, on) : null;
    Viewer worker = cast.worker(family);
    Viewer director = cast.director();
    UUID key =
        desk.propose(
            worker,
            new NewExpense(
                Refusals.BUNDLE,
                Ids.next(),
                family.file(),
                child,
                on,
                cost.right(),
                cost.what(),
                cost.amount(),
                cost.route(),
                null,
                null,
                null,
                null));
    switch (ExpenseState.values()[number % ExpenseState.values().length]) {
      case PROPOSED -> {}
      case APPROVED -> decisions.approve(director, key, version(director, key), null);
      case REJECTED ->
          decisions.reject(
              director,
              key,
              version(director, key),
              "Chybí potvrzení o účasti, doložte ho prosím.");
      case PAID -> {
        decisions.approve(director, key, version(director, key), null);
        payments.pay(director, key, version(director, key), proof(cast, cost, child, on, number));
      }
      case WITHDRAWN -> desk.withdraw(worker, key, version(director, key));
    }
  }

  private long version(Viewer director, UUID expense) {
    return ledger.view(director, expense).version();
  }

  private static Proof proof(DemoCast cast, Cost cost, PersonId child, LocalDate on, int number) {
    return cost.route() == PaymentRoute.OWN_SERVICE
        ? new Proof(cast.today(), null, null, null, false, null, null)
        : new Proof(
            cast.today(),
            "FV " + (100 + number) + "/" + on.getYear(),
            "Poradna Kompas",
            on,
            child != null,
            "19-2000145399/0800",
            null);
  }

  /** A child who was there on the day; null for the whole family when there was none. */
  private static PersonId child(InForce family, LocalDate on) {
    return family.children().stream()
        .filter(one -> !on.isBefore(one.placedOn()))
        .map(Child::person)
        .findFirst()
        .orElse(null);
  }

  /**
   * @param amount in haléře
   */
  private record Cost(
      String right, String what, long amount, PaymentRoute route, boolean forChild) {}
}
