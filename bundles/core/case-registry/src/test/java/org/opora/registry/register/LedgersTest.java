package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.About;
import org.opora.api.evidence.EducationForm;
import org.opora.api.evidence.Excuses;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.LeavingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.duties.DutiesModule;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.ledgers.application.BalanceLedger.NewBalance;
import org.opora.registry.ledgers.application.EducationLedger;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.ExcuseLedger.NewExcuse;
import org.opora.registry.ledgers.application.HelpLedger.NewHelp;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.ledgers.application.PromiseLedger.NewPromise;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.ledgers.domain.BalanceEntry.Origin;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.ledgers.domain.ExcuseKind;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.OnEveryDatabase;

/** Hours of education, days of respite and excuses, written down by hand. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 13);
  private static final LocalDate LAST = LocalDate.of(2026, 6, 15);

  @Parameter TestDatabase.Product product;
  private Register register;
  private LedgerRooms rooms;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new LedgerRooms(register);
    director = register.viewer("director", new DutiesModule());
    worker = register.viewer("key-worker", new DutiesModule());
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private static NewEducation seminar(PersonId carer, Integer minutes) {
    return new NewEducation(
        carer, DAY, minutes, EducationForm.IN_PERSON, "Puberta", "Centrum", "C-77");
  }

  private static NewRespite weekend(Family family) {
    return new NewRespite(family.child(), Set.of(family.carer()), DAY, LAST, "U babičky.", null);
  }

  private static String field(Executable refused) {
    return assertThrows(Refused.class, refused).field();
  }

  private List<Fact> proven(Family family, PersonId person, String kind) {
    return register.evidence.of(director, family.file(), person, kind, 10);
  }

  private Duties.Line line(Family family, String rule, PersonId whose) {
    return rooms.duties.service.of(worker, family.file(), TODAY).stream()
        .filter(one -> one.rule().equals(rule) && whose.equals(one.subject()))
        .findFirst()
        .orElseThrow();
  }

  private Duties.Account account(Family family) {
    return (Duties.Account) line(family, "cz.education", family.carer()).detail();
  }

  @Test
  void whatIsWrittenDownCountsAndStandsInTheChronology() {
    Family family = register.family(director, worker, "Vzdělaná");
    UUID entry = rooms.education.add(worker, family.file(), seminar(family.carer(), 210));
    var line = rooms.education.find(worker, family.file(), entry);
    assertEquals(seminar(family.carer(), 210), line.text());
    assertEquals("Mgr. Jana Testová", line.mark().by());
    assertTrue(line.mark().counts());
    Fact fact = proven(family, family.carer(), Kinds.EDUCATION).get(0);
    assertEquals(entry, fact.source());
    assertEquals("in-person", fact.form());
    assertEquals(210, account(family).counted());
    assertEquals(
        Set.of(entry),
        register.timeline.behind(worker, family.file(), List.of(entry)).keySet(),
        "the page of the duty leads to it");

    UUID days = rooms.respite.add(worker, family.file(), List.of(family.child()), weekend(family));
    assertEquals(3, rooms.respite.find(worker, family.file(), days).text().days());
    for (PersonId whose : List.of(family.carer(), family.child())) {
      Fact stay = proven(family, whose, Kinds.RESPITE).get(0);
      assertEquals(LAST, stay.until());
      assertNull(stay.form());
    }
    assertEquals(
        List.of(3, 11),
        List.of(used(family, "cz.respite", family.carer()), left(family, family.child())));
  }

  private int used(Family family, String rule, PersonId whose) {
    return ((Duties.Ledger) line(family, rule, whose).detail()).used();
  }

  private int left(Family family, PersonId child) {
    return ((Duties.Ledger) line(family, "cz.respite-child", child).detail()).left();
  }

  /** An agreement of before keeps the rules of before: help at least once in six months. */
  @Test
  void expertHelpIsWrittenDownAndCounted() {
    LocalDate concluded = LocalDate.of(2024, 3, 1);
    PersonId carer = register.person(director, "Marie", "Podpořená", LocalDate.of(1980, 5, 1));
    CaseFileId file = register.files.open(director, new NewFile(null, "Podpořená", concluded));
    register.files.addCarer(director, file, carer, concluded);
    register.agreements.conclude(
        director, file, new NewAgreement(CareKind.LONG_TERM, true, concluded, "Město"));
    register.files.assign(director, file, worker.staff(), null, concluded);
    Family family = new Family(file, carer, null);
    Duties.Line before = line(family, "cz.expert-help", carer);
    assertEquals(Duties.Status.OVERDUE, before.status());
    assertEquals(LocalDate.of(2024, 9, 1), before.due());

    NewHelp help = new NewHelp(carer, DAY, "Psycholog", "Centrum");
    UUID entry = rooms.help.add(worker, file, help);
    assertEquals(help, rooms.help.find(worker, file, entry).text());
    Duties.Line counted = line(family, "cz.expert-help", carer);
    assertEquals(Duties.Status.OK, counted.status());
    assertEquals(DAY.plusMonths(6), counted.due());
    assertEquals(Set.of(entry), register.timeline.behind(worker, file, List.of(entry)).keySet());

    rooms.help.strike(
        worker, file, entry, rooms.help.find(worker, file, entry).mark().version(), "Omyl.");
    assertEquals(Duties.Status.OVERDUE, line(family, "cz.expert-help", carer).status());
    assertEquals(
        "carer", field(() -> rooms.help.add(worker, file, new NewHelp(null, DAY, "A", null))));
    assertEquals(
        "on",
        field(
            () -> rooms.help.add(worker, file, new NewHelp(carer, TODAY.plusDays(1), "A", null))));
    assertEquals(
        "what", field(() -> rooms.help.add(worker, file, new NewHelp(carer, DAY, " ", null))));
  }

  /** The law sets no time for agreements of now; one of them may promise it all the same. */
  @Test
  void whatAnAgreementPromisesIsCounted() {
    Family family = register.family(director, worker, "Slíbená");
    CaseFileId file = family.file();
    var agreement = rooms.promises.agreements(worker, file).entrySet().iterator().next();
    assertEquals(LocalDate.of(2026, 1, 10), agreement.getValue());
    assertTrue(help(file).isEmpty());
    NewPromise promise = new NewPromise(agreement.getKey(), agreement.getValue(), null, 6);
    UUID entry = rooms.promises.add(worker, file, promise);
    var line = rooms.promises.find(worker, file, entry);
    assertEquals(promise, line.text());
    assertEquals(agreement.getValue(), line.concludedOn());
    assertEquals(LocalDate.of(2026, 7, 10), help(file).get(0).due());
    assertEquals(Duties.Status.OVERDUE, help(file).get(0).status());
    rooms.help.add(worker, file, new NewHelp(family.carer(), DAY, "Psycholog", null));
    assertEquals(DAY.plusMonths(6), help(file).get(0).due());
    rooms.promises.strike(worker, file, entry, line.mark().version(), "Byla to jiná dohoda.");
    assertTrue(help(file).isEmpty());

    AgreementId other =
        rooms
            .promises
            .agreements(director, register.family(director, worker, "Jiná").file())
            .keySet()
            .iterator()
            .next();
    LocalDate concluded = agreement.getValue();
    AgreementId own = agreement.getKey();
    assertEquals("agreement", promised(file, new NewPromise(null, concluded, null, 6)));
    assertEquals("agreement", promised(file, new NewPromise(other, concluded, null, 6)));
    assertEquals("months", promised(file, new NewPromise(own, concluded, null, 0)));
    assertEquals("months", promised(file, new NewPromise(own, concluded, null, 61)));
    assertEquals("first", promised(file, new NewPromise(own, concluded.minusDays(1), null, 6)));
    assertEquals("first", promised(file, new NewPromise(own, TODAY.plusDays(1), null, 6)));
    assertEquals("last", promised(file, new NewPromise(own, concluded, concluded.minusDays(1), 6)));
  }

  private String promised(CaseFileId file, NewPromise promise) {
    return field(() -> rooms.promises.add(worker, file, promise));
  }

  private List<Duties.Line> help(CaseFileId file) {
    return rooms.duties.service.of(worker, file, TODAY).stream()
        .filter(one -> one.rule().equals("cz.expert-help"))
        .toList();
  }

  @Test
  void aCorrectionTakesThePlaceOfAnEntryAndBothStayReadable() {
    Family family = register.family(director, worker, "Opravená");
    UUID first = rooms.education.add(worker, family.file(), seminar(family.carer(), 360));
    long version = rooms.education.find(worker, family.file(), first).mark().version();
    UUID second =
        rooms.education.correct(
            worker, family.file(), first, version, seminar(family.carer(), 180), "Odešel dřív.");
    assertEquals(180, account(family).counted(), "not both");
    Mark old = rooms.education.find(worker, family.file(), first).mark();
    assertEquals(second, old.replacedBy());
    assertEquals("Odešel dřív.", old.goneWhy());
    assertEquals(360, rooms.education.find(worker, family.file(), first).text().minutes());
    assertEquals(first, rooms.education.find(worker, family.file(), second).mark().corrects());
    assertEquals(
        List.of(second),
        rooms.education.page(worker, family.file(), null, 10).items().stream()
            .map(one -> one.mark().id())
            .toList(),
        "the list shows what holds");
    assertEquals(
        Set.of(second),
        register.timeline.behind(worker, family.file(), List.of(first, second)).keySet());
    assertThrows(
        Stale.class,
        () ->
            rooms.education.correct(
                worker, family.file(), first, version, seminar(family.carer(), 60), null));
    assertNull(
        field(
            () ->
                rooms.education.strike(
                    worker, family.file(), first, old.version(), "Už neplatí.")));
  }

  @Test
  void whatIsStruckCountsNoMoreAndSaysWhy() {
    Family family = register.family(director, worker, "Škrtnutá");
    UUID entry = rooms.education.add(worker, family.file(), seminar(family.carer(), 120));
    long version = rooms.education.find(worker, family.file(), entry).mark().version();
    assertEquals(
        "why", field(() -> rooms.education.strike(worker, family.file(), entry, version, " ")));
    assertThrows(
        Stale.class,
        () -> rooms.education.strike(worker, family.file(), entry, version + 1, "Dvakrát."));
    rooms.education.strike(worker, family.file(), entry, version, "Dvakrát.");
    assertEquals(0, account(family).counted());
    assertEquals(List.of(), proven(family, family.carer(), Kinds.EDUCATION));
    var line = rooms.education.page(worker, family.file(), null, 10).items().get(0);
    assertEquals("Dvakrát.", line.mark().goneWhy());
    assertEquals("Puberta", line.text().topic());
    assertEquals(Map.of(), register.timeline.behind(worker, family.file(), List.of(entry)));
  }

  @Test
  void whatIsMissingIsSaidBesideTheField() {
    Family family = register.family(director, worker, "Neúplná");
    CaseFileId file = family.file();
    assertEquals("carer", field(() -> rooms.education.add(worker, file, seminar(null, 60))));
    assertEquals(
        "carer", field(() -> rooms.education.add(worker, file, seminar(family.child(), 60))));
    assertEquals(
        "hours", field(() -> rooms.education.add(worker, file, seminar(family.carer(), 0))));
    assertEquals(
        "hours", field(() -> rooms.education.add(worker, file, seminar(family.carer(), 1441))));
    NewEducation later =
        new NewEducation(
            family.carer(), TODAY.plusDays(1), 60, EducationForm.ONLINE, "A", null, null);
    assertEquals("on", field(() -> rooms.education.add(worker, file, later)));
    NewEducation untold =
        new NewEducation(family.carer(), DAY, 60, EducationForm.ONLINE, " ", null, null);
    assertEquals("topic", field(() -> rooms.education.add(worker, file, untold)));

    Set<PersonId> carers = Set.of(family.carer());
    List<PersonId> child = List.of(family.child());
    assertEquals(
        "children", field(() -> rooms.respite.add(worker, file, List.of(), weekend(family))));
    assertEquals("carers", field(() -> respite(file, child, Set.of(), DAY, LAST)));
    assertEquals("carers", field(() -> respite(file, child, Set.of(family.child()), DAY, LAST)));
    assertEquals("last", field(() -> respite(file, child, carers, LAST, DAY)));
    assertEquals("last", field(() -> respite(file, child, carers, DAY, TODAY.plusDays(1))));
    LocalDate before = LocalDate.of(2026, 1, 14);
    assertEquals("first", field(() -> respite(file, child, carers, before, before)), "not there");
    assertEquals(
        "children", field(() -> respite(file, List.of(family.carer()), carers, DAY, LAST)));
    assertEquals(List.of(), rooms.respite.page(worker, file, null, 10).items(), "all or nothing");
    assertEquals("reason", field(() -> rooms.excuses.add(worker, file, excuse(null, null, " "))));
    assertEquals(
        "rule", field(() -> rooms.excuses.add(worker, file, excuse(null, "Návštěva!", "A"))));
    assertEquals(
        "person", field(() -> rooms.excuses.add(worker, file, excuse(PersonId.next(), null, "A"))));
    assertEquals(
        "last",
        field(() -> rooms.excuses.add(worker, file, abroad(LocalDate.of(2026, 10, 1), null))),
        "or nobody looks at it again");
  }

  private void respite(
      CaseFileId file,
      List<PersonId> children,
      Set<PersonId> carers,
      LocalDate first,
      LocalDate last) {
    rooms.respite.add(
        worker, file, children, new NewRespite(null, carers, first, last, null, null));
  }

  private static NewExcuse abroad(LocalDate first, LocalDate last) {
    return new NewExcuse(
        ExcuseKind.NOT_APPLICABLE, null, "cz.visit", first, last, "Rodina je v zahraničí.");
  }

  private static NewExcuse excuse(PersonId person, String rule, String reason) {
    return new NewExcuse(
        ExcuseKind.JUSTIFIED, person, rule, LocalDate.of(2026, 3, 1), null, reason);
  }

  @Test
  void oneStayOfTwoChildrenTakesADayOfTheCarersOnce() {
    Family family = register.family(director, worker, "Sourozenecká");
    PersonId second = register.person(director, "Jan", "Malý", LocalDate.of(2019, 4, 5));
    register.placements.place(
        director, family.file(), second, LocalDate.of(2026, 1, 15), "12 P 35/2025");
    rooms.respite.add(worker, family.file(), List.of(family.child(), second), weekend(family));
    assertEquals(2, rooms.respite.page(worker, family.file(), null, 10).items().size());
    assertEquals(3, used(family, "cz.respite", family.carer()));
    assertEquals(11, left(family, family.child()));
    assertEquals(11, left(family, second));
  }

  @Test
  void moreThanTheRightIsJustifiedByAWrittenReason() {
    Family family = register.family(director, worker, "Unavená");
    LocalDate first = LocalDate.of(2026, 7, 1);
    NewRespite month =
        new NewRespite(
            family.child(),
            Set.of(family.carer()),
            first,
            first.plusDays(15),
            null,
            "Operace pěstounky.");
    rooms.respite.add(worker, family.file(), month);
    Duties.Ledger ledger = (Duties.Ledger) line(family, "cz.respite", family.carer()).detail();
    assertEquals(List.of(16, 2, 2), List.of(ledger.used(), ledger.over(), ledger.justified()));
  }

  @Test
  void aDutyIsJustifiedOrDoesNotApplyForAReason() {
    Family family = register.family(director, worker, "Omluvená");
    assertEquals(Duties.Status.OVERDUE, line(family, "cz.visit", family.carer()).status());
    UUID ill =
        rooms.excuses.add(
            worker, family.file(), excuse(family.carer(), "cz.visit", "Karanténa celé rodiny."));
    assertEquals(Duties.Status.JUSTIFIED, line(family, "cz.visit", family.carer()).status());
    assertEquals(
        Duties.Status.OVERDUE, line(family, "cz.visit", family.child()).status(), "hers alone");
    assertEquals("cz.visit", proven(family, family.carer(), Excuses.JUSTIFIED).get(0).ref());
    long version = rooms.excuses.find(worker, family.file(), ill).mark().version();
    rooms.excuses.strike(worker, family.file(), ill, version, "Omyl.");
    assertEquals(Duties.Status.OVERDUE, line(family, "cz.visit", family.carer()).status());

    LocalDate review = TODAY.plusMonths(1);
    UUID late = rooms.excuses.add(worker, family.file(), abroad(LocalDate.of(2026, 10, 1), review));
    for (PersonId whose : List.of(family.carer(), family.child())) {
      assertEquals(
          Duties.Status.OVERDUE, line(family, "cz.visit", whose).status(), "missed before that");
    }
    rooms.excuses.correct(
        worker,
        family.file(),
        late,
        rooms.excuses.find(worker, family.file(), late).mark().version(),
        abroad(LocalDate.of(2026, 2, 1), review),
        "Odjeli už v zimě.");
    for (PersonId whose : List.of(family.carer(), family.child())) {
      Duties.Line line = line(family, "cz.visit", whose);
      assertEquals(Duties.Status.NOT_APPLICABLE, line.status());
      UUID reason = line.evidence().get(line.evidence().size() - 1).source();
      assertEquals(
          "Rodina je v zahraničí.",
          rooms.excuses.find(worker, family.file(), reason).text().reason());
    }
    assertEquals(
        Duties.Status.OK, line(family, "cz.education", family.carer()).status(), "another duty");
  }

  @Test
  void aWallHidesEveryEntryThatNamesWhoIsBehindIt() {
    Family family = register.family(director, worker, "Za zdí");
    UUID hours = rooms.education.add(worker, family.file(), seminar(family.carer(), 60));
    UUID days = rooms.respite.add(worker, family.file(), weekend(family));
    UUID why = rooms.excuses.add(worker, family.file(), excuse(family.carer(), null, "Nemoc."));
    for (Subject walled :
        List.of(Subject.of(family.child()), Subject.of(register.files.childFile(family.child())))) {
      Viewer kept = kept(walled);
      assertEquals(List.of(hours, why), seen(kept, family));
      assertThrows(NotFound.class, () -> rooms.respite.find(kept, family.file(), days));
      assertThrows(
          NotFound.class,
          () -> rooms.respite.correct(kept, family.file(), days, 1, weekend(family), null));
      assertThrows(
          NotFound.class, () -> rooms.respite.strike(kept, family.file(), days, 1, "Omyl."));
    }
    Viewer kept = kept(Subject.of(family.carer()));
    assertEquals(List.of(), seen(kept, family), "also respite that was hers");
    assertThrows(NotFound.class, () -> rooms.education.find(kept, family.file(), hours));
    assertEquals(
        Map.of(), register.timeline.behind(kept, family.file(), List.of(hours, days, why)));
    assertEquals(
        "carer",
        field(() -> rooms.education.add(kept, family.file(), seminar(family.carer(), 60))));
    assertEquals(3, seen(director, family).size());

    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> rooms.education.page(stranger, family.file(), null, 5));
    assertThrows(
        NotFound.class,
        () -> rooms.education.add(stranger, family.file(), seminar(family.carer(), 60)));
    Family other = register.family(director, worker, "Cizí");
    assertThrows(NotFound.class, () -> rooms.education.find(worker, other.file(), hours));
    Viewer lecturer = register.viewer("lecturer");
    RuntimeException none =
        assertThrows(
            RuntimeException.class, () -> rooms.education.page(lecturer, family.file(), null, 5));
    assertTrue(none instanceof NotFound || none instanceof NotAllowed, none.toString());
  }

  private Viewer kept(Subject walled) {
    Viewer kept = register.viewer("director");
    register.access.walls().raise(director, kept.staff(), walled, Walls.Ground.SEAL);
    return kept;
  }

  private List<UUID> seen(Viewer viewer, Family family) {
    List<UUID> seen = new ArrayList<>();
    rooms.education.page(viewer, family.file(), null, 10).items().stream()
        .map(one -> one.mark().id())
        .forEach(seen::add);
    rooms.respite.page(viewer, family.file(), null, 10).items().stream()
        .map(one -> one.mark().id())
        .forEach(seen::add);
    rooms.excuses.page(viewer, family.file(), null, 10).items().stream()
        .map(one -> one.mark().id())
        .forEach(seen::add);
    return seen;
  }

  @Test
  void aListIsTurnedByKeyAndMissesNoEntryOfOneDay() {
    Family family = register.family(director, worker, "Listovaná");
    for (int i = 1; i <= 5; i++) {
      rooms.education.add(worker, family.file(), seminar(family.carer(), i * 10));
    }
    List<Integer> all = new ArrayList<>();
    String after = null;
    int pages = 0;
    do {
      Page<?> page = rooms.education.page(worker, family.file(), after, 2);
      page.items().stream()
          .map(EducationLedger.Line.class::cast)
          .forEach(one -> all.add(one.text().minutes()));
      after = page.next();
      pages++;
    } while (after != null);
    assertEquals(3, pages);
    assertEquals(Set.of(10, 20, 30, 40, 50), Set.copyOf(all));
    assertEquals(5, all.size());
  }

  @Test
  void whoeverAsksWhatIsKnownOfThemIsTold() {
    Family family = register.family(director, worker, "Tázaná");
    UUID entry = rooms.education.add(worker, family.file(), seminar(family.carer(), 90));
    rooms.respite.add(worker, family.file(), weekend(family));
    assertTrue(
        register.own.export(Set.of(family.carer())).stream()
            .anyMatch(
                fact ->
                    fact.label().key().equals("field.ledger-education")
                        && fact.value().contains("90")));
    assertTrue(
        register.own.export(Set.of(family.child())).stream()
            .anyMatch(fact -> fact.label().key().equals("field.ledger-respite")));
    assertTrue(
        register.own.review(Set.of(family.carer())).stream()
            .anyMatch(one -> one.href().equals("/files/" + family.file() + "/tab/ledgers")));
    long version = rooms.education.find(worker, family.file(), entry).mark().version();
    rooms.education.strike(worker, family.file(), entry, version, "Omyl.");
    assertFalse(
        register.own.export(Set.of(family.carer())).stream()
            .anyMatch(fact -> fact.label().key().equals("field.ledger-education")));
  }

  /**
   * A carer and a child who are in the family no more, and what the key worker can know of them.
   */
  private Family left(String name) {
    Family family = register.family(director, worker, name);
    PersonId husband = register.person(director, "Petr", name, LocalDate.of(1979, 2, 3));
    PersonId brother = register.person(director, "Jan", name, LocalDate.of(2016, 4, 5));
    register.files.addCarer(director, family.file(), husband, LocalDate.of(2026, 1, 10));
    register.placements.place(
        director, family.file(), brother, LocalDate.of(2026, 1, 15), "12 P 35/2025");
    LocalDate last = LocalDate.of(2026, 8, 4);
    register.files.endCarer(
        director,
        family.file(),
        husband,
        new CaseFiles.Leaving(LeavingWay.DEATH, last, null, null));
    register.placements.of(director, family.file()).stream()
        .filter(stay -> stay.child().equals(brother))
        .forEach(stay -> register.placements.end(director, stay.id(), last));
    assertEquals(
        Map.of(),
        register.people.names(worker, List.of(husband, brother)),
        "the worker has to do with neither any more");
    return new Family(family.file(), husband, brother);
  }

  @Test
  void whatComesLateOfWhoHasLeftIsStillWrittenDown() {
    Family gone = left("Zpožděná");
    LocalDate first = LocalDate.of(2026, 7, 20);
    UUID camp =
        rooms.respite.add(
            worker,
            gone.file(),
            new NewRespite(
                gone.child(), Set.of(gone.carer()), first, first.plusDays(4), null, null));
    var line = rooms.respite.find(worker, gone.file(), camp);
    assertEquals("Jan Zpožděná", line.name().spoken());
    assertEquals("Petr Zpožděná", line.carers().get(0).spoken());
    rooms.education.add(worker, gone.file(), seminar(gone.carer(), 120));
    rooms.excuses.add(worker, gone.file(), excuse(gone.child(), null, "Nemoc."));
    assertEquals(
        "first",
        field(
            () ->
                respite(
                    gone.file(),
                    List.of(gone.child()),
                    Set.of(gone.carer()),
                    LocalDate.of(2026, 8, 4),
                    LocalDate.of(2026, 8, 5))),
        "not after the last day");
    assertEquals(2, rooms.education.carers(worker, gone.file()).size(), "those who are there, too");
  }

  @Test
  void aCorrectionMovesNothingFromWhoHasLeft() {
    Family gone = left("Opuštěná");
    PersonId stays =
        rooms.education.carers(worker, gone.file()).keySet().stream()
            .filter(one -> !one.equals(gone.carer()))
            .findFirst()
            .orElseThrow();
    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    String all = "/files/" + gone.file() + "/ledgers";
    UUID hours = rooms.education.add(worker, gone.file(), seminar(gone.carer(), 120));
    String page = all + "/education/" + hours;
    String form = doors.open(worker, page + "/edit");
    assertTrue(form.contains("<option value=\"" + gone.carer() + "\" selected"), form);
    assertTrue(form.contains("Petr Opuštěná"), form);
    assertTrue(form.contains("<option value=\"" + stays + "\">"), form);

    UUID why = rooms.excuses.add(worker, gone.file(), excuse(gone.child(), null, "Nemoc."));
    String excuse = doors.open(worker, all + "/excuse/" + why + "/edit");
    assertTrue(excuse.contains("<option value=\"" + gone.child() + "\" selected"), excuse);

    LocalDate first = LocalDate.of(2026, 7, 20);
    UUID camp =
        rooms.respite.add(
            worker,
            gone.file(),
            new NewRespite(gone.child(), Set.of(gone.carer(), stays), first, first, null, null));
    String days = doors.open(worker, all + "/respite/" + camp + "/edit");
    for (PersonId carer : List.of(gone.carer(), stays)) {
      assertTrue(days.contains("value=\"" + carer + "\" checked"), days);
    }
    String corrected =
        doors.post(
            worker,
            all + "/respite/" + camp + "/edit",
            "version",
            "1",
            "carers",
            gone.carer().toString(),
            "carers",
            stays.toString(),
            "first",
            first.toString(),
            "last",
            first.plusDays(1).toString());
    assertEquals(
        Set.of(gone.carer(), stays),
        rooms
            .respite
            .find(worker, gone.file(), UUID.fromString(Doors.last(corrected)))
            .text()
            .carers());
  }

  @Test
  void respiteOfAChildBehindAWallIsRefusedAsThatOfAChildThatIsNotThere() {
    Family family = register.family(director, worker, "Schovaná");
    for (Subject walled :
        List.of(Subject.of(family.child()), Subject.of(register.files.childFile(family.child())))) {
      Viewer kept = kept(walled);
      Refused hidden =
          assertThrows(
              Refused.class, () -> rooms.respite.add(kept, family.file(), weekend(family)));
      Refused nobody =
          assertThrows(
              Refused.class,
              () ->
                  rooms.respite.add(
                      kept,
                      family.file(),
                      new NewRespite(
                          PersonId.next(), Set.of(family.carer()), DAY, LAST, null, null)));
      assertEquals("children", hidden.field());
      assertEquals(nobody.field(), hidden.field());
      assertEquals(nobody.text(), hidden.text());
      assertEquals(Map.of(), rooms.respite.children(kept, family.file()));
    }
    assertEquals(1, rooms.respite.children(worker, family.file()).size());
  }

  @Test
  void whatIsInTheOpeningBalanceSaysSoAndDoesNotCountAgain() {
    Family family = register.family(director, worker, "Převzatá");
    PersonId second = register.person(director, "Jan", "Převzatá", LocalDate.of(2017, 4, 5));
    PersonId husband = register.person(director, "Petr", "Převzatá", LocalDate.of(1979, 2, 3));
    register.files.addCarer(director, family.file(), husband, LocalDate.of(2026, 1, 10));
    register.files.endCarer(
        director,
        family.file(),
        husband,
        new CaseFiles.Leaving(LeavingWay.DEATH, LocalDate.of(2026, 4, 30), null, null));
    register.placements.place(
        director, family.file(), second, LocalDate.of(2026, 5, 1), "12 P 35/2025");
    LocalDate came = LocalDate.of(2026, 3, 1);
    UUID before = rooms.education.add(worker, family.file(), on(family, came.minusDays(1)));
    UUID after = rooms.education.add(worker, family.file(), on(family, came));
    confirmed(family, family.carer(), BalanceKind.EDUCATION_HOURS, LocalDate.of(2026, 1, 10), came);
    assertEquals(
        "quantity",
        field(
            () ->
                confirmed(
                    family,
                    family.carer(),
                    BalanceKind.EDUCATION_HOURS,
                    LocalDate.of(2026, 1, 10),
                    came)),
        "of one day one of them counts");
    assertEquals(came, rooms.education.find(worker, family.file(), before).balanced());
    assertNull(rooms.education.find(worker, family.file(), after).balanced());
    assertEquals(3 * 60 + 60, account(family).counted(), "the balance, and what came after it");
    assertEquals(
        List.of(came, came),
        line(family, "cz.education", family.carer()).evidence().stream().map(Fact::on).toList());

    LocalDate february = LocalDate.of(2026, 2, 2);
    UUID days =
        rooms.respite.add(
            worker,
            family.file(),
            new NewRespite(family.child(), Set.of(family.carer()), february, february, null, null));
    UUID all = confirmed(family, null, BalanceKind.RESPITE_DAYS, LocalDate.of(2026, 1, 1), came);
    assertEquals(came, rooms.respite.find(worker, family.file(), days).balanced());
    for (PersonId one : List.of(family.carer(), husband, family.child())) {
      assertTrue(
          proven(family, one, Kinds.RESPITE).stream().anyMatch(fact -> fact.source().equals(all)),
          "who was there on the day");
    }
    assertEquals(List.of(), proven(family, second, Kinds.RESPITE), "came later");
    assertEquals(3, used(family, "cz.respite", family.carer()));

    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    String at = "/files/" + family.file() + "/ledgers";
    String tab = doors.open(worker, at);
    assertTrue(tab.contains("Počáteční stavy") && tab.contains("celá rodina"), tab);
    assertTrue(tab.contains("je v počátečním stavu ke dni"), tab);
    assertTrue(doors.open(worker, at + "/balance").contains(at + "/balance/" + all));
    String page = at + "/balance/" + all;
    assertTrue(doors.open(worker, page).contains("3 dny"));
    assertTrue(doors.open(worker, page + "/edit").contains("value=\"3\""));
    assertTrue(
        doors
            .refused(worker, 422, page + "/edit", "version", "1", "quantity", "mnoho")
            .contains("e-quantity"));
    String corrected =
        doors.post(
            worker, page + "/edit", "version", "1", "quantity", "2", "why", "Jeden den byl loni.");
    assertEquals(2, used(family, "cz.respite", family.carer()));
    assertTrue(doors.open(worker, corrected + "/strike").contains("2 dny"));
    doors.post(worker, corrected + "/strike", "version", "1", "why", "Patří jinam.");
    assertEquals(1, used(family, "cz.respite", family.carer()), "it counts by itself again");
    assertNull(rooms.respite.find(worker, family.file(), days).balanced());
    assertTrue(doors.open(worker, page).contains("Jeden den byl loni."));
  }

  private static NewEducation on(Family family, LocalDate day) {
    return new NewEducation(
        family.carer(), day, 60, EducationForm.IN_PERSON, "Puberta", null, null);
  }

  private UUID confirmed(
      Family family, PersonId person, BalanceKind kind, LocalDate since, LocalDate came) {
    return register.tx.required(
        em ->
            rooms.balances.confirmed(
                em,
                director,
                family.file(),
                new NewBalance(
                    new Origin(UUID.randomUUID(), person, kind, since, came),
                    new BigDecimal("3"),
                    null)));
  }

  @Test
  void twoWorkersDoNotCorrectTheSameEntry() throws Exception {
    Family family = register.family(director, worker, "Souběžná");
    UUID entry = rooms.education.add(worker, family.file(), seminar(family.carer(), 120));
    RuntimeException second =
        AtOnce.second(
            register.tx,
            CaseFile.class,
            family.file().value(),
            () ->
                rooms.education.correct(
                    director, family.file(), entry, 1, seminar(family.carer(), 90), null),
            () ->
                rooms.education.correct(
                    worker, family.file(), entry, 1, seminar(family.carer(), 60), null));
    assertTrue(second instanceof Stale, second.toString());
    assertEquals(90, account(family).counted(), "once, as the first one said");
  }

  @Test
  void whoIsKnownUnderTwoKeysHasOneAccountAndOneWall() {
    Family family = register.family(director, worker, "Dvojitá");
    Family elsewhere = register.family(director, worker, "Dvojitě");
    register.same.declare(director, family.carer(), elsewhere.carer());
    UUID here = rooms.education.add(worker, family.file(), seminar(family.carer(), 60));
    rooms.education.add(worker, elsewhere.file(), seminar(elsewhere.carer(), 90));
    assertEquals(150, account(family).counted());
    Viewer kept = kept(Subject.of(elsewhere.carer()));
    assertThrows(NotFound.class, () -> rooms.education.find(kept, family.file(), here));
    assertEquals(Map.of(), rooms.education.carers(kept, family.file()));
    confirmed(
        family,
        elsewhere.carer(),
        BalanceKind.EDUCATION_HOURS,
        LocalDate.of(2026, 1, 10),
        DAY.plusDays(1));
    assertEquals(
        DAY.plusDays(1),
        rooms.education.find(worker, family.file(), here).balanced(),
        "a balance of the other key is hers");
    assertEquals(180, account(family).counted(), "and answers for both");
  }

  @Test
  void whatAColleagueHasCorrectedLeadsToHowItReadsNow() {
    Family family = register.family(director, worker, "Předběhnutá");
    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    UUID entry = rooms.education.add(worker, family.file(), seminar(family.carer(), 120));
    String page = rooms.education.page(family.file(), entry);
    UUID successor =
        rooms.education.correct(
            director, family.file(), entry, 1, seminar(family.carer(), 90), "Přeslech.");
    String late =
        doors.refused(
            worker,
            422,
            page + "/edit",
            "version",
            "1",
            "carer",
            family.carer().toString(),
            "on",
            DAY.toString(),
            "hours",
            "1",
            "form",
            "IN_PERSON",
            "topic",
            "Vztek");
    assertTrue(late.contains("href=\"" + rooms.education.page(family.file(), successor)), late);
    assertTrue(late.contains("value=\"Vztek\""), "nothing typed is lost");
    assertFalse(late.contains("btn-primary save"), "nothing can be saved here");
    String struck = doors.refused(worker, 422, page + "/strike", "version", "1", "why", "Dvakrát.");
    assertFalse(struck.contains("btn-primary save"), struck);
    for (String way : List.of("/edit", "/strike")) {
      Reply reply = doors.ask(Route.Method.GET, doors.knock(worker, page + way, Map.of()));
      assertEquals(page, assertInstanceOf(Reply.Redirect.class, reply).path());
    }
  }

  @Test
  void helpAndPromisesGoThroughTheDoors() {
    Family family = register.family(director, worker, "Slibovaná");
    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    String all = "/files/" + family.file() + "/ledgers";
    String wrong = doors.refused(worker, 422, all + "/help/new", "on", "31. 2. 2026");
    assertTrue(wrong.contains("e-what") && wrong.contains("e-on"), wrong);
    String help =
        doors.post(
            worker,
            all + "/help/new",
            "carer",
            family.carer().toString(),
            "on",
            "13. 6. 2026",
            "what",
            "Rodinná <b>terapie</b>",
            "by",
            "Poradna");
    String shown = doors.open(worker, help);
    assertTrue(shown.contains("Rodinná &lt;b&gt;terapie&lt;/b&gt;"), shown);
    assertTrue(shown.contains("Poradna"), shown);
    assertTrue(doors.open(worker, help + "/edit").contains("Poradna"));
    assertTrue(doors.open(worker, all + "/help").contains(help));

    String empty = doors.refused(worker, 422, all + "/promise/new", "last", "1. 1. 2026");
    assertTrue(empty.contains("e-months") && empty.contains("e-first"), empty);
    AgreementId agreement =
        rooms.promises.agreements(worker, family.file()).keySet().iterator().next();
    String promise =
        doors.post(
            worker,
            all + "/promise/new",
            "agreement",
            agreement.toString(),
            "months",
            "6",
            "first",
            "10. 1. 2026");
    assertTrue(doors.open(worker, promise).contains("nejméně jednou za 6 měsíců"));
    String edit = doors.open(worker, promise + "/edit");
    assertTrue(edit.contains("value=\"" + agreement + "\" selected"), edit);
    assertTrue(doors.open(worker, all + "/promise").contains(promise));
    assertTrue(doors.open(worker, promise + "/strike").contains("6 měsíců"));
    for (String page : List.of(all, all + "/print")) {
      String part = doors.open(worker, page);
      assertTrue(part.contains("terapie") && part.contains("za 6 měsíců"), part);
    }
  }

  @Test
  void aPaperTellsWhatCountsAndNamesTheDuty() {
    Family family = register.family(director, worker, "Tištěná");
    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    UUID wrong = rooms.education.add(worker, family.file(), seminar(family.carer(), 600));
    rooms.education.add(worker, family.file(), seminar(family.carer(), 90));
    rooms.education.strike(worker, family.file(), wrong, 1, "Dvakrát.");
    UUID why = rooms.excuses.add(worker, family.file(), excuse(null, "cz.visit", "Nemoc."));
    String paper = doors.open(worker, "/files/" + family.file() + "/ledgers/print");
    assertTrue(paper.contains("1,5 h"), paper);
    assertFalse(paper.contains("10 h"), "what is struck is on no paper");
    assertTrue(paper.contains("nešlo ji splnit"), "the excuse is");
    String entry = doors.open(worker, rooms.excuses.page(family.file(), why));
    assertFalse(entry.contains("<code>cz.visit</code>"), entry);
    assertFalse(paper.contains("<code>cz.visit</code>"), paper);
  }

  @Test
  void daysOutsideTheRightAreSaid() {
    Family family = register.family(director, worker, "Mimo nárok");
    register.tx.run(
        em ->
            register.evidence.record(
                "case-registry",
                UUID.randomUUID(),
                List.of(
                    NewFact.of(
                            Kinds.RESPITE,
                            About.person(family.file(), family.carer()),
                            LocalDate.of(2026, 1, 5))
                        .until(LocalDate.of(2026, 1, 6)))));
    Duties.Ledger ledger = (Duties.Ledger) line(family, "cz.respite", family.carer()).detail();
    assertEquals(List.of(0, 2), List.of(ledger.used(), ledger.outside()), "before the agreement");
    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    String tab = doors.open(worker, "/files/" + family.file() + "/ledgers");
    assertTrue(tab.contains("2 dny se nepočítají"), tab);
  }

  @Test
  void entriesGoThroughTheDoors() {
    Family family = register.family(director, worker, "Dveřová");
    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    String all = "/files/" + family.file() + "/ledgers";
    String none = doors.open(worker, all);
    assertTrue(none.contains("Žádné vzdělávání zatím není zapsané."), none);
    assertTrue(none.contains("/duties/files/" + family.file() + "/cz.education/"), none);
    for (String kind : List.of("education", "respite", "excuse")) {
      assertTrue(doors.open(worker, all + "/" + kind).contains("class=\"nothing\""), kind);
      doors.open(worker, all + "/" + kind + "/new");
    }
    String wrong =
        doors.refused(
            worker,
            422,
            all + "/education/new",
            "carer",
            family.carer().toString(),
            "on",
            DAY.toString(),
            "hours",
            "tři",
            "form",
            "IN_PERSON",
            "topic",
            "Puberta <b>a</b> vztek",
            "provider",
            "Centrum");
    assertTrue(wrong.contains("id=\"e-hours\"") && wrong.contains("value=\"tři\""), wrong);
    assertTrue(wrong.contains("Puberta &lt;b&gt;a&lt;/b&gt; vztek"), "nothing typed is lost");
    String page =
        doors.post(
            worker,
            all + "/education/new",
            "carer",
            family.carer().toString(),
            "on",
            DAY.toString(),
            "hours",
            "3,5",
            "form",
            "IN_PERSON",
            "topic",
            "Puberta",
            "certificate",
            "C-77");
    String shown = doors.open(worker, page);
    assertTrue(shown.contains("3,5 h") && shown.contains("C-77"), shown);
    String paper = doors.open(worker, page + "/print");
    assertTrue(paper.contains("3,5 h") && paper.contains("Marie Dveřová"), paper);
    assertTrue(doors.open(worker, page + "/edit").contains("value=\"3:30\""));
    String[] typed = {
      "version",
      "99",
      "carer",
      family.carer().toString(),
      "on",
      DAY.toString(),
      "hours",
      "2",
      "form",
      "IN_PERSON",
      "topic",
      "Vztek",
      "why",
      "Přeslech."
    };
    assertTrue(doors.refused(worker, 422, page + "/edit", typed).contains("Puberta"), "both");
    typed[1] = "1";
    String corrected = doors.post(worker, page + "/edit", typed);
    assertTrue(doors.open(worker, corrected).contains(page), "to the former one");
    assertTrue(doors.open(worker, page).contains("Přeslech."));
    assertTrue(doors.open(worker, corrected + "/strike").contains("Vztek"));
    assertTrue(doors.refused(worker, 422, corrected + "/strike", "version", "1").contains("e-why"));
    doors.post(worker, corrected + "/strike", "version", "1", "why", "Dvakrát.");
    assertTrue(doors.open(worker, corrected).contains("Dvakrát."));

    String days =
        doors.post(
            worker,
            all + "/respite/new",
            "children",
            family.child().toString(),
            "carers",
            family.carer().toString(),
            "first",
            DAY.toString(),
            "last",
            LAST.toString(),
            "note",
            "U babičky.");
    assertTrue(doors.open(worker, days).contains("3 dny"));
    String again = doors.open(worker, days + "/edit");
    assertTrue(again.contains("U babičky."), again);
    doors.post(
        worker,
        days + "/edit",
        "version",
        "1",
        "carers",
        family.carer().toString(),
        "first",
        DAY.toString(),
        "last",
        DAY.toString());
    String nobody =
        doors.refused(
            worker,
            422,
            all + "/respite/new",
            "first",
            DAY.toString(),
            "last",
            LAST.toString(),
            "note",
            "U tety.");
    assertTrue(nobody.contains("e-children") && nobody.contains("U tety."), nobody);

    String form =
        doors.made(
            worker,
            (Reply.Page)
                doors.ask(
                    Route.Method.GET,
                    doors
                        .knock(worker, all + "/excuse/new", Map.of())
                        .asking("rule", "cz.visit")
                        .asking("person", family.carer().toString())));
    assertTrue(form.contains("<option value=\"cz.visit\" selected"), form);
    assertTrue(form.contains("<option value=\"" + family.carer() + "\" selected"), form);
    String excuse =
        doors.post(
            worker,
            all + "/excuse/new",
            "kind",
            "JUSTIFIED",
            "rule",
            "cz.visit",
            "person",
            family.carer().toString(),
            "first",
            "2026-03-01",
            "reason",
            "Karanténa.");
    assertTrue(doors.open(worker, excuse).contains("Karanténa."));
    doors.open(worker, excuse + "/edit");
    doors.open(worker, excuse + "/strike");
    String part = doors.open(worker, all);
    assertTrue(part.contains(excuse), part);
    assertFalse(part.contains("Karanténa."), "a list tells no reasons");
    String overview = doors.open(worker, all + "/print");
    assertTrue(overview.contains("Marie Dveřová") && overview.contains("14 dní"), overview);
    for (String kind : List.of("education", "respite", "excuse")) {
      assertTrue(doors.open(worker, all + "/" + kind).contains("Dveřová"), kind);
    }
  }
}
