package org.opora.operations.demo.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.files.CaseFiles.Header;
import org.opora.api.files.FileStatus;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.Grant.Proof;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** What made-up families cost: expenses that wait, are decided, paid, or asked for no more. */
final class DemoGrant {
  private static final int FAMILIES = 40;
  private static final int DAYS_APART = 3;
  private static final int FIRST_DAY = 4;

  /** As if they had been entered in the register itself, so that they can be changed there. */
  private static final String ORIGIN = "case-registry";

  private static final List<Cost> COSTS =
      List.of(
          new Cost("cz.47a.c", "Psychoterapie, 4 sezení", 480_000, PaymentRoute.INVOICE, true),
          new Cost("cz.47a.f", "Kurz Vztahová vazba", 250_000, PaymentRoute.INVOICE, false),
          new Cost("cz.47a.b", "Týdenní respitní pobyt", 690_000, PaymentRoute.INVOICE, true),
          new Cost("cz.47a.a", "Hlídání, 12 hodin", 216_000, PaymentRoute.OWN_SERVICE, true),
          new Cost("cz.47a.c", "Logopedie, 3 sezení", 195_050, PaymentRoute.REFUND, true),
          new Cost("cz.47a.d", "Rodinné poradenství", 120_000, PaymentRoute.OWN_SERVICE, false),
          new Cost("cz.47a.e", "Cesta na setkání s rodiči", 84_500, PaymentRoute.REFUND, true));

  private final CaseFiles files;
  private final Grant grant;

  DemoGrant(CaseFiles files, Grant grant) {
    this.files = files;
    this.grant = grant;
  }

  /** In the caller's transaction. The key worker asks, the director decides. */
  void expenses(Viewer director, List<Viewer> workers) {
    Map<StaffId, Viewer> byStaff =
        workers.stream().collect(Collectors.toMap(Viewer::staff, Function.identity()));
    List<Header> families = files.list(director, FileStatus.ACTIVE, null, FAMILIES).items();
    for (int i = 0; i < families.size(); i++) {
      Header family = families.get(i);
      Viewer worker = byStaff.get(family.keyWorker());
      if (worker != null && family.agreement() != null) {
        expense(i, director, worker, family);
      }
    }
  }

  private void expense(int number, Viewer director, Viewer worker, Header family) {
    Cost cost = COSTS.get(number % COSTS.size());
    LocalDate on = director.today().minusDays(FIRST_DAY + (long) number * DAYS_APART);
    UUID source = UUID.nameUUIDFromBytes(("expense" + number).getBytes(StandardCharsets.US_ASCII));
    PersonId child = cost.forChild() ? child(family, on) : null;
    UUID key =
        grant.propose(
            worker,
            new NewExpense(
                ORIGIN,
                source,
                family.id(),
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
      case APPROVED -> grant.approve(director, key, null);
      case REJECTED -> grant.reject(director, key, "Chybí potvrzení o účasti, doložte ho prosím.");
      case PAID -> {
        grant.approve(director, key, null);
        grant.pay(director, key, proof(number, director.today(), on, cost, child));
      }
      case WITHDRAWN -> grant.withdraw(worker, ORIGIN, source);
    }
  }

  private static Proof proof(int number, LocalDate today, LocalDate on, Cost cost, PersonId child) {
    return cost.route() == PaymentRoute.OWN_SERVICE
        ? new Proof(today, null, null, null, false, null, null)
        : new Proof(
            today,
            "FV " + (100 + number) + "/" + on.getYear(),
            "Poradna Kompas",
            on,
            child != null,
            "19-2000145399/0800",
            null);
  }

  /** A child who was there on the day; null for the whole family when there was none. */
  private static PersonId child(Header family, LocalDate on) {
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
