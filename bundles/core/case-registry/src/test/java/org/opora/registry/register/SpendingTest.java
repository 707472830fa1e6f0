package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotFound;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.Ids;
import org.opora.api.statistics.Figure;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ExpenseLine;
import org.opora.registry.grant.application.YearSpending;
import org.opora.registry.grant.contributions.SpendingTables;
import org.opora.registry.grant.persistence.Wanted;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** The overview of a year of spending, right by right, and the expenses behind each sum. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpendingTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private GrantRoom room;
  private Viewer director;
  private Viewer worker;
  private Family one;
  private Family other;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    room = new GrantRoom(register);
    Office office = new Office(register);
    director = office.director();
    worker = office.colleague("key-worker");
    one = register.family(director, worker, "Přehledová");
    other = register.family(director, worker, "Jiná");
    approved(one, "cz.47a.b", 120_000);
    approved(one, "cz.47a.b", 30_000);
    approved(other, "cz.47a.f", 45_000);
    expense(other, "cz.47a.f", 99_000);
    room.receipts.receive(
        director,
        room.entitlements
            .list(director, 2026, one.file(), Entitlements.Which.ALL, null, 10)
            .items()
            .get(0)
            .agreement(),
        2026,
        6_600_000L,
        LocalDate.of(2026, 2, 10));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private UUID expense(Family family, String right, long amount) {
    return room.desk.propose(
        worker,
        new NewExpense(
            "case-registry",
            Ids.next(),
            family.file(),
            null,
            LocalDate.of(2026, 6, 1),
            right,
            "Výdaj",
            amount,
            PaymentRoute.INVOICE,
            null,
            null,
            null,
            null));
  }

  private void approved(Family family, String right, long amount) {
    UUID id = expense(family, right, amount);
    room.decisions.approve(director, id, room.ledger.view(director, id).version(), null);
  }

  private static YearSpending.Right right(YearSpending spending, String code) {
    return spending.rights().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sumsAreOfWhatIsApprovedRightByRight() {
    YearSpending spending = room.spending.of(director, 2026);
    assertEquals(150_000, right(spending, "cz.47a.b").spent());
    assertEquals(2, right(spending, "cz.47a.b").number());
    assertEquals(45_000, right(spending, "cz.47a.f").spent(), "what waits is not spent");
    assertEquals(0, right(spending, "cz.47a.a").spent(), "every right of the law has its row");
    assertEquals(195_000, spending.spent());
    assertEquals(6_600_000, spending.received());
    assertEquals("64050.00", spending.leftCrowns().toPlainString());
    assertEquals(
        spending.bands().bands().stream().mapToLong(band -> band.spent()).sum(), spending.spent());
  }

  @Test
  void everySumOpensItsExpenses() {
    YearSpending spending = room.spending.of(director, 2026);
    for (YearSpending.Right right : spending.rights()) {
      List<ExpenseLine> list =
          room.ledger
              .list(director, new Wanted(Wanted.COUNTED, 2026, null, right.code()), null, 100)
              .items();
      assertEquals(right.number(), list.size(), right.code());
    }
    assertEquals(
        spending.number(),
        room.ledger
            .list(director, new Wanted(Wanted.COUNTED, 2026, null, Wanted.ANY), null, 100)
            .items()
            .size());
    Doors doors = new Doors(register, room.routes(), room.overview());
    String page = doors.open(director, "/grant/overview?year=2026");
    assertTrue(page.contains("show=COUNTED&amp;right=cz.47a.b"), page);
    String list = doors.open(director, "/grant/expenses?year=2026&show=COUNTED&right=cz.47a.b");
    assertEquals(
        2,
        Pattern.compile("href=\"/grant/expenses/[0-9a-f-]{36}\"")
            .matcher(list)
            .results()
            .map(MatchResult::group)
            .distinct()
            .count(),
        list);
  }

  @Test
  void aWallLeavesItsFamilyOut() {
    Viewer walled = register.viewer("director");
    register
        .house
        .walls()
        .raise(director, walled.staff(), Subject.of(one.file()), Walls.Ground.CONFLICT_OF_INTEREST);
    YearSpending spending = room.spending.of(walled, 2026);
    assertEquals(0, right(spending, "cz.47a.b").spent());
    assertEquals(0, right(spending, "cz.47a.b").number());
    assertEquals(45_000, spending.spent());
    assertEquals(0, spending.received());
    assertThrows(NotFound.class, () -> room.spending.of(worker, 2026));
  }

  /** For the annual report: the same sums, and each opens the same list. */
  @Test
  void theAnnualReportHasItAsTables() {
    SpendingTables tables = new SpendingTables(room.spending);
    List<Figure> figures =
        tables.of(director, 2026).stream().flatMap(table -> table.figures()).toList();
    assertEquals(6_600_000, amount(figures, "received"));
    assertEquals(195_000, amount(figures, "spent"));
    assertEquals(195_000, amount(figures, "all.spent"));
    assertEquals(3, amount(figures, "all.number"));
    assertEquals(150_000, amount(figures, "right.cz.47a.b.spent"));
    assertEquals(2, amount(figures, "right.cz.47a.b.number"));
    assertEquals(
        "/grant/expenses?year=2026&show=COUNTED&right=cz.47a.b",
        tables.href(2026, "right.cz.47a.b.spent"));
    assertEquals(
        "/grant/expenses?year=2026&show=COUNTED&right=any", tables.href(2026, "all.number"));
    assertEquals("/grant?year=2026", tables.href(2026, "received"));
    Viewer walled = register.viewer("director");
    register
        .house
        .walls()
        .raise(director, walled.staff(), Subject.of(one.file()), Walls.Ground.CONFLICT_OF_INTEREST);
    assertEquals(
        45_000,
        amount(
            tables.of(walled, 2026).stream().flatMap(table -> table.figures()).toList(), "spent"),
        "what is open to whoever asks");
  }

  private static long amount(List<Figure> figures, String code) {
    return figures.stream()
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .orElseThrow()
        .amount();
  }

  @Test
  void itIsAPaper() {
    Doors doors = new Doors(register, room.routes(), room.overview());
    doors.take(director, "/grant/overview/pdf?year=2026");
    String rows = room.papers.rows().toString().replace('\u00a0', ' ');
    assertTrue(rows.contains("|2|1 500,00"), rows);
    assertTrue(rows.contains("Přijato|66 000,00"), rows);
  }
}
