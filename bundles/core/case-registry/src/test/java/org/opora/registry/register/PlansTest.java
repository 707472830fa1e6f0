package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
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

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new CaseRooms(register);
    plans = rooms.plans;
    director = register.viewer("director");
    worker = register.viewer("key-worker");
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
    return register.desk.ofFile(worker, family.file(), List.of(), false, null, 20).items().stream()
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
    doors.open(worker, stay);
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
