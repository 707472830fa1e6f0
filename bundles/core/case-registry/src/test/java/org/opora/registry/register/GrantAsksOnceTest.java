package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.disability.application.NewDisability;
import org.opora.registry.grant.application.AgreementYear;
import org.opora.registry.grant.application.Entitlements.Which;
import org.opora.registry.grant.application.YearBands;
import org.opora.registry.grant.persistence.Wanted;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Money is not reckoned with more questions to the database because the centre is larger. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantAsksOnceTest {
  private static final int FEW = 3;
  private static final int MANY = 30;
  private static final int YEAR = TODAY.getYear();
  private static final int LONG = 100;

  @Parameter TestDatabase.Product product;
  private final AtomicLong asked = new AtomicLong();
  private Register register;
  private GrantRoom room;
  private Viewer director;
  private Viewer worker;
  private Family last;
  private int size;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.watched(product, real -> new Statements(real, asked));
    room = new GrantRoom(register);
    size = 0;
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void thirtyFilesCostNoMoreThanThree() {
    growTo(FEW);
    Map<String, Long> few = costs();
    growTo(MANY);
    assertEquals(few, costs());
    assertTrue(few.values().stream().allMatch(times -> times > 0), () -> "all of them ask: " + few);
    theSumOfTheCentreIsThatOfItsAgreements(director);
    assertEquals(size, room.entitlements.toSettle(director, YEAR).size(), "none is left out");
    theListOfWhatIsToSettleIsPaged();

    Viewer kept = register.viewer("director");
    YearBands all = room.bands.of(kept, YEAR);
    PersonId other = register.person(director, "Ema", "Jinak", LocalDate.of(2018, 3, 4));
    register.same.declare(director, other, last.child());
    room.decisions.approve(director, propose(last), 1, null);
    long spent = spent(room.bands.of(kept, YEAR));
    for (Subject wall : List.of(Subject.of(last.file()), Subject.of(other))) {
      register.access.walls().raise(director, kept.staff(), wall, Ground.CONFLICT_OF_INTEREST);
      assertEquals(
          all.agreements() - 1, room.bands.of(kept, YEAR).agreements(), "as many as the list");
      theSumOfTheCentreIsThatOfItsAgreements(kept);
      assertTrue(spent(room.bands.of(kept, YEAR)) < spent, "what was spent of it is not told");
      register.access.walls().lift(director, kept.staff(), wall);
    }
    assertEquals(all.total(), room.bands.of(kept, YEAR).total());
  }

  private static long spent(YearBands year) {
    return year.bands().stream().mapToLong(YearBands.Line::spent).sum();
  }

  private void theSumOfTheCentreIsThatOfItsAgreements(Viewer viewer) {
    long sum = 0;
    long count = 0;
    String after = null;
    do {
      var page = room.entitlements.list(viewer, YEAR, null, Which.ALL, after, LONG);
      sum += page.items().stream().mapToLong(AgreementYear::entitled).sum();
      count += page.items().size();
      after = page.next();
    } while (after != null);
    YearBands year = room.bands.of(viewer, YEAR);
    assertEquals(sum, year.total());
    assertEquals(count, year.agreements());
  }

  private void theListOfWhatIsToSettleIsPaged() {
    int seen = 0;
    String after = null;
    do {
      var page = room.entitlements.list(director, YEAR, null, Which.TO_SETTLE, after, 7);
      assertTrue(page.items().stream().allMatch(AgreementYear::toSettle));
      seen += page.items().size();
      after = page.next();
    } while (after != null);
    assertEquals(size, seen);
  }

  private void growTo(int files) {
    while (size < files) {
      size++;
      register.family(director, worker, "Prostá " + size);
      last = register.family(director, worker, "Velká " + size);
      for (int child = 0; child < 3; child++) {
        register.placements.place(
            director,
            last.file(),
            register.person(director, "Jan " + child, "Velký " + size, LocalDate.of(2015, 1, 1)),
            LocalDate.of(YEAR, 5, 5),
            "1 P 1/2026");
      }
      Family dependent = register.family(director, worker, "Závislá " + size);
      PersonId twin = register.person(director, "Ema", "Závislá", LocalDate.of(2018, 3, 4));
      room.disability.add(
          director,
          twin,
          new NewDisability(
              Degree.II, null, "1/2026", LocalDate.of(YEAR, 6, 1), LocalDate.of(YEAR, 6, 1), null));
      register.same.declare(director, twin, dependent.child());
      Family twice = register.family(director, worker, "Dvojí " + size);
      AgreementId first = register.agreements.of(director, twice.file()).get(0).id();
      LocalDate end = LocalDate.of(YEAR, 6, 15);
      register.agreements.end(director, first, end);
      register.agreements.conclude(
          director,
          twice.file(),
          new NewAgreement(CareKind.TEMPORARY, true, end.plusDays(1), "Město"));
      room.receipts.receive(director, first, YEAR, 100, end);
    }
  }

  private Map<String, Long> costs() {
    Map<String, Long> all = new TreeMap<>();
    UUID expense = propose(last);
    AgreementId agreement = register.agreements.of(director, last.file()).get(0).id();
    count(all, "ask for an expense", () -> propose(last));
    count(all, "open an expense", () -> room.ledger.view(director, expense));
    count(all, "look before deciding", () -> room.decisions.beforeDeciding(director, expense));
    count(all, "who decides", () -> room.decisions.deciders(director, expense));
    count(all, "approve it", () -> room.decisions.approve(director, expense, 1, null));
    count(all, "decide anew", () -> room.decisions.openAgain(director, expense, 2));
    count(all, "reject it", () -> room.decisions.reject(director, expense, 3, "Ne"));
    for (Viewer viewer : List.of(director, worker)) {
      String who = viewer == director ? " of a director" : " of a key worker";
      count(
          all,
          "year" + who,
          () -> room.entitlements.list(viewer, YEAR, null, Which.ALL, null, LONG));
      count(all, "agreement" + who, () -> room.entitlements.view(viewer, agreement, YEAR));
      count(all, "to settle" + who, () -> room.entitlements.toSettle(viewer, YEAR));
      count(all, "expenses" + who, () -> room.ledger.list(viewer, Wanted.in(null), null, LONG));
      count(
          all, "waiting" + who, () -> room.ledger.count(viewer, Wanted.in(ExpenseState.PROPOSED)));
    }
    count(all, "shares of the year", () -> room.bands.of(director, YEAR));
    return all;
  }

  private void count(Map<String, Long> all, String what, Runnable work) {
    long before = asked.get();
    work.run();
    all.put(what, asked.get() - before);
  }

  private UUID propose(Family family) {
    return room.desk.propose(
        worker,
        new NewExpense(
            "case-registry",
            Ids.next(),
            family.file(),
            family.child(),
            TODAY.minusDays(9),
            "cz.47a.c",
            "Terapie",
            100,
            PaymentRoute.INVOICE,
            null,
            null,
            null,
            null));
  }
}
