package org.opora.registry.importing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.care.Visits;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Kinds;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.LeavingWay;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.safety.Safety;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.importing.application.OpeningBalances.Answer;
import org.opora.registry.importing.application.OpeningBalances.Line;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.importing.domain.Samples;
import org.opora.registry.ledgers.application.BalanceLedger;
import org.opora.registry.ledgers.application.BalanceLedger.NewBalance;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.people.application.Addresses;
import org.opora.registry.people.application.FormerNames;
import org.opora.registry.people.domain.AddressKind;
import org.opora.registry.people.domain.NameKind;
import org.opora.registry.people.domain.Period;
import org.opora.registry.register.AtOnce;
import org.opora.testkit.OnEveryDatabase;

/** What came in is taken back, unless somebody has worked with it since, on real databases. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakingBackTest extends ImportCase {
  @Test
  void aHandOverThatTheTakerHasConfirmedIsNotTakenBack() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    UUID run = bench.bring(Samples.csv(changed("001/2015", 21, "Mgr. Nová Pracovnice"))).id();
    UUID protocol = handovers(file).get(0).id();
    bench.tx.run(em -> em.find(Handover.class, protocol).confirm(bench.director.today(), null));
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
  }

  @Test
  void aTakenBackImportLeavesTheRegisterAsItWas() {
    bench.people.register(
        bench.director,
        new NewPerson(
            new org.opora.api.people.PersonName("Žofie", "Urbanová"),
            null,
            "1754122304",
            "+420 700 000 000",
            null,
            null,
            false));
    Map<String, List<String>> before = bench.contents();
    UUID run = bench.bring(Samples.register()).id();
    assertNotEquals(before, bench.contents());
    ImportBench.done(bench.imports.undo(bench.director, run));
    assertEquals(State.UNDONE, bench.run(run).state());
    assertTrue(
        bench.views.families(bench.director, run, 0, 100).stream()
            .allMatch(one -> one.file() == null),
        "what was taken back leads nowhere");
    same(before, bench.contents());
    assertEquals(new Counts(100, 0, 0), counts(bench.bring(Samples.register())));
  }

  @Test
  void hoursAreThoseOfThePeriodAndNotOfTheTwelveMonthsOfTheSheet() {
    bench.bring(Samples.register());
    CaseFileId file = file("003/2023");
    List<Line> hours = waiting(file, OpeningBalance.Kind.EDUCATION_HOURS);
    assertEquals(2, hours.size());
    for (Line line : hours) {
      assertEquals(LocalDate.of(2026, 8, 3), line.since(), "agreed on 3 August 2023");
      assertEquals(0, new BigDecimal("26.5").compareTo(line.quantity()), "as it came");
      assertNull(line.proposed(), "they were not all in this period");
      assertEquals(bench.director.today(), line.asOf());
      assertEquals(
          "importing.refused.quantity",
          assertThrows(Refused.class, () -> confirm(line, null)).text().key());
      confirm(line, "4");
      Fact fact = proven(file, line.person(), Kinds.EDUCATION).get(0);
      assertEquals(0, new BigDecimal("4").compareTo(fact.quantity()));
      assertEquals(Evidence.HOURS, fact.unit());
      assertTrue(fact.openingBalance());
      assertEquals(line.asOf(), fact.on());
      Duties.Account account = account(file, line.person());
      assertEquals(4 * 60, account.counted());
      assertEquals(account.need() - 4 * 60, account.missing(), "not fulfilled by the last one");
    }
  }

  private Duties.Account account(CaseFileId file, PersonId carer) {
    return bench.due.all(bench.director, List.of(file), bench.director.today()).stream()
        .filter(line -> line.rule().equals("cz.education") && carer.equals(line.subject()))
        .map(line -> (Duties.Account) line.detail())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void confirmedBalancesCountAndAreTakenBackWithWhatTheyProve() {
    Map<String, List<String>> before = bench.contents();
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("003/2023");
    Line line = waiting(file, OpeningBalance.Kind.RESPITE_DAYS).get(0);
    assertEquals(LocalDate.of(2026, 1, 1), line.since());
    confirm(line, line.proposed().toString());
    confirm(waiting(file, OpeningBalance.Kind.NOTE).get(0), null);
    CaseFiles.Header family = bench.files.header(bench.director, file);
    assertEquals(2, family.carers().size());
    for (CaseFiles.Carer carer : family.carers()) {
      Fact days = proven(file, carer.person(), Kinds.RESPITE).get(0);
      assertEquals(0, days.quantity().signum(), "that none was used is known as well");
    }
    assertEquals(2, bench.ledger.page(bench.director, file, null, 10).items().size());
    ImportBench.done(bench.imports.undo(bench.director, run));
    assertEquals(State.UNDONE, bench.run(run).state());
    same(before, bench.contents());
  }

  @Test
  void aConfirmedBalanceIsSeenCorrectedAndStruck() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("003/2023");
    PersonId carer = bench.files.header(bench.director, file).carers().get(0).person();
    Line line = waiting(file, OpeningBalance.Kind.RESPITE_DAYS).get(0);
    UUID entry = confirm(line, line.proposed().toString());
    assertEquals(
        "importing.refused.confirmed",
        assertThrows(Refused.class, () -> confirm(line, "7")).text().key(),
        "it is corrected where it stands");
    assertEquals(List.of(), waiting(file, OpeningBalance.Kind.RESPITE_DAYS));
    BalanceLedger.Line shown = bench.ledger.find(bench.director, file, entry);
    assertEquals(0, shown.text().quantity().signum());
    UUID second =
        bench.ledger.correct(
            bench.director,
            file,
            entry,
            shown.mark().version(),
            new NewBalance(shown.text().origin(), new BigDecimal("5"), null),
            "Přepočteno z docházky.");
    List<Fact> days = proven(file, carer, Kinds.RESPITE);
    assertEquals(1, days.size(), "in the place of the former one");
    assertEquals(0, new BigDecimal("5").compareTo(days.get(0).quantity()));
    assertEquals(second, days.get(0).source());
    Mark former = bench.ledger.find(bench.director, file, entry).mark();
    assertEquals("Přepočteno z docházky.", former.goneWhy());
    assertEquals(second, former.replacedBy());
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    long version = bench.ledger.find(bench.director, file, second).mark().version();
    bench.ledger.strike(bench.director, file, second, version, "Patří jiné rodině.");
    assertEquals(List.of(), proven(file, carer, Kinds.RESPITE));
  }

  @Test
  void whatOneColleagueConfirmsNobodyConfirmsAtTheSameMoment() throws Exception {
    bench.bring(Samples.register());
    CaseFileId file = file("003/2023");
    Line line = waiting(file, OpeningBalance.Kind.RESPITE_DAYS).get(0);
    RuntimeException refused =
        AtOnce.second(
            bench.tx,
            CaseFile.class,
            file.value(),
            () -> confirm(line, "1"),
            () -> confirm(line, "2"));
    assertEquals("importing.refused.confirmed", ((Refused) refused).text().key());
    PersonId carer = bench.files.header(bench.director, file).carers().get(0).person();
    assertEquals(
        0,
        BigDecimal.ONE.compareTo(proven(file, carer, Kinds.RESPITE).get(0).quantity()),
        "the first one");
  }

  @Test
  void aWallOfWhoConfirmsTakesNoDaysFromAnybody() {
    bench.bring(Samples.register());
    CaseFileId file = file("003/2023");
    List<PersonId> carers =
        bench.files.header(bench.director, file).carers().stream()
            .map(CaseFiles.Carer::person)
            .toList();
    Line line = waiting(file, OpeningBalance.Kind.RESPITE_DAYS).get(0);
    Viewer kept = bench.director();
    long all = bench.balances.count(kept);
    bench
        .access
        .walls()
        .raise(bench.director, kept.staff(), Subject.of(carers.get(0)), Walls.Ground.SEAL);
    assertEquals(all - 1, bench.balances.count(kept), "her hours are behind the wall");
    assertEquals(
        bench.balances.count(kept),
        bench.balances.waiting(kept, null, 1000).items().size(),
        "the count is that of the list");
    assertTrue(
        bench.balances.waiting(kept, null, 1000).items().stream()
            .noneMatch(one -> carers.get(0).equals(one.person())));
    UUID hidden =
        waiting(file, OpeningBalance.Kind.EDUCATION_HOURS).stream()
            .filter(one -> carers.get(0).equals(one.person()))
            .findFirst()
            .orElseThrow()
            .id();
    assertThrows(
        NotFound.class,
        () ->
            bench.balances.confirm(
                kept, hidden, new Answer(1, LocalDate.of(2026, 8, 3), BigDecimal.ONE)));
    bench.balances.confirm(
        kept, line.id(), new Answer(line.version(), line.since(), BigDecimal.TEN));
    for (PersonId carer : carers) {
      assertEquals(1, proven(file, carer, Kinds.RESPITE).size(), "hers as well");
    }
    bench.access.walls().raise(bench.director, kept.staff(), Subject.of(file), Walls.Ground.SEAL);
    assertEquals(
        bench.balances.count(kept),
        bench.balances.waiting(kept, null, 1000).items().size(),
        "nor of a family that is hidden");
    assertTrue(
        bench.balances.waiting(kept, null, 1000).items().stream()
            .noneMatch(one -> one.file().equals(file)));
  }

  @Test
  void anAmountThatSomebodyCorrectedIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("003/2023");
    confirm(waiting(file, OpeningBalance.Kind.RESPITE_DAYS).get(0), "3");
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
    for (CaseFiles.Carer carer : bench.files.header(bench.director, file).carers()) {
      Fact days = proven(file, carer.person(), Kinds.RESPITE).get(0);
      assertEquals(0, new BigDecimal("3").compareTo(days.quantity()));
    }
  }

  private List<Line> waiting(CaseFileId file, OpeningBalance.Kind kind) {
    return bench.balances.waiting(bench.director, null, 1000).items().stream()
        .filter(line -> line.file().equals(file) && line.kind() == kind)
        .toList();
  }

  private UUID confirm(Line line, String quantity) {
    return bench.balances.confirm(
        bench.director,
        line.id(),
        new Answer(
            line.version(), line.since(), quantity == null ? null : new BigDecimal(quantity)));
  }

  private List<Fact> proven(CaseFileId file, PersonId person, String kind) {
    return bench.evidence.of(bench.director, file, person, kind, 10);
  }

  @Test
  void aTakenBackUpdateLeavesTheRegisterAsItWas() {
    bench.bring(Samples.register());
    Map<String, List<String>> before = bench.contents();
    List<List<String>> records = changed("001/2015", 10, "+420 111 222 333");
    records = replaced(records, row -> row.get(0).equals("001/2015"), 20, "30. 9. 2026");
    records = replaced(records, row -> row.get(0).equals("005/2021"), 16, "1. 8. 2021");
    List<String> child = new ArrayList<>(records.get(2));
    child.set(13, "Nová");
    child.set(14, "Ema");
    child.set(15, "");
    records.add(child);
    UUID run = bench.bring(Samples.csv(records)).id();
    ImportBench.done(bench.imports.undo(bench.director, run));
    same(before, bench.contents());
    CaseFileId file = file("001/2015");
    assertEquals("+420 727 232 646", carer(file, "Zdeňka").phone());
    assertNull(bench.agreements.of(bench.director, file).get(0).endedOn());
    assertNull(bench.placements.of(bench.director, file).get(0).until());
    assertEquals(new Counts(0, 0, 100), counts(bench.run(bench.read(Samples.register()))));
  }

  @Test
  void whatSomebodyWorksWithIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("001/2015");
    PersonView mother = carer(file, "Zdeňka");
    bench.visits.record(
        bench.director,
        file,
        new Visits.NewVisit(
            bench.director.today(),
            null,
            null,
            true,
            Visits.Place.HOME,
            Set.of(mother.id()),
            List.of(),
            null));
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    assertEquals(State.DONE, bench.run(run).state());
  }

  @Test
  void whomASafetyNoticeIsAboutIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    warn(carer(file("001/2015"), "Zdeňka").id());
    Map<String, List<String>> before = bench.contents();
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    assertEquals(State.DONE, bench.run(run).state());
    same(before, bench.contents());
  }

  @Test
  void ofWhomMoreWasWrittenDownIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    bench
        .record
        .names()
        .add(
            bench.director,
            carer(file("001/2015"), "Zdeňka").id(),
            new FormerNames.NewName(NameKind.MAIDEN, new PersonName("", "Rozená"), null));
    Map<String, List<String>> before = bench.contents();
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    same(before, bench.contents());
  }

  @Test
  void whoMovedSinceTheFileCameIsNotTakenBack() {
    bench.bring(Samples.register());
    UUID run = bench.bring(Samples.csv(changed("001/2015", 10, "+420 111 222 333"))).id();
    bench
        .record
        .addresses()
        .add(
            bench.director,
            carer(file("001/2015"), "Zdeňka").id(),
            new Addresses.NewAddress(
                AddressKind.LIVES,
                new NewPerson.Address("Nová 1", "Opava", "746 01"),
                new Period(bench.director.today(), null),
                false));
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
  }

  @Test
  void aChildWhoCameLaterIsNotTakenBackEither() {
    bench.bring(Samples.register());
    List<List<String>> records = changed("001/2015", 10, "+420 111 222 333");
    List<String> child = new ArrayList<>(records.get(2));
    child.set(13, "Nová");
    child.set(14, "Ema");
    child.set(15, "");
    records.add(child);
    UUID run = bench.bring(Samples.csv(records)).id();
    warn(bench.people.search(bench.director, "nova ema", null, 5).items().get(0).id());
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    assertEquals(State.DONE, bench.run(run).state());
  }

  private void warn(PersonId person) {
    bench.safety.raise(
        bench.director,
        person,
        new Safety.NewNotice(
            Safety.Kind.values()[0],
            "Alergie na ořechy",
            null,
            null,
            bench.director.today(),
            null));
  }

  @Test
  void whatSomebodyCorrectedIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    PersonView mother = carer(file("001/2015"), "Zdeňka");
    NewPerson now =
        new NewPerson(
            mother.name(),
            mother.birthDate(),
            mother.nationalId(),
            "+420 700 000 000",
            mother.email(),
            mother.address(),
            false);
    bench.people.amend(bench.director, mother.id(), mother.version(), now);
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
  }

  @Test
  void anEndRecordedSinceIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("001/2015");
    end(file);
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    assertEquals(LAST_DAY, bench.agreements.of(bench.director, file).get(0).endedOn());
  }

  @Test
  void aCarerWhoHasLeftSinceIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("001/2015");
    dies(file, carer(file, "Zdeňka"));
    Map<String, List<String>> before = bench.contents();
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    same(before, bench.contents());
  }

  @Test
  void norIsACarerWhoCameIntoAFileOfBefore() {
    bench.bring(Samples.register());
    List<List<String>> records = changed("002/2023", 4, "Pospíšilová");
    records = replaced(records, row -> row.get(0).equals("002/2023"), 5, "Ludmila");
    records = replaced(records, row -> row.get(0).equals("002/2023"), 6, "1. 2. 1968");
    UUID run = bench.bring(Samples.csv(records)).id();
    CaseFileId file = file("002/2023");
    dies(file, carer(file, "Ludmila"));
    Map<String, List<String>> before = bench.contents();
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
    same(before, bench.contents());
  }

  private void dies(CaseFileId file, PersonView carer) {
    bench.files.endCarer(
        bench.director,
        file,
        carer.id(),
        new CaseFiles.Leaving(LeavingWay.DEATH, bench.director.today(), null, null));
  }

  @Test
  void anAgreementWrittenDownSinceIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("034/2020");
    bench.agreements.conclude(bench.director, file, next());
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
    assertEquals(2, bench.agreements.of(bench.director, file).size());
  }

  @Test
  void theEndOfAnAgreementThatCameLaterIsNotTakenBackEither() {
    bench.bring(Samples.csv(changed("001/2015", 19, "")));
    CaseFileId file = file("001/2015");
    assertEquals(List.of(), bench.agreements.of(bench.director, file));
    UUID run = bench.bring(Samples.register()).id();
    assertEquals(1, bench.agreements.of(bench.director, file).size());
    end(file);
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
    var agreement = bench.agreements.of(bench.director, file).get(0);
    assertEquals(LAST_DAY, agreement.endedOn());
    bench.endings.takeBack(bench.director, agreement.id(), agreement.version());
    assertEquals(
        "importing.refused.changed-since",
        assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run)).text().key(),
        "somebody has worked with it");
  }

  @Test
  void anInterruptedTakingBackGoesOn() {
    Map<String, Long> before = bench.rows();
    UUID run = bench.bring(Samples.register()).id();
    bench.tx.run(em -> em.find(ImportRun.class, run).step(State.UNDOING, 60));
    int[] asked = {0};
    bench.applying.undo(ImportWorker.able(bench.director), run, () -> ++asked[0] > 2);
    assertEquals(40, bench.rows().get("CASE_FILE"));
    goOn();
    assertEquals(State.UNDONE, bench.run(run).state());
    assertEquals(before, bench.rows());
  }
}
