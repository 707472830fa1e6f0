package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.evidence.Kinds;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
import org.opora.registry.plans.application.PlanPapers;
import org.opora.registry.plans.application.PlanView;
import org.opora.registry.plans.domain.Answer;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** Plans of stay of children (criterion 10c), and education plans of carers (10d). */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {
  private static final LocalDate REVIEW = TODAY.plusMonths(3);
  private static final PlanTerms TERMS = new PlanTerms(TODAY, TODAY, TODAY.plusMonths(6), REVIEW);
  private static final NewLine TEETH =
      new NewLine(Area.HEALTH, "Nebojí se zubaře.", "Pěstounka objedná.", TODAY.plusDays(30), null);
  private static final NewLine ANGER =
      new NewLine(null, "Jak zvládat vztek", "Centrum", TODAY.plusDays(60), 6);

  @Parameter TestDatabase.Product product;
  private Register register;
  private CaseRooms rooms;
  private PlanDesk plans;
  private Viewer director;
  private Viewer worker;
  private Moves moves;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new CaseRooms(register);
    plans = rooms.plans;
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    moves = new Moves(register, director);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @AfterEach
  void today() {
    register.house.clock().set(TODAY);
  }

  private static NewPlan plan(NewLine... lines) {
    return new NewPlan(TERMS, "Zvyká si na nový domov.", List.of(lines));
  }

  private UUID stay(Family family) {
    return plans.draw(worker, family.file(), PlanKind.STAY, family.child(), plan(TEETH));
  }

  private static String field(Executable refused) {
    return assertThrows(Refused.class, refused).field();
  }

  private List<LocalDate> due(Family family) {
    return due(worker, family);
  }

  private List<LocalDate> due(Viewer viewer, Family family) {
    return register.desk.ofFile(viewer, family.file(), List.of(), false, null, 20).items().stream()
        .map(TaskLine::due)
        .sorted()
        .toList();
  }

  @Test
  void aChildHasAPlanOfItsStayAndACarerOneOfEducation() {
    Family family = register.family(director, worker, "Plánovaná");
    UUID stay = stay(family);
    UUID education =
        plans.draw(
            worker,
            family.file(),
            PlanKind.EDUCATION,
            family.carer(),
            new NewPlan(
                TERMS,
                "Rozumět vzteku.",
                List.of(ANGER, new NewLine(null, "Právo", null, null, 3))));
    PlanView child = plans.find(worker, family.file(), stay);
    assertEquals(family.child(), child.whose());
    assertEquals("Zvyká si na nový domov.", child.now().words());
    assertEquals(
        List.of(
            new PlanView.Line(
                Area.HEALTH, "Nebojí se zubaře.", "Pěstounka objedná.", TODAY.plusDays(30), null)),
        child.now().lines());
    PlanView carer = plans.find(worker, family.file(), education);
    assertEquals(family.carer(), carer.whose());
    assertEquals(9, carer.now().hours());
    assertEquals(List.of(REVIEW, REVIEW), due(family), "each is looked at on its day");
    assertEquals(2, plans.of(worker, family.file()).size());
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> plans.of(stranger, family.file()));
    assertThrows(NotFound.class, () -> plans.find(stranger, family.file(), stay));
    Family other = register.family(director, worker, "Jiná plánovaná");
    assertThrows(NotFound.class, () -> plans.find(worker, other.file(), stay));
  }

  @Test
  void whatIsMissingIsSaidBesideTheField() {
    Family family = register.family(director, worker, "Nedoplněná");
    assertEquals("line1", field(() -> draw(family, plan())));
    assertEquals(
        "area1", field(() -> draw(family, plan(new NewLine(null, "Zuby", null, null, null)))));
    assertEquals(
        "line2",
        field(() -> draw(family, plan(TEETH, new NewLine(null, null, "Kdo?", null, null)))));
    assertEquals(
        "line21",
        field(() -> draw(family, plan(Collections.nCopies(21, TEETH).toArray(NewLine[]::new)))));
    assertEquals(
        "last",
        field(
            () ->
                draw(
                    family,
                    new NewPlan(
                        new PlanTerms(TODAY, TODAY, TODAY.minusDays(1), REVIEW),
                        "A",
                        List.of(TEETH)))));
    assertEquals(
        "reviewOn",
        field(
            () ->
                draw(
                    family,
                    new NewPlan(new PlanTerms(TODAY, TODAY, REVIEW, TODAY), "A", List.of(TEETH)))));
    assertThrows(
        NotFound.class,
        () -> plans.draw(worker, family.file(), PlanKind.STAY, family.carer(), plan(TEETH)));
    assertThrows(
        NotFound.class,
        () -> plans.draw(worker, family.file(), PlanKind.EDUCATION, family.child(), plan(ANGER)));
    assertEquals(List.of(), plans.of(worker, family.file()));
  }

  private void draw(Family family, NewPlan plan) {
    plans.draw(worker, family.file(), PlanKind.STAY, family.child(), plan);
  }

  @Test
  void whatWasSignedStaysReadable() {
    Family family = register.family(director, worker, "Podepsaná");
    UUID id = stay(family);
    long version = plans.find(worker, family.file(), id).version();
    rooms
        .planPapers
        .signing()
        .note(worker, id, version, new NewSignature(family.carer(), 1, TODAY, false, null));
    assertEquals(Answer.SIGNED, plans.find(worker, family.file(), id).answer());
    long now = plans.find(worker, family.file(), id).version();
    NewLine sleep = new NewLine(Area.FEELINGS, "Usíná v klidu.", null, null, null);
    assertThrows(
        Stale.class, () -> plans.amend(worker, family.file(), id, version, plan(TEETH, sleep)));
    plans.amend(worker, family.file(), id, now, plan(TEETH, sleep));
    assertEquals(2, plans.find(worker, family.file(), id).now().lines().size());
    assertEquals(
        Answer.NONE, plans.find(worker, family.file(), id).answer(), "nobody has read it so");
    List<PlanView.Former> former = plans.former(worker, family.file(), id);
    assertEquals(1, former.size());
    assertEquals(1, former.get(0).text().lines().size());
    assertEquals("Zvyká si na nový domov.", former.get(0).text().words());
    assertTrue(
        rooms.planPapers.signing().of(worker, id).get(0).former(), "the new wording is unsigned");
    assertTrue(
        register.own.export(Set.of(family.carer())).stream()
            .anyMatch(fact -> fact.label().key().equals("field.plan-signed")));
    assertTrue(
        register.own.export(Set.of(family.child())).stream()
            .anyMatch(fact -> fact.label().key().equals("field.plan-STAY")));
    assertTrue(
        register.own.review(Set.of(family.child())).stream()
            .anyMatch(one -> one.record().equals(id)),
        "what it said before is named for review");
  }

  @Test
  void aPlanIsLookedAtUntilItsDaysAreOver() {
    Family family = register.family(director, worker, "Hodnocená");
    UUID id = stay(family);
    register.house.clock().set(REVIEW);
    long version = plans.find(worker, family.file(), id).version();
    assertEquals(
        "words", field(() -> plans.review(worker, family.file(), id, version, REVIEW, " ", null)));
    LocalDate next = REVIEW.plusMonths(3);
    plans.review(worker, family.file(), id, version, REVIEW, "Zuby jsou v pořádku.", next);
    assertEquals(List.of(next), due(family));
    register.house.clock().set(next);
    plans.review(
        worker,
        family.file(),
        id,
        plans.find(worker, family.file(), id).version(),
        next,
        "Hotovo.",
        null);
    assertEquals(List.of(), due(family));
    assertEquals(
        List.of("Hotovo.", "Zuby jsou v pořádku."),
        plans.find(worker, family.file(), id).reviews().stream()
            .map(PlanView.Review::words)
            .toList());
  }

  @Test
  void aWallAtTheChildOrTheCarerClosesTheirPlans() {
    Family family = register.family(director, worker, "Zdí chráněná");
    UUID stay = stay(family);
    UUID education =
        plans.draw(worker, family.file(), PlanKind.EDUCATION, family.carer(), plan(ANGER));
    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    for (Subject walled :
        List.of(Subject.of(family.child()), Subject.of(register.files.childFile(family.child())))) {
      Viewer kept = register.viewer("director");
      register.access.walls().raise(director, kept.staff(), walled, Walls.Ground.SEAL);
      assertEquals(List.of(education), ids(kept, family));
      assertThrows(NotFound.class, () -> plans.find(kept, family.file(), stay));
      assertThrows(NotFound.class, () -> plans.former(kept, family.file(), stay));
      assertThrows(NotFound.class, () -> plans.amend(kept, family.file(), stay, 1, plan(TEETH)));
      String page = "/files/" + family.file() + "/plans/" + stay;
      for (String door : List.of("", "/print", "/sign", "/scans/" + PersonId.next())) {
        assertThrows(NotFound.class, () -> doors.open(kept, page + door), door);
      }
    }
    Viewer kept = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, kept.staff(), Subject.of(family.carer()), Walls.Ground.SEAL);
    assertEquals(List.of(stay), ids(kept, family));
  }

  private static final byte[] PDF = "%PDF-1.7 podepsáno".getBytes(StandardCharsets.UTF_8);

  private UUID education(Family family) {
    return plans.draw(worker, family.file(), PlanKind.EDUCATION, family.carer(), plan(ANGER));
  }

  /** The use cases say so, whatever page asks them. */
  @Test
  void aWallClosesThePapersOfAPlan() {
    Family family = register.family(director, worker, "Papírová");
    UUID stay = stay(family);
    UUID education = education(family);
    closed(stay, Subject.of(family.child()), family);
    closed(stay, Subject.of(register.files.childFile(family.child())), family);
    closed(education, Subject.of(family.carer()), family);
  }

  private void closed(UUID plan, Subject walled, Family family) {
    PlanPapers papers = rooms.planPapers;
    NewSignature signature = new NewSignature(family.carer(), 1, TODAY, true, "Nesouhlasí.");
    long version = version(family, plan);
    UUID signed = papers.signing().note(worker, plan, version, signature);
    UUID scan = papers.scans().add(worker, plan, PDF);
    long now = version(family, plan);
    Viewer kept = register.viewer("director");
    assertFalse(papers.signing().of(kept, plan).isEmpty());
    register.access.walls().raise(director, kept.staff(), walled, Walls.Ground.SEAL);
    List<Executable> acts =
        List.of(
            () -> papers.signing().of(kept, plan),
            () -> papers.signing().note(kept, plan, now, signature),
            () -> papers.signing().strike(kept, plan, signed),
            () -> papers.prints().of(kept, plan),
            () -> papers.prints().print(kept, plan, now),
            () -> papers.scans().of(kept, plan),
            () -> papers.scans().add(kept, plan, PDF),
            () -> papers.scans().take(kept, plan, scan),
            () -> papers.scans().strike(kept, plan, scan, "Omylem."));
    for (int i = 0; i < acts.size(); i++) {
      assertThrows(NotFound.class, acts.get(i), "act " + i);
    }
    assertArrayEquals(PDF, papers.scans().take(worker, plan, scan).bytes());
    papers.signing().strike(worker, plan, signed);
    papers.scans().strike(worker, plan, scan, "Omylem.");
    assertEquals("Omylem.", papers.scans().of(worker, plan).get(0).struckWhy());
  }

  private long version(Family family, UUID plan) {
    return plans.find(worker, family.file(), plan).version();
  }

  @Test
  void thePapersHangOnTheKeyOfThePlan() {
    Family family = register.family(director, worker, "Pečetěná");
    Subject child = Subject.of(register.files.childFile(family.child()));
    sealedWith(child, stay(family), family);
    sealedWith(Subject.of(family.file()), education(family), family);
  }

  private void sealedWith(Subject owner, UUID plan, Family family) {
    UUID signed =
        rooms
            .planPapers
            .signing()
            .note(
                worker,
                plan,
                version(family, plan),
                new NewSignature(family.carer(), 1, TODAY, true, "Nesouhlasí."));
    UUID scan = rooms.planPapers.scans().add(worker, plan, PDF);
    byte[] reason = bytes("SELECT s.reason FROM PlanSignature s WHERE s.id = :id", signed);
    byte[] content = bytes("SELECT s.content FROM PlanScan s WHERE s.id = :id", scan);
    Keys keys = register.house.keys();
    assertEquals("Nesouhlasí.", keys.open(owner, "PLAN_SIGNATURE.REASON", signed, reason));
    assertArrayEquals(
        PDF, Base64.getDecoder().decode(keys.open(owner, "PLAN_SCAN.CONTENT", scan, content)));
  }

  private byte[] bytes(String query, UUID id) {
    return register.tx.read(
        em -> em.createQuery(query, byte[].class).setParameter("id", id).getSingleResult());
  }

  @Test
  void whatIsSignedAndLookedAtIsProven() {
    Family family = register.family(director, worker, "Doložená");
    UUID stay = stay(family);
    UUID education = education(family);
    UUID signed = sign(family, stay, false);
    sign(family, education, false);
    Family against = register.family(director, worker, "Odmítavá");
    sign(against, stay(against), true);
    assertEquals(Map.of(), proven(against, Kinds.PLAN_OF_STAY_SIGNED), "nobody signed it");
    assertEquals(
        Map.of(family.child(), TODAY), proven(family, Kinds.PLAN_OF_STAY_SIGNED), "of the child");
    assertEquals(Map.of(family.carer(), TODAY), proven(family, Kinds.EDUCATION_PLAN_SIGNED));
    plans.review(
        worker, family.file(), stay, version(family, stay), TODAY, "Jde to.", TODAY.plusDays(9));
    assertEquals(Map.of(family.child(), TODAY), proven(family, Kinds.PLAN_REVIEW));
    rooms.planPapers.signing().strike(worker, stay, signed);
    assertEquals(Map.of(), proven(family, Kinds.PLAN_OF_STAY_SIGNED), "it was a mistake");
  }

  private UUID sign(Family family, UUID plan, boolean refused) {
    return rooms
        .planPapers
        .signing()
        .note(
            worker,
            plan,
            version(family, plan),
            new NewSignature(family.carer(), 1, TODAY, refused, refused ? "Nechce." : null));
  }

  private Map<PersonId, LocalDate> proven(Family family, String kind) {
    return register.evidence.last(kind, List.of(family.file()), TODAY).entrySet().stream()
        .collect(Collectors.toMap(one -> one.getKey().person(), one -> one.getValue().on()));
  }

  private static final List<String> STORY = List.of("plan-drawn");

  @Test
  void aWallAtTheCarerClosesTheStoryOfTheirPlan() {
    Family family = register.family(director, worker, "Příběhová");
    stay(family);
    education(family);
    PersonId same = register.person(director, "Marie", "Táž", null);
    register.same.declare(director, same, family.carer());
    for (PersonId walled : List.of(family.carer(), same)) {
      Viewer deputy = register.viewer("key-worker");
      register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
      assertEquals(2, moves.story(deputy, family.file(), STORY).size());
      assertEquals(2, moves.news(deputy, STORY).size());
      register
          .access
          .walls()
          .raise(director, deputy.staff(), Subject.of(walled), Walls.Ground.SEAL);
      assertEquals(STORY, moves.story(deputy, family.file(), STORY), "that of the child is open");
      assertEquals(STORY, moves.news(deputy, STORY));
    }
  }

  @Test
  void aPlanThatAChildBringsAlongLeadsNobodyBack() {
    Viewer next = register.viewer("key-worker");
    Family former = register.family(director, worker, "Předchozí");
    Family now = register.family(director, next, "Následující");
    UUID plan = stay(former);
    register.house.clock().set(TODAY.plusDays(1));
    String page = "/files/" + former.file() + "/plans/" + plan;
    assertEquals(List.of(page), moves.links(worker, former.file(), "plan-drawn"));
    moves.leaves(former, TODAY);
    register.placements.place(director, now.file(), former.child(), TODAY, null);
    assertEquals(Collections.singletonList(null), moves.links(next, now.file(), "plan-drawn"));
    assertEquals(
        List.of(), due(director, former), "nobody looks at the plan of a stay that is over");
    assertEquals(List.of(), due(next, now));
    assertEquals(STORY, moves.story(next, now.file(), STORY));
    register
        .access
        .walls()
        .raise(director, next.staff(), Subject.of(former.file()), Walls.Ground.SEAL);
    assertEquals(List.of(), moves.story(next, now.file(), STORY));
    assertEquals(List.of(), moves.news(next, STORY));
  }

  /** It came of age, or left for no family of the centre; or the file is closed. */
  @Test
  void aPlanOfStayStaysWhereTheChildLivedLast() {
    Family left = register.family(director, worker, "Dospělá");
    Family closed = moves.accompanied(worker, "Uzavřená");
    UUID grown = stay(left);
    UUID done = stay(closed);
    Viewer inspector = inspecting(left);
    assertEquals(List.of(grown), ids(inspector, left));
    moves.leaves(left, TODAY);
    moves.close(closed);
    register.house.clock().set(TODAY.plusDays(1));
    assertEquals(List.of(grown), ids(worker, left));
    assertEquals(List.of(grown), ids(inspector, left));
    assertEquals(List.of(done), ids(worker, closed));
    assertEquals("Zvyká si na nový domov.", plans.find(worker, left.file(), grown).now().words());
    assertThrows(NotFound.class, () -> ids(register.viewer("key-worker"), left));
    for (Subject walled :
        List.of(Subject.of(left.child()), Subject.of(register.files.childFile(left.child())))) {
      Viewer deputy = register.viewer("key-worker");
      register.files.assign(director, left.file(), worker.staff(), deputy.staff(), TODAY);
      assertEquals(List.of(grown), ids(deputy, left));
      register.access.walls().raise(director, deputy.staff(), walled, Walls.Ground.SEAL);
      assertEquals(List.of(), ids(deputy, left));
      assertThrows(NotFound.class, () -> rooms.planPapers.scans().of(deputy, grown));
    }
    Family next = register.family(director, register.viewer("key-worker"), "Pozdější");
    register.placements.place(director, next.file(), left.child(), TODAY.plusDays(1), null);
    assertEquals(List.of(), ids(worker, left), "it lives elsewhere now");
  }

  /** Opened for an inspection: the file, and the sub-file while the child lives there. */
  private Viewer inspecting(Family family) {
    Viewer viewer = register.viewer("inspector");
    Instant end = viewer.now().plus(Duration.ofDays(30));
    register
        .access
        .relations()
        .lend(
            viewer.staff(),
            Subject.of(family.file()),
            RelationKind.INSPECTOR,
            TODAY,
            null,
            end,
            "test:file" + viewer.staff());
    register
        .access
        .relations()
        .lend(
            viewer.staff(),
            Subject.of(register.files.childFile(family.child())),
            RelationKind.INSPECTOR,
            TODAY,
            TODAY,
            end,
            "test:child" + viewer.staff());
    return viewer;
  }

  private List<UUID> ids(Viewer viewer, Family family) {
    return plans.of(viewer, family.file()).stream().map(PlanView::id).toList();
  }

  @Test
  void plansGoThroughTheDoors() {
    Family family = register.family(director, worker, "Dveřní");
    Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
    String all = "/files/" + family.file() + "/plans";
    String stay = all + "/stay/" + family.child() + "/new";
    String education = all + "/education/" + family.carer() + "/new";
    String none = doors.open(worker, all);
    assertTrue(none.contains(stay) && none.contains(education), none);
    assertTrue(none.contains("chybí plán pobytu"), none);
    assertTrue(
        doors.open(worker, stay).contains("plan-" + family.file() + "-" + family.child() + "\""),
        "what is typed for one child is offered for no other");
    String missing = doors.refused(worker, 422, stay, "on", TODAY.toString());
    assertTrue(missing.contains("e-words") && missing.contains("e-reviewOn"), missing);
    String page =
        doors.post(
            worker,
            stay,
            "on",
            TODAY.toString(),
            "first",
            TODAY.toString(),
            "last",
            TODAY.plusMonths(6).toString(),
            "reviewOn",
            REVIEW.toString(),
            "words",
            "Zvyká <b>si</b>.",
            "area1",
            "SCHOOL",
            "line1",
            "Čte sama.",
            "how1",
            "Učitelka a pěstounka.");
    String shown = doors.open(worker, page);
    assertTrue(shown.contains("Zvyká &lt;b&gt;si") && shown.contains("Čte sama."), shown);
    assertTrue(shown.contains(page + "/sign"), shown);
    String paper = doors.open(worker, page + "/print");
    assertTrue(paper.contains("Čte sama.") && paper.contains("tohoto plánu"), paper);
    String sign = doors.open(worker, page + "/sign");
    assertFalse(sign.contains("uzamkne"), "a plan is corrected also after that");
    assertEquals(
        page,
        doors.post(
            worker,
            page + "/sign",
            "version",
            String.valueOf(version(family)),
            "carer",
            family.carer().toString(),
            "wording",
            "1",
            "on",
            TODAY.toString(),
            "answer",
            "REFUSED",
            "reason",
            "Nesouhlasí se školou."));
    assertTrue(doors.open(worker, page).contains("Nesouhlasí se školou."));
    String form = doors.open(worker, page + "/edit");
    assertTrue(form.contains("value=\"Čte sama.\""), form);
    String[] typed = {
      "version",
      "99",
      "on",
      TODAY.toString(),
      "first",
      TODAY.toString(),
      "last",
      TODAY.plusMonths(6).toString(),
      "reviewOn",
      REVIEW.toString(),
      "words",
      "Je doma.",
      "area1",
      "SCHOOL",
      "line1",
      "Čte sama."
    };
    assertTrue(doors.refused(worker, 422, page + "/edit", typed).contains("Zvyká &lt;b&gt;si"));
    typed[1] = String.valueOf(version(family));
    doors.post(worker, page + "/edit", typed);
    assertTrue(doors.open(worker, page).contains(page + "/versions"));
    assertTrue(doors.open(worker, page + "/versions").contains("Zvyká &lt;b&gt;si"));
    doors.open(worker, page + "/review");
    doors.post(
        worker,
        page + "/review",
        "version",
        String.valueOf(version(family)),
        "on",
        TODAY.toString(),
        "words",
        "Jde to.");
    assertTrue(doors.open(worker, page).contains("Jde to."));
    String list = doors.open(worker, all);
    assertFalse(list.contains("Je doma."), "the list shows no words");
    assertFalse(list.contains("chybí plán pobytu"), list);
    assertTrue(list.contains("chybí plán vzdělávání"), list);
    String taught =
        doors.post(
            worker,
            education,
            "on",
            TODAY.toString(),
            "first",
            TODAY.toString(),
            "last",
            TODAY.plusMonths(12).toString(),
            "reviewOn",
            REVIEW.toString(),
            "words",
            "Rozumět vzteku.",
            "line1",
            "Vztek",
            "how1",
            "Centrum",
            "hours1",
            "6");
    assertTrue(doors.open(worker, taught).contains("6"));
    assertThrows(
        NotFound.class,
        () -> doors.open(worker, all + "/stay/" + family.carer() + "/new"),
        "only a child has a plan of stay");
  }

  private long version(Family family) {
    return plans.of(worker, family.file()).stream()
        .filter(one -> one.kind() == PlanKind.STAY)
        .findFirst()
        .orElseThrow()
        .version();
  }
}
