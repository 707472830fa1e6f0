package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

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
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.care.Visits;
import org.opora.api.documents.DocumentIndex;
import org.opora.api.documents.DocumentIndex.Held;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotAllowed;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.module.spi.Module;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.duties.DutiesModule;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.incidents.application.NewIncident;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.inspections.application.NewInspection;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;
import org.opora.registry.readiness.application.FiledDocuments;
import org.opora.registry.readiness.application.Readiness;
import org.opora.registry.readiness.application.ReadinessDesk;
import org.opora.registry.readiness.domain.Part;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** Files drawn by lot, and what is missing in them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadinessTest {
  private static final CzechLaw LAW = new CzechLaw();

  @Parameter TestDatabase.Product product;
  private Register register;
  private CaseRooms rooms;
  private IncidentRoom incidents;
  private ReadinessDesk desk;
  private Doors doors;
  private Viewer director;
  private Viewer worker;
  private Viewer deputy;
  private Family whole;
  private Family bare;

  /** What the store says lies in a file. */
  private final Map<CaseFileId, List<Held>> filed = new HashMap<>();

  /** Gives the permission of the store, which is in no register. */
  private static final class Store implements Module {
    @Override
    public String id() {
      return "documents";
    }

    @Override
    public int order() {
      return 90;
    }

    @Override
    public List<Permission> permissions() {
      return List.of(new Permission(DocumentIndex.READ, DataClass.CARE_TEXT));
    }
  }

  @BeforeParameterizedClassInvocation
  void oneFileThatIsReadyAndOneThatIsNot() {
    register = Register.under(product, LAW);
    director = new Office(register, new DutiesModule(), new Store()).director();
    rooms = new CaseRooms(register);
    worker = register.viewer("key-worker", new DutiesModule(), new Store());
    deputy = register.viewer("key-worker", new DutiesModule(), new Store());
    incidents = new IncidentRoom(register);
    desk =
        new ReadinessDesk(
            register.tx,
            register.access.access(),
            register.access.aliases(),
            register.facts,
            register.files,
            register.evidence,
            new DueLines(new CzechDuties(register).service),
            incidents.desk,
            new FiledDocuments(
                (viewer, file) ->
                    viewer.reach(DocumentIndex.READ) == Reach.NONE
                        ? List.of()
                        : filed.getOrDefault(file, List.of())));
    doors = new Doors(register);
    bare = register.family(director, worker, "Holá");
    whole = register.family(director, worker, "Hotová");
    fill();
  }

  private void fill() {
    CaseFileId file = whole.file();
    register.files.assign(director, file, worker.staff(), deputy.staff(), TODAY);
    LocalDate may = LocalDate.of(2026, 5, 2);
    UUID aim = agree(may.minusDays(30));
    assertTrue(rooms.aims.find(worker, file, aim).reviews().isEmpty());
    PlanTerms terms = new PlanTerms(TODAY, TODAY, TODAY.plusMonths(6), TODAY.plusMonths(2));
    sign(
        rooms.plans.draw(
            worker,
            file,
            PlanKind.STAY,
            whole.child(),
            new NewPlan(
                terms, "Plán", List.of(new NewLine(Area.HEALTH, "Zuby", null, null, null)))));
    sign(
        rooms.plans.draw(
            worker,
            file,
            PlanKind.EDUCATION,
            whole.carer(),
            new NewPlan(terms, "Plán", List.of(new NewLine(null, "Vztek", null, null, 6)))));
    About agreement = About.agreement(file, register.files.header(director, file).agreement().id());
    LocalDate seen = LocalDate.of(2026, 10, 1);
    push(
        NewFact.of(Visits.EVIDENCE, about(whole.carer()), seen),
        NewFact.of(Visits.EVIDENCE, about(whole.child()), seen));
    push(NewFact.of(Kinds.CHILD_VIEW, about(whole.child()), seen));
    push(NewFact.of(Kinds.EDUCATION, about(whole.carer()), may));
    String report = UUID.randomUUID().toString();
    LocalDate drafted = LocalDate.of(2026, 7, 8);
    push(NewFact.of(Kinds.REPORT_DRAFTED, agreement, drafted).tiedTo(report));
    push(
        NewFact.of(Kinds.REPORT_ADDRESSED, agreement, drafted).tiedTo(report),
        NewFact.of(Kinds.REPORT_DELIVERED, agreement, drafted.plusDays(2)).tiedTo(report));
    push(NewFact.of(Kinds.REPORT_ADDRESSED, agreement, drafted).tiedTo(report));
    new LegalRoom(register)
        .desk.add(
            worker,
            whole.child(),
            new NewDecision(
                DecisionKind.CARE,
                "Okresní soud",
                "12 P 34/2025",
                "Svěřuje se do pěstounské péče.",
                null,
                List.of(whole.carer()),
                null,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 14),
                false,
                Appeal.NONE,
                null,
                null));
    filed.put(
        file,
        List.of(
            new Held(DocumentIndex.AUTHORITY_PLAN, whole.child(), may),
            new Held(DocumentIndex.CONSENT_PICTURES, whole.carer(), may),
            new Held(DocumentIndex.CONSENT_SHARING, null, may),
            new Held("LETTER", null, seen),
            new Held("SCHOOL", whole.child(), seen)));
    lend(true);
    lend(false);
    incidents.desk.open(
        worker,
        file,
        new NewIncident(
            Kind.OTHER, TODAY, null, "dům", "Prasklo potrubí.", null, Map.of(), Set.of()));
  }

  private void lend(boolean back) {
    UUID loan =
        register.inspections.record(
            worker,
            whole.file(),
            Deed.LENT,
            new NewInspection(
                TODAY,
                Asker.CARER,
                "Marie Hotová",
                null,
                "celý spis",
                null,
                worker.staff(),
                TODAY.plusDays(3),
                null,
                null));
    if (back) {
      register.inspections.returned(worker, loan, 1, TODAY);
    }
  }

  private UUID agree(LocalDate on) {
    return rooms.aims.agree(
        worker, whole.file(), new NewAim(on, "Klidná rána", null, TODAY.plusMonths(1)));
  }

  private void sign(UUID plan) {
    rooms
        .planPapers
        .signing()
        .note(
            worker,
            plan,
            rooms.plans.find(worker, whole.file(), plan).version(),
            new NewSignature(whole.carer(), 1, TODAY, false, null));
  }

  private About about(PersonId person) {
    return About.person(whole.file(), person);
  }

  private void push(NewFact... facts) {
    register.tx.run(em -> register.evidence.record("paper", UUID.randomUUID(), List.of(facts)));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private Readiness.Drawn drawn(Viewer viewer, Family family) {
    return desk.draw(viewer, 1, ReadinessDesk.MOST).files().stream()
        .filter(one -> one.file().equals(family.file()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Part, String> index(Readiness.Drawn file) {
    return file.index().stream()
        .collect(
            Collectors.toMap(Readiness.Entry::part, entry -> entry.there() + "/" + entry.needed()));
  }

  @Test
  void theIndexSaysWhatIsThereAndWhatIsMissing() {
    Map<Part, String> there = index(drawn(director, whole));
    assertEquals(Part.values().length, there.size(), "all of it for whoever may see all");
    assertEquals("1/1", there.get(Part.KEY_WORKER));
    assertEquals("1/1", there.get(Part.DEPUTY));
    assertEquals("1/1", there.get(Part.AGREEMENT));
    assertEquals("0/1", there.get(Part.CONSENT), "nobody wrote down that there was one");
    assertEquals("1/1", there.get(Part.AIM));
    assertEquals("0/1", there.get(Part.EVALUATION), "seven months old and never looked at");
    assertEquals("1/1", there.get(Part.PLAN_OF_STAY));
    assertEquals("1/1", there.get(Part.EDUCATION_PLAN));
    assertEquals("1/1", there.get(Part.CHILD_VIEW));
    assertEquals("2/2", there.get(Part.VISIT));
    assertEquals("1/1", there.get(Part.REPORT));
    assertEquals("1/2", there.get(Part.DELIVERY));
    assertEquals("1/0", there.get(Part.EDUCATION), "that is only counted");
    assertEquals("0/0", there.get(Part.RESPITE));
    assertEquals("1/1", there.get(Part.DECISION));
    assertEquals("1/1", there.get(Part.AUTHORITY_PLAN));
    assertEquals("0/0", there.get(Part.CONSENT_COPIES));
    assertEquals("1/0", there.get(Part.CONSENT_SHARING));
    assertEquals("1/0", there.get(Part.CONSENT_PICTURES));
    assertEquals("0/0", there.get(Part.CONSENT_OTHER));
    assertEquals("2/0", there.get(Part.DOCUMENT));
    assertEquals("2/0", there.get(Part.LOOK));
    assertEquals("1/2", there.get(Part.LOAN), "one has not come back");
    assertEquals("1/0", there.get(Part.INCIDENT));
    Map<Part, String> missing = index(drawn(director, bare));
    assertEquals("1/1", missing.get(Part.KEY_WORKER));
    assertEquals("0/1", missing.get(Part.DEPUTY));
    assertEquals("0/1", missing.get(Part.AIM));
    assertEquals("0/0", missing.get(Part.EVALUATION), "there is nothing to look at");
    assertEquals("0/1", missing.get(Part.PLAN_OF_STAY));
    assertEquals("0/1", missing.get(Part.CHILD_VIEW));
    assertEquals("0/2", missing.get(Part.VISIT));
    assertEquals("0/1", missing.get(Part.REPORT));
    assertEquals("0/0", missing.get(Part.DELIVERY));
    assertEquals("0/1", missing.get(Part.DECISION));
    assertEquals("0/1", missing.get(Part.AUTHORITY_PLAN));
    assertEquals("0/0", missing.get(Part.LOAN));
    assertEquals("0/0", missing.get(Part.INCIDENT));
  }

  @Test
  void whoHasNothingIsNamed() {
    Readiness.Entry visit =
        drawn(director, bare).index().stream()
            .filter(entry -> entry.part() == Part.VISIT)
            .findFirst()
            .orElseThrow();
    assertEquals(
        Set.of("Marie Holá", "Ema Holá"),
        visit.without().stream().map(name -> name.spoken()).collect(Collectors.toSet()));
    assertTrue(drawn(director, bare).overdue() > 0, "the duties say what is late");
  }

  @Test
  void aPlanThatNobodySignedIsNotThere() {
    Family unsigned = register.family(director, worker, "Nepodepsaná");
    PlanTerms terms = new PlanTerms(TODAY, TODAY, TODAY.plusMonths(6), TODAY.plusMonths(2));
    rooms.plans.draw(
        worker,
        unsigned.file(),
        PlanKind.STAY,
        unsigned.child(),
        new NewPlan(terms, "Plán", List.of(new NewLine(Area.HEALTH, "Zuby", null, null, null))));
    assertEquals("0/1", index(drawn(director, unsigned)).get(Part.PLAN_OF_STAY));
  }

  @Test
  void theSameSeedDrawsTheSameAndEverybodyAmongTheirOwn() {
    for (int i = 0; i < 6; i++) {
      register.family(director, null, "Další" + i);
    }
    Readiness first = desk.draw(director, 4711, 3);
    assertEquals(3, first.files().size());
    assertEquals(
        first.files().stream().map(Readiness.Drawn::file).toList(),
        desk.draw(director, 4711, 3).files().stream().map(Readiness.Drawn::file).toList());
    assertTrue(first.among() >= 8);
    Set<CaseFileId> seen = new HashSet<>();
    for (long seed = 0; seed < 30; seed++) {
      desk.draw(director, seed, 1).files().forEach(one -> seen.add(one.file()));
    }
    assertTrue(seen.size() > 3, "another seed draws others");
    Readiness own = desk.draw(deputy, 4711, 20);
    assertEquals(List.of(whole.file()), own.files().stream().map(Readiness.Drawn::file).toList());
    assertEquals(1, own.among());
    assertTrue(desk.draw(director, 1, 1000).files().size() <= ReadinessDesk.MOST);
  }

  @Test
  void whoMayNotSeeALookIntoFilesDrawsNone() {
    Viewer minder = register.viewer("minder", new DutiesModule());
    assertThrows(NotAllowed.class, () -> desk.draw(minder, 1, 5));
  }

  @Test
  void aPartThatTheViewerMayNotSeeIsLookedUpInNoFile() {
    Viewer few =
        new Viewer(
            director.staff(),
            director.name(),
            Map.of(
                InspectionDesk.READ, Reach.ALL, CaseFiles.READ, Reach.ALL, Visits.READ, Reach.OWN),
            director.locale(),
            director.zone(),
            director.clock(),
            director.requestId());
    Readiness draw = desk.draw(few, 1, 20);
    assertTrue(
        draw.left()
            .containsAll(
                List.of(
                    Part.AIM,
                    Part.VISIT,
                    Part.DECISION,
                    Part.REPORT,
                    Part.AUTHORITY_PLAN,
                    Part.INCIDENT)),
        "also where the reach is narrower");
    assertEquals(
        Set.of(Part.KEY_WORKER, Part.DEPUTY, Part.AGREEMENT, Part.CONSENT, Part.LOOK, Part.LOAN),
        index(draw.files().get(0)).keySet());
  }

  @Test
  void nobodyIsNamedWhomAWallHides() {
    Family walled = register.family(director, worker, "Skrytá");
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(walled.child()), Walls.Ground.SEAL);
    Readiness.Drawn file = drawn(worker, walled);
    assertEquals("0/0", index(file).get(Part.PLAN_OF_STAY));
    assertTrue(
        file.index().stream()
            .flatMap(entry -> entry.without().stream())
            .noneMatch(name -> name.spoken().startsWith("Ema")));
  }

  private Asked knock(Viewer viewer, String seed, String many) {
    Asked asked = doors.knock(viewer, "/inspections/ready", Map.of());
    return seed == null ? asked : asked.asking("seed", seed).asking("many", many);
  }

  @Test
  void thePageShowsTheSeedAndTheIndex() {
    for (String language : List.of("cs", "en", "pl")) {
      Viewer viewer =
          new Viewer(
              director.staff(),
              director.name(),
              director.grants(),
              Locale.forLanguageTag(language),
              director.zone(),
              director.clock(),
              director.requestId());
      String blank =
          doors.show(viewer, doors.ask(Route.Method.GET, knock(viewer, null, null)), 200);
      assertFalse(blank.contains("4711"), "nothing is drawn yet");
      Asked asked = knock(viewer, "4711", "20");
      String page = doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
      assertTrue(page.contains("4711"), language);
      assertTrue(page.contains("/files/" + whole.file() + "/tab/plans"), language);
      assertTrue(asked.shown().contains(Subject.of(whole.file())), "the trail names the files");
    }
  }

  @Test
  void aSeedThatIsNoneIsSaidBesideTheField() {
    for (List<String> wrong :
        List.of(
            List.of("abc", "5"), List.of("1234567", "5"), List.of("1", "0"), List.of("1", "21"))) {
      Asked asked = knock(director, wrong.get(0), wrong.get(1));
      Reply reply = doors.ask(Route.Method.GET, asked);
      assertEquals(422, assertInstanceOf(Reply.Page.class, reply).status(), wrong.toString());
      assertTrue(doors.show(director, reply, 422).contains("is-invalid"));
      assertTrue(asked.shown().isEmpty());
    }
  }
}
