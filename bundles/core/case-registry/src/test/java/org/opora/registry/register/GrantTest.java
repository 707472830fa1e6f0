package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant.Measure;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.Grant.Share;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.disability.application.NewDisability;
import org.opora.registry.grant.application.AgreementYear;
import org.opora.registry.grant.application.Entitlements.Which;
import org.opora.registry.grant.application.ExpenseLine;
import org.opora.registry.grant.application.Proof;
import org.opora.registry.grant.application.YearBands;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.persistence.Wanted;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What belongs to agreements, and what is spent from it, with the figures of the law. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 5);
  @Parameter TestDatabase.Product product;
  private Register register;
  private GrantRoom room;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    room = new GrantRoom(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void anAgreementThatEndsInTheMiddleOfTheYearIsSettled() {
    CaseFileId file =
        register.files.open(director, new NewFile(null, "Blažek", LocalDate.of(2025, 3, 3)));
    AgreementId agreement =
        register.agreements.conclude(
            director,
            file,
            new NewAgreement(CareKind.LONG_TERM, true, LocalDate.of(2025, 3, 3), "Město"));
    assertEquals(6_600_000, year(agreement, 2026).entitled());
    assertNull(year(agreement, 2026).settling());
    refused(null, () -> room.settlements.settle(director, agreement, 0, TODAY, null, null));
    register.agreements.end(director, agreement, LocalDate.of(2026, 6, 30));

    AgreementYear ended = year(agreement, 2026);
    assertEquals(3_300_000, ended.entitled(), "6/12 of 66 000 Kč");
    assertEquals(6, ended.counted());
    assertEquals(3_300_000, ended.settling().toReturn(), "the rest is to settle");
    assertEquals(LocalDate.of(2026, 7, 15), ended.settling().reportBy());
    assertEquals(LocalDate.of(2027, 4, 30), ended.settling().returnBy());
    assertTrue(ended.toSettle());
    assertEquals(5_500_000, year(agreement, 2025).entitled(), "10/12");

    UUID half =
        room.receipts.receive(director, agreement, 2026, 3_500_000, LocalDate.of(2026, 2, 15));
    assertEquals(200_000, year(agreement, 2026).settling().toReturn());
    room.receipts.notReceived(director, half);
    room.receipts.receive(director, agreement, 2026, 6_600_000, LocalDate.of(2026, 2, 15));
    assertEquals(3_300_000, year(agreement, 2026).settling().toReturn());
    refused(
        "receivedOn", () -> room.receipts.receive(director, agreement, 2026, 1, TODAY.plusDays(1)));
    refused(null, () -> room.receipts.receive(director, agreement, 2027, 1, TODAY));
    refused(
        "received", () -> room.receipts.receive(director, agreement, 2026, 100_000_000_01L, TODAY));
    assertEquals(2, room.receipts.of(director, agreement, 2026).size(), "one struck out");
    refused(null, () -> room.receipts.notReceived(director, half));

    LocalDate reported = LocalDate.of(2026, 7, 10);
    room.settlements.settle(director, agreement, 0, reported, null, null);
    assertTrue(year(agreement, 2026).toSettle(), "it is reported, not returned");
    assertThrows(
        Stale.class,
        () -> room.settlements.settle(director, agreement, 0, reported, 3_300_000L, TODAY));
    refused(
        "returnedOn",
        () -> room.settlements.settle(director, agreement, 1, reported, 3_300_000L, null));
    room.settlements.settle(
        director, agreement, year(agreement, 2026).version(), reported, 3_300_000L, TODAY);
    assertFalse(year(agreement, 2026).toSettle());
    assertThrows(NotFound.class, () -> room.entitlements.view(worker, agreement, 2026));
  }

  @Test
  void theListGoesOnWhereItStoodThoughThatOneIsSettledMeanwhile() {
    LocalDate from = LocalDate.of(2026, 1, 1);
    CaseFileId file = register.files.open(director, new NewFile(null, "Listovaná", from));
    List<AgreementId> newest = new ArrayList<>();
    for (int month = 0; month < 4; month++) {
      LocalDate first = from.plusMonths(month);
      AgreementId one =
          register.agreements.conclude(
              director, file, new NewAgreement(CareKind.LONG_TERM, true, first, "Město"));
      register.agreements.end(director, one, first.plusMonths(1).minusDays(1));
      newest.add(0, one);
    }
    Page<AgreementYear> page =
        room.entitlements.list(director, 2026, file, Which.TO_SETTLE, null, 2);
    assertEquals(newest.subList(0, 2), keys(page));
    AgreementYear last = page.items().get(1);
    room.settlements.settle(
        director, last.agreement(), 0, TODAY, last.settling().toReturn(), TODAY);
    assertFalse(year(last.agreement(), 2026).toSettle());
    page = room.entitlements.list(director, 2026, file, Which.TO_SETTLE, page.next(), 2);
    assertEquals(newest.subList(2, 4), keys(page));
    assertNull(page.next());
  }

  private static List<AgreementId> keys(Page<AgreementYear> page) {
    return page.items().stream().map(AgreementYear::agreement).toList();
  }

  @Test
  void whatWasDoneAfterAnEndThatIsNoMoreSettlesNoOther() {
    LocalDate from = LocalDate.of(2025, 3, 3);
    CaseFileId file = register.files.open(director, new NewFile(null, "Dvojkonec", from));
    NewAgreement said = new NewAgreement(CareKind.LONG_TERM, true, from, "Město");
    AgreementId agreement = register.agreements.conclude(director, file, said);
    register.agreements.end(director, agreement, LocalDate.of(2026, 6, 30));
    room.receipts.receive(director, agreement, 2026, 6_600_000, LocalDate.of(2026, 2, 15));
    LocalDate reported = LocalDate.of(2026, 7, 8);
    room.settlements.settle(director, agreement, 0, reported, 100L, LocalDate.of(2026, 7, 20));
    assertTrue(year(agreement, 2026).toSettle(), "one crown is not the rest");
    room.settlements.settle(
        director, agreement, 1, reported, 3_300_000L, LocalDate.of(2026, 7, 20));
    assertFalse(year(agreement, 2026).toSettle());

    long version = register.agreements.of(director, file).get(0).version();
    register.agreements.amend(director, agreement, version, said, LocalDate.of(2026, 9, 30));
    AgreementYear again = year(agreement, 2026);
    assertEquals(1_650_000, again.settling().toReturn());
    assertTrue(again.toSettle(), "nobody has reported this end");
    assertNull(again.settled());
    assertEquals(
        List.of(LocalDate.of(2026, 6, 30)),
        again.before().stream().map(AgreementYear.Settled::lastDay).toList());
    room.settlements.settle(
        director, agreement, 0, LocalDate.of(2026, 10, 1), 1_650_000L, LocalDate.of(2026, 10, 1));
    assertFalse(year(agreement, 2026).toSettle());
    assertEquals(1, year(agreement, 2026).before().size(), "what was done stays");
  }

  @Test
  void anAgreementThatEndsWithTheYearKeepsAllAndIsReported() {
    LocalDate from = LocalDate.of(2024, 3, 4);
    CaseFileId file = register.files.open(director, new NewFile(null, "Silvestrová", from));
    AgreementId agreement =
        register.agreements.conclude(
            director, file, new NewAgreement(CareKind.LONG_TERM, true, from, "Město"));
    register.agreements.end(director, agreement, LocalDate.of(2025, 12, 31));
    AgreementYear ended = year(agreement, 2025);
    assertEquals(6_600_000, ended.entitled());
    assertEquals(0, ended.settling().toReturn());
    assertEquals(LocalDate.of(2026, 1, 15), ended.settling().reportBy());
    assertTrue(ended.toSettle(), "nobody has reported it");
    assertEquals(
        List.of(agreement),
        room.entitlements.list(director, 2025, file, Which.ENDED, null, 5).items().stream()
            .map(AgreementYear::agreement)
            .toList());
    room.settlements.settle(director, agreement, 0, LocalDate.of(2026, 1, 5), null, null);
    assertFalse(year(agreement, 2025).toSettle());
    assertNull(year(agreement, 2024).settling());
    refused(null, () -> room.receipts.receive(director, agreement, 2026, 1, TODAY));
  }

  @Test
  void moneyForAnAgreementThatNeverBeganIsReturned() {
    LocalDate from = LocalDate.of(2026, 3, 10);
    CaseFileId file = register.files.open(director, new NewFile(null, "Nezačatá", from));
    AgreementId agreement =
        register.agreements.conclude(
            director, file, new NewAgreement(CareKind.LONG_TERM, true, from, "Město"));
    UUID came = room.receipts.receive(director, agreement, 2026, 5_500_000, from);
    register.tx.run(
        em ->
            em.createQuery("UPDATE Agreement a SET a.endedOn = :day WHERE a.id = :id")
                .setParameter("day", from.minusDays(1))
                .setParameter("id", agreement.value())
                .executeUpdate());
    AgreementYear dropped = year(agreement, 2026);
    assertEquals(0, dropped.entitled());
    assertEquals(5_500_000, dropped.settling().toReturn());
    assertTrue(dropped.toSettle());
    assertEquals(
        List.of(agreement),
        room.entitlements.list(director, 2026, file, Which.ENDED, null, 5).items().stream()
            .map(AgreementYear::agreement)
            .toList());
    room.receipts.notReceived(director, came);
    assertNull(year(agreement, 2026).settling());
    assertEquals(
        List.of(), room.entitlements.list(director, 2026, file, Which.ALL, null, 5).items());
  }

  @Test
  void theMonthOfTwoAgreementsOfAFamilyCountsOnce() {
    LocalDate from = LocalDate.of(2025, 3, 3);
    LocalDate last = LocalDate.of(2026, 6, 15);
    CaseFileId file = register.files.open(director, new NewFile(null, "Navazující", from));
    AgreementId first =
        register.agreements.conclude(
            director, file, new NewAgreement(CareKind.LONG_TERM, true, from, "Město"));
    register.agreements.end(director, first, last);
    AgreementId second =
        register.agreements.conclude(
            director, file, new NewAgreement(CareKind.TEMPORARY, true, last.plusDays(1), "Město"));
    assertEquals(6 * 550_000, year(first, 2026).entitled());
    assertEquals(6 * 600_000, year(second, 2026).entitled());
    assertEquals(
        12, year(first, 2026).counted() + year(second, 2026).counted(), "a year has twelve");
  }

  @Test
  void anEndToComeIsReckonedAndSettledLater() {
    LocalDate from = LocalDate.of(2025, 3, 3);
    CaseFileId file = register.files.open(director, new NewFile(null, "Budoucí", from));
    AgreementId agreement =
        register.agreements.conclude(
            director, file, new NewAgreement(CareKind.LONG_TERM, true, from, "Město"));
    refused(
        null, () -> room.receipts.receive(director, agreement, TODAY.getYear() + 2, 100, TODAY));
    register.agreements.end(director, agreement, LocalDate.of(2026, 12, 31));
    AgreementYear ending = year(agreement, 2026);
    assertEquals(LocalDate.of(2027, 1, 15), ending.settling().reportBy());
    assertFalse(ending.over());
    assertFalse(ending.toSettle(), "it lasts");
  }

  @Test
  void aConfirmedFigureIsShownAsConfirmed() {
    Family family = register.family(director, worker, "Potvrzená");
    assertEquals(Trust.SECONDARY, ofFamily(family).months().get(10).trust());
    assertEquals(Trust.SECONDARY, room.bands.of(director, 2026).bands().get(0).mark().trust());
    room.confirmed.add(new Confirmations.Figure("cz.grant.amount", LocalDate.of(2025, 1, 1)));
    room.confirmed.add(new Confirmations.Figure("cz.grant.band.care", LocalDate.of(2025, 1, 1)));
    room.confirmed.add(
        new Confirmations.Figure("cz.grant.not-paid.extras", LocalDate.of(2025, 1, 1)));
    assertEquals(Trust.CONFIRMED, ofFamily(family).months().get(10).trust());
    assertEquals(
        List.of(Trust.CONFIRMED, Trust.SECONDARY, Trust.SECONDARY),
        room.bands.of(director, 2026).bands().stream().map(line -> line.mark().trust()).toList());
    assertEquals(
        1,
        room.entitlements.notPaid(OCTOBER).stream()
            .filter(one -> one.trust() == Trust.CONFIRMED)
            .count());
    assertEquals(
        Trust.UNVERIFIED, ofFamily(family).months().get(0).trust(), "January is only begun");
    room.confirmed.add(new Confirmations.Figure("cz.grant.begun-month", LocalDate.of(2013, 1, 1)));
    assertEquals(Trust.CONFIRMED, ofFamily(family).months().get(0).trust());
    room.confirmed.clear();
  }

  @Test
  void childrenAndTheirDependencyBringTheSupplement() {
    Family family = register.family(director, worker, "Početná");
    assertEquals(6_600_000, ofFamily(family).entitled());
    PersonId second = placed(family, "Jan", LocalDate.of(2026, 2, 1));
    assertEquals(6_600_000, ofFamily(family).entitled(), "two children");
    PersonId third = placed(family, "Eva", LocalDate.of(2026, 5, 15));
    assertEquals(6_600_000 + 8 * 150_000, ofFamily(family).entitled(), "three from May");
    register.same.declare(director, third, second);
    assertEquals(6_600_000, ofFamily(family).entitled(), "two keys are one child");

    NewDisability degree =
        new NewDisability(
            Degree.II, null, "1/2026", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 1), null);
    room.disability.add(worker, family.child(), degree);
    assertEquals(6_600_000 + 7 * 150_000, ofFamily(family).entitled(), "dependent from June");
    Family light = register.family(director, worker, "Lehká");
    room.disability.add(
        worker, light.child(), new NewDisability(Degree.I, null, "2/2026", OCTOBER, OCTOBER, null));
    assertEquals(6_600_000, ofFamily(light).entitled(), "degree I does not count");
    assertFalse(ofFamily(light).doubtful());
    PersonId alias = register.person(director, "Ema", "Lehká", LocalDate.of(2018, 3, 4));
    LocalDate june = LocalDate.of(2026, 6, 1);
    Family merged = register.family(director, worker, "Sloučená");
    room.disability.add(
        worker,
        merged.child(),
        new NewDisability(
            Degree.I, null, "3/2024", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 1), june));
    placedIn(merged, alias);
    room.disability.add(
        worker, alias, new NewDisability(Degree.II, null, "4/2026", june, june, null));
    register.same.declare(director, alias, merged.child());
    assertEquals(
        6_600_000 + 7 * 150_000, ofFamily(merged).entitled(), "only the day of both is lost");
    assertTrue(ofFamily(merged).doubtful());
  }

  private void placedIn(Family family, PersonId child) {
    register.placements.place(
        director, family.file(), child, LocalDate.of(2026, 2, 1), "1 P 1/2026");
  }

  private PersonId placed(Family family, String given, LocalDate from) {
    PersonId child = register.person(director, given, "Početná", LocalDate.of(2017, 1, 2));
    register.placements.place(director, family.file(), child, from, "1 P 1/2026");
    return child;
  }

  @Test
  void anExpenseIsProposedDecidedByAnotherAndPaidWithEvidence() {
    Family family = register.family(director, worker, "Výdajová");
    UUID key = room.desk.propose(worker, expense(family, 250_000));
    ExpenseLine line = room.ledger.view(worker, key);
    assertEquals(ExpenseState.PROPOSED, line.state());
    assertEquals("Ema Výdajová", line.childName());
    assertTrue(line.mine());
    assertThrows(NotAllowed.class, () -> room.decisions.approve(worker, key, line.version(), null));
    refused("reason", () -> room.decisions.reject(director, key, line.version(), " "));
    room.decisions.reject(director, key, line.version(), "Chybí přihláška");
    ExpenseLine rejected = room.ledger.view(worker, key);
    assertEquals("Chybí přihláška", rejected.reason());
    assertThrows(Stale.class, () -> room.desk.amend(worker, key, 1, expense(family, 240_000)));
    room.desk.amend(worker, key, rejected.version(), expense(family, 240_000));
    assertNull(room.ledger.view(worker, key).reason(), "it is asked for anew");
    approve(key);
    assertEquals(240_000, ofFamily(family).approved());
    refused(null, () -> room.desk.withdraw(worker, key, version(key)));

    Proof proof = proof("19-2000145399/0800", true, null);
    refused("account", () -> pay(key, proof("19-2000145398/0800", true, null)));
    refused("note", () -> pay(key, proof("19-2000145399/0800", false, null)));
    refused(
        "invoice",
        () -> pay(key, new Proof(TODAY, null, "x", TODAY, true, "19-2000145399/0800", null)));
    pay(key, proof);
    ExpenseLine paid = room.ledger.view(director, key);
    assertEquals("FV 12/2026", paid.invoice());
    assertTrue(paid.namesChild());
    assertEquals(240_000, ofFamily(family).spent());
    assertEquals(0, ofFamily(family).approved());
    room.payments.notPaid(director, key, version(key));
    room.decisions.openAgain(director, key, version(key));
    assertEquals(ExpenseState.PROPOSED, room.ledger.view(director, key).state());
    room.desk.withdraw(worker, key, version(key));
    assertEquals(0, ofFamily(family).approved());
  }

  @Test
  void nobodyDecidesOnTheirOwnExpense() {
    Family family = register.family(director, worker, "Dvojoká");
    UUID own = room.desk.propose(director, expense(family, 10_000));
    refused(null, () -> room.decisions.approve(director, own, version(own), null));
    refused(null, () -> room.decisions.reject(director, own, version(own), "x"));
    Viewer other = register.viewer("director");
    room.decisions.approve(other, own, version(own), null);
    assertEquals(ExpenseState.APPROVED, room.ledger.view(director, own).state());
    UUID changed = room.desk.propose(worker, expense(family, 10_000));
    room.desk.amend(other, changed, version(changed), expense(family, 90_000));
    refused(null, () -> room.decisions.approve(other, changed, version(changed), null));
    room.desk.amend(worker, changed, version(changed), expense(family, 90_000));
    refused(null, () -> room.decisions.approve(other, changed, version(changed), null));
    assertEquals(
        "Mgr. Jana Testová",
        room.ledger.view(director, changed).changedBy(),
        "saving the same figures makes nobody their writer");
    assertTrue(room.ledger.view(other, changed).mine());
    room.desk.amend(worker, changed, version(changed), expense(family, 80_000));
    refused(null, () -> room.decisions.reject(other, changed, version(changed), "x"));
    assertNull(room.ledger.view(director, changed).changedBy(), "who asked first wrote it last");
    room.decisions.approve(director, changed, version(changed), null);
  }

  @Test
  void nobodyPaysBackWhatTheyAskedFor() {
    Family family = register.family(director, worker, "Proplacená");
    Viewer other = register.viewer("director");
    NewExpense invoice = expense(family, 20_000);
    UUID own =
        room.desk.propose(
            director,
            new NewExpense(
                invoice.origin(),
                invoice.source(),
                invoice.file(),
                invoice.child(),
                invoice.on(),
                invoice.right(),
                invoice.what(),
                invoice.amount(),
                PaymentRoute.REFUND,
                null,
                null,
                null,
                null));
    room.decisions.approve(other, own, version(own), null);
    refused(null, () -> pay(own, proof("19-2000145399/0800", true, null)));
    room.payments.pay(other, own, version(own), proof("19-2000145399/0800", true, null));
    assertEquals(ExpenseState.PAID, room.ledger.view(director, own).state());
  }

  @Test
  void aCapIsPassedOnlyWithAJustification() {
    Family family = register.family(director, worker, "Stropová");
    Measure nights = new Measure("cz.training-night", 2);
    accepted(family, 300_000, "cz.47a.f", nights, null, null);
    refusedExpense("amount", family, 300_001, "cz.47a.f", nights, null, null);
    UUID over = accepted(family, 300_001, "cz.47a.f", nights, null, "Jiné ubytování nebylo");
    assertTrue(room.ledger.view(worker, over).overCap());
    accepted(family, 150_000, null, new Measure("cz.leasing", 3), null, null);
    refusedExpense("amount", family, 150_001, null, new Measure("cz.leasing", 3), null, null);
    refusedExpense("right", family, 100, null, null, null, null);
    refusedExpense("right", family, 100, null, nights, null, null);
    refusedExpense("right", family, 100, "cz.47a.x", null, null, null);
    refusedExpense("cap", family, 100, "cz.47a.f", new Measure("cz.share.lunch", 1), null, null);
    refusedExpense("amount", family, 0, "cz.47a.f", null, null, null);
    accepted(
        family,
        500_000,
        "cz.47a.b",
        null,
        new Share(130_000, new Measure("cz.share.meals", 5)),
        null);
    refusedExpense(
        "share",
        family,
        500_000,
        "cz.47a.b",
        null,
        new Share(130_001, new Measure("cz.share.meals", 5)),
        null);
    refusedExpense(
        "shareCap",
        family,
        500_000,
        "cz.47a.a",
        null,
        new Share(9_000, new Measure("cz.share.night", 1)),
        null);
    refusedExpense("cap", family, 100, "cz.47a.b", nights, null, null);
    refusedExpense("amount", family, 100_000_000_01L, "cz.47a.b", null, null, null);
    accepted(
        family,
        500_000,
        "cz.47a.b",
        null,
        new Share(9_000, new Measure("cz.share.night", 1)),
        null);
  }

  @Test
  void aCapOfAnAgreementAndMonthHoldsForAllExpensesTogether() {
    Family family = register.family(director, worker, "Leasingová");
    Measure month = new Measure("cz.leasing", 1);
    UUID first = accepted(family, 50_000, null, month, null, null);
    refusedExpense("amount", family, 1, null, month, null, null);
    UUID second = accepted(family, 50_000, null, month, null, "Druhé auto po nehodě");
    assertTrue(room.ledger.view(worker, second).overCap());
    room.desk.withdraw(worker, second, version(second));
    room.desk.amend(worker, first, version(first), full(family, 49_000, null, month, null, null));
    accepted(family, 1_000, null, month, null, null);

    Family other = register.family(director, worker, "Celoroční");
    accepted(other, 600_000, null, new Measure("cz.leasing", 12), null, null);
    NewExpense again = full(other, 50_000, null, month, null, null);
    refused(
        "amount",
        () ->
            room.desk.propose(
                worker,
                new NewExpense(
                    again.origin(),
                    again.source(),
                    again.file(),
                    again.child(),
                    OCTOBER.plusMonths(1),
                    null,
                    again.what(),
                    again.amount(),
                    again.route(),
                    month,
                    null,
                    null,
                    null)));
  }

  @Test
  void theDayDecidesWhoPaysAndForWhom() {
    Family family = register.family(director, worker, "Denní");
    refused(
        "on",
        () ->
            room.desk.propose(
                worker, on(family, family.child(), LocalDate.of(2026, 1, 9), "test", Ids.next())));
    refused(
        "child",
        () ->
            room.desk.propose(
                worker, on(family, family.child(), LocalDate.of(2026, 1, 14), "test", Ids.next())));
    room.desk.propose(worker, on(family, null, LocalDate.of(2026, 1, 14), "test", Ids.next()));
    LocalDate last = LocalDate.of(TODAY.getYear() + 1, 12, 31);
    room.desk.propose(worker, on(family, family.child(), last, "test", Ids.next()));
    refused(
        "on",
        () ->
            room.desk.propose(
                worker, on(family, family.child(), last.plusDays(1), "test", Ids.next())));
    AgreementId agreement = ofFamily(family).agreement();
    LocalDate first = ofFamily(family).concludedOn();
    refused(
        "receivedOn",
        () -> room.receipts.receive(director, agreement, 2026, 100, first.minusDays(1)));
    room.receipts.receive(director, agreement, 2026, 100, first);
    Family other = register.family(director, worker, "Cizí");
    refused(
        "child",
        () -> room.desk.propose(worker, on(family, other.child(), OCTOBER, "test", Ids.next())));
  }

  @Test
  void aBandIsPassedOnlyWithAJustification() {
    Family family = register.family(director, worker, "Pásmová");
    YearBands before = room.bands.of(director, 2026);
    assertEquals(3, before.bands().size());
    assertTrue(before.total() >= 6_600_000);
    YearBands.Line training = before.bands().get(2);
    assertEquals(5, training.least());
    assertEquals(10, training.most());
    UUID much = accepted(family, before.total(), "cz.47a.f", null, null, null);
    Refused band =
        assertThrows(
            Refused.class, () -> room.decisions.approve(director, much, version(much), null));
    assertEquals("bandReason", band.field());
    assertTrue(room.decisions.beforeDeciding(director, much).isPresent());
    assertTrue(room.decisions.beforeDeciding(worker, much).isEmpty(), "the worker does not decide");
    room.bands.justify(director, 2026, "cz.band.training", 0, "Školení se letos neobjednalo");
    assertThrows(
        Refused.class,
        () -> room.decisions.approve(director, much, version(much), null),
        "what was said of the year is not said of this expense");
    UUID justified =
        accepted(family, before.total(), "cz.47a.f", null, null, "Jiné ubytování nebylo");
    assertThrows(
        Refused.class,
        () -> room.decisions.approve(director, justified, version(justified), null),
        "what was said of a cap is not said of the band");
    room.desk.withdraw(worker, justified, version(justified));
    room.decisions.approve(director, much, version(much), "Letní škola celé organizace");
    assertEquals("Letní škola celé organizace", room.ledger.view(director, much).bandReason());
    assertNull(room.ledger.view(director, much).justification());
    assertTrue(room.decisions.beforeDeciding(director, much).isEmpty(), "it is decided");
    YearBands after = room.bands.of(director, 2026);
    assertEquals(YearBands.Place.ABOVE, after.bands().get(2).place());
    room.bands.justify(director, 2026, "cz.band.training", 1, "Nebylo kde jinde čerpat");
    assertThrows(
        Stale.class, () -> room.bands.justify(director, 2026, "cz.band.training", 0, "Jinak"));
    assertEquals("Nebylo kde jinde čerpat", room.bands.of(director, 2026).bands().get(2).text());
    assertThrows(NotFound.class, () -> room.bands.of(worker, 2026));
    assertThrows(NotAllowed.class, () -> room.bands.justify(worker, 2026, "cz.band.care", 0, "x"));
    assertThrows(NotFound.class, () -> room.bands.justify(director, 2026, "cz.band.x", 0, "x"));
  }

  @Test
  void aModuleEntersItsExpensesOnce() {
    Family family = register.family(director, worker, "Modulová");
    UUID record = Ids.next();
    UUID first = room.desk.propose(worker, on(family, family.child(), OCTOBER, "camps", record));
    UUID again =
        room.desk.propose(worker, on(family, family.child(), OCTOBER.plusDays(1), "camps", record));
    assertEquals(first, again);
    assertEquals(OCTOBER.plusDays(1), room.ledger.view(worker, first).on());
    assertFalse(room.ledger.view(worker, first).own());
    assertEquals(
        ExpenseState.PROPOSED, room.desk.of(worker, "camps", record).orElseThrow().state());
    refused(null, () -> room.desk.amend(worker, first, version(first), expense(family, 1)));
    Family other = register.family(director, worker, "Jinam");
    refused(
        null, () -> room.desk.propose(worker, on(other, other.child(), OCTOBER, "camps", record)));
    room.desk.withdraw(worker, "camps", record);
    room.desk.withdraw(worker, "camps", record);
    room.desk.withdraw(worker, "camps", Ids.next());
    assertEquals(
        ExpenseState.WITHDRAWN, room.desk.of(worker, "camps", record).orElseThrow().state());
    room.desk.propose(worker, on(family, family.child(), OCTOBER, "camps", record));
    approve(first);
    refused(
        null,
        () -> room.desk.propose(worker, on(family, family.child(), OCTOBER, "camps", record)));
    refused(null, () -> room.desk.withdraw(worker, "camps", record));
    pay(first, proof("19-2000145399/0800", true, null));
    assertEquals(ExpenseState.PAID, room.desk.of(worker, "camps", record).orElseThrow().state());
  }

  @Test
  void onlyThoseWhoLeadTheFamilySeeItsMoney() {
    Family family = register.family(director, worker, "Soukromá");
    UUID key = room.desk.propose(worker, expense(family, 100_000));
    AgreementId agreement = ofFamily(family).agreement();
    Viewer stranger = register.viewer("key-worker");
    Viewer colleague = register.viewer("key-worker");
    register
        .access
        .relations()
        .grant(
            colleague.staff(),
            Subject.of(family.file()),
            RelationKind.CO_WORKER,
            TODAY,
            null,
            "test:" + key);
    for (Viewer other : List.of(stranger, colleague)) {
      assertThrows(NotFound.class, () -> room.ledger.view(other, key));
      assertThrows(NotFound.class, () -> room.desk.propose(other, expense(family, 1)));
      assertThrows(NotFound.class, () -> room.desk.withdraw(other, key, 1));
      assertThrows(NotFound.class, () -> room.entitlements.view(other, agreement, 2026));
      assertThrows(
          NotFound.class, () -> room.ledger.list(other, Wanted.of(family.file()), null, 5));
      assertEquals(List.of(), room.ledger.list(other, Wanted.in(null), null, 50).items());
      assertEquals(
          List.of(), room.entitlements.list(other, 2026, null, Which.ALL, null, 50).items());
      assertTrue(room.desk.of(other, "test", source(key)).isEmpty());
    }
    assertFalse(room.ledger.readable(colleague, family.file()));
    Viewer it = register.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> room.ledger.view(it, key));
    assertThrows(NotAllowed.class, () -> room.ledger.list(it, Wanted.in(null), null, 5));
    PersonId twin = register.person(director, "Ema", "Soukromá", LocalDate.of(2018, 3, 4));
    register.same.declare(director, twin, family.child());
    Subject childFile = Subject.of(register.files.childFile(family.child()));
    for (Subject wall :
        List.of(
            Subject.of(family.file()), Subject.of(family.child()), Subject.of(twin), childFile)) {
      assertEquals(key, room.ledger.view(worker, key).id());
      assertTrue(listed(worker, agreement), wall.toString());
      register.access.walls().raise(director, worker.staff(), wall, Ground.CONFLICT_OF_INTEREST);
      assertThrows(NotFound.class, () -> room.ledger.view(worker, key), wall.toString());
      assertThrows(
          NotFound.class, () -> room.desk.propose(worker, expense(family, 1)), wall.toString());
      assertFalse(
          room.ledger.list(worker, Wanted.in(null), null, 100).items().stream()
              .anyMatch(line -> line.id().equals(key)),
          wall.toString());
      assertFalse(listed(worker, agreement), wall.toString());
      assertThrows(
          NotFound.class,
          () -> room.entitlements.view(worker, agreement, 2026),
          "the sums tell of the child: " + wall);
      assertThrows(NotFound.class, () -> room.receipts.of(worker, agreement, 2026), "" + wall);
      register.access.walls().lift(director, worker.staff(), wall);
    }
    assertTrue(
        register.own.export(Set.of(twin, family.child())).stream()
            .anyMatch(fact -> fact.value().equals("2026-10-05, 1000.00 Kč")));
  }

  @Test
  void wordsOfExpensesAreWeighedAndGoWithWhomTheyAreAbout() {
    Family family = register.family(director, worker, "Mazaná");
    PersonId husband = register.person(director, "Petr", "Mazaný", LocalDate.of(1980, 1, 1));
    register.files.addCarer(director, family.file(), husband, LocalDate.of(2026, 1, 10));
    UUID child = room.desk.propose(worker, expense(family, 10_000));
    UUID whole = room.desk.propose(worker, on(family, null, OCTOBER, "test", Ids.next()));
    UUID back = room.desk.propose(worker, refund(family));
    approve(back);
    pay(back, proof("19-2000145399/0800", true, null));
    assertEquals(Set.of(path(child), path(back)), reviewed(family.child()));
    assertEquals(Set.of(path(whole), path(back)), reviewed(family.carer()));

    register.own.erase(Set.of(husband));
    assertEquals("Terapie", room.ledger.view(director, whole).what(), "the other carer is known");
    assertEquals("19-2000145399/0800", room.ledger.view(director, back).account());
    register.own.erase(Set.of(family.carer()));
    assertNull(room.ledger.view(director, whole).what());
    ExpenseLine paid = room.ledger.view(director, back);
    assertNull(paid.account(), "it was the carer's");
    assertNull(paid.supplier());
    assertEquals("FV 12/2026", paid.invoice(), "the document accounts for the money");
    assertEquals("Doučování", paid.what(), "it was for the child");
    assertEquals(
        Set.of(),
        reviewed(family.carer()).stream().filter(path(whole)::equals).collect(Collectors.toSet()));
    register.own.erase(Set.of(family.child()));
    ExpenseLine erased = room.ledger.view(director, child);
    assertNull(erased.what());
    assertEquals(10_000, erased.amount(), "the sum stays");
    assertEquals(OCTOBER, erased.on());
    assertEquals(Set.of(), reviewed(family.child()));
    assertEquals(
        1,
        register.own.export(Set.of(family.child())).stream()
            .filter(f -> f.value().equals("2026-10-05, 100.00 Kč"))
            .count());
  }

  private NewExpense refund(Family family) {
    NewExpense like = expense(family, 20_000);
    return new NewExpense(
        like.origin(),
        like.source(),
        like.file(),
        like.child(),
        like.on(),
        like.right(),
        like.what(),
        like.amount(),
        PaymentRoute.REFUND,
        null,
        null,
        null,
        null);
  }

  private static String path(UUID expense) {
    return "/grant/expenses/" + expense;
  }

  private Set<String> reviewed(PersonId person) {
    return register.own.review(Set.of(person)).stream()
        .map(one -> one.href())
        .filter(href -> href.startsWith("/grant/"))
        .collect(Collectors.toSet());
  }

  private boolean listed(Viewer viewer, AgreementId agreement) {
    return room.entitlements.list(viewer, 2026, null, Which.ALL, null, 100).items().stream()
        .anyMatch(row -> row.agreement().equals(agreement));
  }

  private UUID source(UUID expense) {
    return register.tx.read(em -> em.find(Expense.class, expense).source());
  }

  @Test
  void aDemonstrationShowsExpensesInEveryState() {
    Viewer boss = register.viewer("director");
    Viewer alone = register.viewer("key-worker");
    List<CareFacts.InForce> families = new ArrayList<>();
    for (int i = 0; i < ExpenseState.values().length; i++) {
      Family family = register.family(boss, alone, "Ukázková " + i);
      families.addAll(register.facts.inForce(boss, CaseFiles.READ, TODAY, family.file()));
    }
    room.demo().write(new DemoCast(boss, List.of(alone), families));
    assertEquals(
        EnumSet.allOf(ExpenseState.class),
        room.ledger.list(alone, Wanted.in(null), null, 50).items().stream()
            .map(ExpenseLine::state)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ExpenseState.class))));
    AgreementYear year = room.entitlements.view(boss, families.get(0).agreement(), TODAY.getYear());
    assertEquals(year.entitled(), year.received());
  }

  @Test
  void aDemonstrationShowsASettlement() {
    Viewer boss = register.viewer("director");
    Viewer alone = register.viewer("key-worker");
    Family family = register.family(boss, alone, "Vedle vypořádání");
    room.demoSettlement()
        .write(
            new DemoCast(
                boss,
                List.of(alone),
                register.facts.inForce(boss, CaseFiles.READ, TODAY, family.file())));
    AgreementYear settled =
        room.entitlements.list(alone, 2026, null, Which.ENDED, null, 50).items().get(0);
    assertEquals(LocalDate.of(2026, 6, 30), settled.endedOn());
    assertEquals(6_600_000, settled.received());
    assertEquals(3_300_000, settled.settled().returned());
    assertEquals(LocalDate.of(2026, 7, 8), settled.settled().reportedOn());
    assertFalse(settled.toSettle());
  }

  @Test
  void listsArePagedByKeyAndHoldTheirRows() {
    Viewer alone = register.viewer("key-worker");
    Family family = register.family(director, alone, "Stránková");
    Set<UUID> all = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      all.add(
          room.desk.propose(
              alone, on(family, family.child(), OCTOBER.minusDays(i % 3), "test", Ids.next())));
    }
    Set<UUID> seen = new HashSet<>();
    LocalDate last = LocalDate.MAX;
    String after = null;
    do {
      Page<ExpenseLine> page =
          room.ledger.list(alone, new Wanted(ExpenseState.PROPOSED, 2026, null), after, 3);
      for (ExpenseLine line : page.items()) {
        assertTrue(seen.add(line.id()), "no row twice");
        assertFalse(line.on().isAfter(last));
        last = line.on();
      }
      after = page.next();
    } while (after != null);
    assertEquals(all, seen);
    assertEquals(
        List.of(), room.ledger.list(alone, new Wanted(null, 2025, family.file()), null, 5).items());
    assertEquals(1, room.entitlements.list(alone, 2026, null, Which.ALL, null, 5).items().size());
    assertEquals(
        List.of(), room.entitlements.list(alone, 2026, null, Which.ENDED, null, 5).items());
    assertEquals(List.of(), room.entitlements.list(alone, 2025, null, Which.ALL, null, 5).items());
  }

  private AgreementYear year(AgreementId agreement, int year) {
    return room.entitlements.view(director, agreement, year);
  }

  private AgreementYear ofFamily(Family family) {
    return room.entitlements.list(director, 2026, family.file(), Which.ALL, null, 5).items().get(0);
  }

  private long version(UUID key) {
    return room.ledger.view(director, key).version();
  }

  private void approve(UUID key) {
    room.decisions.approve(director, key, version(key), "Schváleno radou");
  }

  private void pay(UUID key, Proof proof) {
    room.payments.pay(director, key, version(key), proof);
  }

  private static Proof proof(String account, boolean named, String note) {
    return new Proof(
        TODAY, "FV 12/2026", "Doučování s.r.o.", TODAY.minusDays(3), named, account, note);
  }

  private static NewExpense expense(Family family, long amount) {
    return full(family, amount, "cz.47a.c", null, null, null);
  }

  private static NewExpense on(
      Family family, PersonId child, LocalDate day, String origin, UUID source) {
    return new NewExpense(
        origin,
        source,
        family.file(),
        child,
        day,
        "cz.47a.c",
        "Terapie",
        100_000,
        PaymentRoute.INVOICE,
        null,
        null,
        null,
        "/x/1");
  }

  private static NewExpense full(
      Family family, long amount, String right, Measure cap, Share share, String why) {
    return new NewExpense(
        "case-registry",
        Ids.next(),
        family.file(),
        family.child(),
        OCTOBER,
        right,
        "Doučování",
        amount,
        PaymentRoute.INVOICE,
        cap,
        share,
        why,
        null);
  }

  private UUID accepted(
      Family family, long amount, String right, Measure cap, Share share, String why) {
    return room.desk.propose(worker, full(family, amount, right, cap, share, why));
  }

  private void refusedExpense(
      String field,
      Family family,
      long amount,
      String right,
      Measure cap,
      Share share,
      String why) {
    refused(field, () -> room.desk.propose(worker, full(family, amount, right, cap, share, why)));
  }

  private static void refused(String field, Executable work) {
    Refused refused = assertThrows(Refused.class, work);
    assertEquals(field, refused.field(), refused.text().key());
  }
}
