package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.care.Visits;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.duties.DutiesModule;
import org.opora.law.czech.contributions.CzechFirstContact;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.aims.application.AimsDesk.NewStep;
import org.opora.registry.aims.domain.Whose;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.RequestDesk.Asked;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;
import org.opora.registry.register.Register.Family;
import org.opora.registry.stand.application.Stand;
import org.opora.registry.stand.application.StandDesk;
import org.opora.registry.stand.contributions.StandLetterData;
import org.opora.registry.stand.web.StandRoutes;
import org.opora.registry.tasks.application.NewTask;
import org.opora.testkit.OnEveryDatabase;

/** What a carer is handed of how things stand, and what is not on it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandTest {
  private static final CzechLaw LAW = new CzechLaw();
  private static final LocalDate SINCE = LocalDate.of(2026, 1, 10);
  private static final LocalDate REVIEW = TODAY.plusMonths(3);

  @Parameter TestDatabase.Product product;
  private Register register;
  private CaseRooms rooms;
  private IntakeRooms intake;
  private StandDesk desk;
  private Doors doors;
  private Viewer director;
  private Viewer worker;
  private Family family;
  private PersonId petr;

  @BeforeParameterizedClassInvocation
  void aFamilyOfTwoCarers() {
    register = Register.under(product, LAW);
    director = new Office(register, new DutiesModule()).director();
    rooms = new CaseRooms(register);
    intake =
        new IntakeRooms(register, Laws.contact(List.of(new CzechFirstContact()), List.of(LAW)));
    worker = register.viewer("key-worker", new DutiesModule());
    desk =
        new StandDesk(
            register.access.access(),
            register.access.aliases(),
            register.files,
            register.staff,
            new DueLines(new CzechDuties(register).service),
            register.law,
            intake.requests,
            rooms.aims,
            rooms.plans);
    CaseFrame frame =
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book);
    doors = new Doors(register, new StandRoutes(frame, desk));
    family = register.family(director, worker, "Nováková");
    petr = register.person(director, "Petr", "Novák", LocalDate.of(1979, 2, 3));
    register.files.addCarer(director, family.file(), petr, SINCE);
    proves(Kinds.EDUCATION, family.carer(), "1230", LocalDate.of(2026, 4, 24));
    proves(Kinds.EDUCATION, petr, "77", LocalDate.of(2026, 4, 24));
    LocalDate may = LocalDate.of(2026, 5, 4);
    push(
        NewFact.of(Kinds.RESPITE, about(family.carer()), may).until(may.plusDays(5)),
        NewFact.of(Kinds.RESPITE, about(family.child()), may).until(may.plusDays(5)));
    LocalDate seen = LocalDate.of(2026, 10, 1);
    push(
        NewFact.of(Visits.EVIDENCE, about(family.carer()), seen),
        NewFact.of(Visits.EVIDENCE, about(family.child()), seen));
    promises();
  }

  private void promises() {
    CaseFileId file = family.file();
    intake.requests.record(
        worker, file, new Asked(TODAY, family.carer(), "cz.47a.b", "Jen pro nás: hádají se"));
    intake.requests.record(
        worker, file, new Asked(TODAY.minusDays(1), petr, "cz.47a.f", "Petrovo přání"));
    UUID aim =
        rooms.aims.agree(
            worker,
            file,
            new NewAim(
                TODAY,
                "Klidná rána",
                null,
                REVIEW,
                List.of(),
                List.of(
                    new NewStep(Whose.CENTRE, "Objednáme psychologa", TODAY.plusDays(10)),
                    new NewStep(Whose.FAMILY, "Zkusíte budík", null),
                    new NewStep(Whose.BOTH, "Hotový krok", null)),
                "Babička nesouhlasí",
                "Pohled dospělých",
                Map.of()));
    UUID done =
        rooms.aims.find(worker, file, aim).now().steps().stream()
            .filter(step -> step.words().equals("Hotový krok"))
            .findFirst()
            .orElseThrow()
            .id();
    rooms.aims.take(worker, file, aim, done, true);
    PlanTerms terms = new PlanTerms(TODAY, TODAY, TODAY.plusMonths(6), TODAY.plusMonths(2));
    rooms.plans.draw(
        worker,
        file,
        PlanKind.STAY,
        family.child(),
        new NewPlan(
            terms, "Slova plánu", List.of(new NewLine(Area.HEALTH, "Zuby", null, null, null))));
    rooms.plans.draw(
        worker,
        file,
        PlanKind.EDUCATION,
        petr,
        new NewPlan(terms, "Petrův plán", List.of(new NewLine(null, "Vztek", "Centrum", null, 6))));
    register.desk.add(
        worker,
        new NewTask(
            org.opora.registry.tasks.domain.About.file(file),
            null,
            "Probrat podezření s OSPOD",
            worker.staff(),
            TODAY.plusDays(3)));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private About about(PersonId person) {
    return About.person(family.file(), person);
  }

  private void proves(String kind, PersonId person, String minutes, LocalDate on) {
    push(NewFact.of(kind, about(person), on).amounting(new BigDecimal(minutes), Evidence.MINUTES));
  }

  private void push(NewFact... facts) {
    register.tx.run(em -> register.evidence.record("paper", UUID.randomUUID(), List.of(facts)));
  }

  private Stand stand(PersonId carer) {
    return desk.of(worker, family.file(), carer);
  }

  @Test
  void hoursAndDaysAreTheCarersOwnAndTheChildrens() {
    List<Duties.Line> accounts = stand(family.carer()).accounts();
    assertEquals(
        Set.of(family.carer(), family.child()),
        accounts.stream().map(Duties.Line::subject).collect(Collectors.toSet()));
    Duties.Account hours =
        accounts.stream()
            .filter(line -> line.detail() instanceof Duties.Account)
            .map(line -> (Duties.Account) line.detail())
            .findFirst()
            .orElseThrow();
    assertEquals(1230, hours.counted(), "20.5 hours");
    assertEquals(210, hours.missing(), "3.5 hours");
    accounts.stream()
        .filter(line -> line.detail() instanceof Duties.Ledger)
        .map(line -> (Duties.Ledger) line.detail())
        .forEach(ledger -> assertEquals(8, ledger.left()));
    Duties.Account his =
        (Duties.Account)
            stand(petr).accounts().stream()
                .filter(line -> line.detail() instanceof Duties.Account)
                .findFirst()
                .orElseThrow()
                .detail();
    assertEquals(77, his.counted(), "each by themselves");
  }

  @Test
  void theNextVisitsAreThoseOfTheCarerAndTheChildren() {
    List<Duties.Line> visits = stand(family.carer()).visits();
    Map<PersonId, LocalDate> due = new HashMap<>();
    visits.forEach(line -> due.put(line.subject(), line.due()));
    LocalDate december = LocalDate.of(2026, 12, 1);
    assertEquals(Map.of(family.carer(), december, family.child(), december), due);
  }

  @Test
  void whatWasPromisedIsToldWithoutTheWordsOfStaff() {
    Stand stand = stand(family.carer());
    assertEquals(List.of(TODAY), stand.requests().stream().map(Stand.Request::askedOn).toList());
    assertEquals(
        List.of(Stand.Whose.OURS, Stand.Whose.YOURS),
        stand.steps().stream().map(Stand.Step::whose).toList(),
        "what is done is promised no more");
    assertEquals(
        List.of(
            new Stand.Review(
                Stand.Looked.PLAN_OF_STAY, stand.reviews().get(0).child(), TODAY.plusMonths(2)),
            new Stand.Review(Stand.Looked.AIM, null, REVIEW)),
        stand.reviews());
    assertEquals(
        Set.of(Stand.Looked.AIM, Stand.Looked.PLAN_OF_STAY, Stand.Looked.EDUCATION_PLAN),
        stand(petr).reviews().stream().map(Stand.Review::what).collect(Collectors.toSet()));
  }

  @Test
  void thePaperSaysIt() {
    String path = "/files/" + family.file() + "/stand/" + family.carer();
    String page = doors.open(worker, path);
    for (String said :
        List.of("Na čem jsme", "20,5", "3,5", "zbývá 8", "Objednáme psychologa", "Zkusíte budík")) {
      assertTrue(page.contains(said), said + " in " + page);
    }
    for (String secret :
        List.of(
            "Petr",
            "hádají",
            "podezření",
            "Babička nesouhlasí",
            "Pohled dospělých",
            "Slova plánu",
            "Hotový krok")) {
      String paper = page.substring(page.indexOf("class=\"paper\""));
      assertFalse(paper.contains(secret), secret + " in " + paper);
    }
    for (String language : List.of("en", "pl")) {
      assertFalse(doors.open(speaking(worker, language), path).isBlank(), language);
    }
  }

  private static Viewer speaking(Viewer viewer, String language) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        Locale.forLanguageTag(language),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @Test
  void whoIsNoCarerOfTheFamilyHasNoPaper() {
    Family other = register.family(director, worker, "Jiná");
    assertThrows(NotFound.class, () -> desk.of(worker, family.file(), other.carer()));
    assertThrows(NotFound.class, () -> desk.of(worker, family.file(), family.child()));
    Viewer stranger = register.viewer("key-worker", new DutiesModule());
    assertThrows(NotFound.class, () -> desk.of(stranger, family.file(), family.carer()));
  }

  @Test
  void nothingIsToldOfAChildBehindAWall() {
    Family walled = register.family(director, worker, "Za zdí");
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(walled.child()), Walls.Ground.SEAL);
    Stand stand = desk.of(worker, walled.file(), walled.carer());
    assertEquals(
        Set.of(walled.carer()),
        stand.accounts().stream().map(Duties.Line::subject).collect(Collectors.toSet()));
    assertTrue(stand.visits().stream().allMatch(line -> walled.carer().equals(line.subject())));
  }

  @Test
  void aPartThatTheWriterMayNotSeeIsNotThere() {
    Viewer few =
        new Viewer(
            worker.staff(),
            worker.name(),
            Map.of(Ledger.READ, Reach.OWN, CaseFiles.READ, Reach.OWN),
            worker.locale(),
            worker.zone(),
            worker.clock(),
            worker.requestId());
    Stand stand = desk.of(few, family.file(), family.carer());
    assertNull(stand.accounts());
    assertNull(stand.visits());
    assertNull(stand.requests());
    assertNull(stand.steps());
    assertNull(stand.reviews());
    String page = doors.open(few, "/files/" + family.file() + "/stand/" + family.carer());
    saysThatSomethingMayBeMissing(page);
  }

  /** Who does not see what was asked for cannot say that nothing was, not on paper either. */
  @Test
  void nothingIsOpenOnlyForWhoSeesAllThatIsPromised() {
    Family calm = register.family(director, worker, "Tichá");
    intake.requests.record(
        worker, calm.file(), new Asked(TODAY, calm.carer(), "cz.47a.b", "Psycholog"));
    String path = "/files/" + calm.file() + "/stand/" + calm.carer();
    assertFalse(doors.open(worker, path).contains("Nic není otevřené."), "a request is");
    for (String without : List.of(Intake.REQUESTS, Visits.READ)) {
      Map<String, Reach> grants = new HashMap<>(worker.grants());
      grants.remove(without);
      Viewer less =
          new Viewer(
              worker.staff(),
              worker.name(),
              grants,
              worker.locale(),
              worker.zone(),
              worker.clock(),
              worker.requestId());
      saysThatSomethingMayBeMissing(doors.open(less, path));
    }
  }

  private static void saysThatSomethingMayBeMissing(String page) {
    assertFalse(page.contains("Nic není otevřené."), page);
    String paper = page.substring(page.indexOf("class=\"paper\""));
    int said = paper.indexOf("Něco tu může chybět");
    assertTrue(said > 0, paper);
    assertFalse(
        paper.substring(paper.lastIndexOf('<', said), said).contains("screen-only"),
        "on paper too");
  }

  private TemplateData.Given letter(Viewer viewer, PersonId about, TemplateData.Reader to) {
    TemplateData data = new StandLetterData(desk);
    Set<String> names = new HashSet<>();
    data.fields().forEach(field -> names.add(field.key()));
    data.lists()
        .forEach(
            list -> list.columns().forEach(column -> names.add(list.key() + "." + column.key())));
    return data.given(
        viewer,
        new TemplateData.Wanted(family.file(), about, to, names, Locale.forLanguageTag("cs")));
  }

  @Test
  void aLetterTellsItToTheCarerAndToNobodyElse() {
    TemplateData.Reader marie = new TemplateData.Reader(family.carer(), null, "Marie Nováková");
    TemplateData.Given given = letter(worker, family.carer(), marie);
    assertEquals(List.of(), given.left());
    assertEquals(
        Map.of(
            "stand.hours-need",
            new BigDecimal("24"),
            "stand.hours-done",
            new BigDecimal("20.5"),
            "stand.hours-missing",
            new BigDecimal("3.5"),
            "stand.hours-until",
            LocalDate.of(2027, 1, 9),
            "stand.respite-left",
            8,
            "stand.visit-by",
            LocalDate.of(2026, 12, 1)),
        given.values());
    assertEquals(3, given.rows().get("promises").size(), "a request and two steps");
    for (TemplateData.Reader other :
        List.of(
            new TemplateData.Reader(petr, null, "Petr Novák"),
            new TemplateData.Reader(null, null, "Soud"))) {
      TemplateData.Given none = letter(worker, family.carer(), other);
      assertEquals(Map.of(), none.values(), other.name());
      assertEquals(Map.of(), none.rows(), other.name());
      assertEquals(7, none.left().size(), "six fields and a list are left out");
      none.left().forEach(one -> assertEquals(TemplateData.Why.NOT_THEIRS, one.why()));
    }
    TemplateData.Given stranger =
        letter(register.viewer("key-worker", new DutiesModule()), family.carer(), marie);
    assertEquals(Map.of(), stranger.values());
  }

  @Test
  void aFamilyWithNothingOpenIsToldSo() {
    Family calm = register.family(director, worker, "Klidná");
    String page = doors.open(worker, "/files/" + calm.file() + "/stand/" + calm.carer());
    assertTrue(page.contains("Nic není otevřené."), page);
  }
}
