package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.aims.application.AimsDesk.NewGoal;
import org.opora.registry.aims.application.AimsDesk.NewReview;
import org.opora.registry.aims.application.AimsDesk.NewStep;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.aims.domain.Whose;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/**
 * What an agreed aim is made of: goals, steps, what is disagreed, and why it is best for a child.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AimGoalsTest {
  private static final LocalDate REVIEW = TODAY.plusMonths(3);
  private static final NewGoal SCHOOL =
      new NewGoal("Chodí do školy.", "Docházka nad 90 %", YearMonth.of(2027, 3));
  private static final NewGoal SLEEP = new NewGoal("Spí ve svém.", null, null);
  private static final NewStep MINE =
      new NewStep(Whose.CENTRE, "Zavolám do školy.", TODAY.plusDays(7));
  private static final NewStep YOURS =
      new NewStep(Whose.FAMILY, "Budík na sedm.", TODAY.plusDays(14));
  private static final NewStep OURS = new NewStep(Whose.BOTH, "Sejdeme se s učitelkou.", null);

  @Parameter TestDatabase.Product product;
  private Register register;
  private CaseRooms rooms;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new CaseRooms(register);
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

  private Family family(String name) {
    return register.family(director, worker, name);
  }

  private static NewAim aim(
      List<NewGoal> goals, List<NewStep> steps, Map<PersonId, String> whyBest) {
    return new NewAim(
        TODAY,
        "Aby ráno nebyl křik.",
        null,
        REVIEW,
        goals,
        steps,
        "Máma nechce odklad školy.",
        "Bojí se, že to nezvládne.",
        whyBest);
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

  private AimView read(Family family, UUID aim) {
    return rooms.aims.find(worker, family.file(), aim);
  }

  @Test
  void anAimSaysWhatIsReachedByWhomAndWhy() {
    Family family = family("Cílevědomá");
    UUID id =
        rooms.aims.agree(
            worker,
            family.file(),
            aim(
                List.of(SCHOOL, SLEEP),
                List.of(MINE, YOURS, OURS),
                Map.of(family.child(), "Klid ráno potřebuje nejvíc.")));
    AimView.Wording now = read(family, id).now();
    assertEquals(1, now.number());
    assertEquals("Máma nechce odklad školy.", now.disagreed());
    assertEquals("Bojí se, že to nezvládne.", now.adultView());
    assertEquals(
        List.of(SCHOOL, SLEEP),
        now.goals().stream()
            .map(one -> new NewGoal(one.words(), one.measure(), one.target()))
            .toList());
    assertEquals(List.of("Zavolám do školy."), words(now.stepsOf(Whose.CENTRE)));
    assertEquals(List.of("Budík na sedm."), words(now.stepsOf(Whose.FAMILY)));
    assertEquals(List.of("Sejdeme se s učitelkou."), words(now.stepsOf(Whose.BOTH)));
    assertEquals("Klid ráno potřebuje nejvíc.", now.whyFor(family.child()));
    assertEquals(
        List.of(TODAY.plusDays(7), TODAY.plusDays(14), REVIEW),
        due(family),
        "a step with a day is a task, one without is none");
  }

  private static List<String> words(List<AimView.Step> steps) {
    return steps.stream().map(AimView.Step::words).toList();
  }

  @Test
  void whatIsMissingOrTooMuchIsSaidBesideTheField() {
    Family family = family("Přehnaná");
    assertEquals(
        "goal6",
        field(
            () ->
                rooms.aims.agree(
                    worker,
                    family.file(),
                    aim(Collections.nCopies(6, SLEEP), List.of(), Map.of()))));
    assertEquals(
        "step13",
        field(
            () ->
                rooms.aims.agree(
                    worker,
                    family.file(),
                    aim(List.of(), Collections.nCopies(13, OURS), Map.of()))));
    NewGoal empty = new NewGoal(" ", null, null);
    NewGoal onlyMeasure = new NewGoal(null, "Docházka", null);
    assertEquals(
        "goal2",
        field(
            () ->
                rooms.aims.agree(
                    worker, family.file(), aim(List.of(empty, onlyMeasure), List.of(), Map.of()))));
    assertEquals(
        "whose1",
        field(
            () ->
                rooms.aims.agree(
                    worker,
                    family.file(),
                    aim(List.of(), List.of(new NewStep(null, "Zavolat.", null)), Map.of()))));
    assertEquals(
        "due1",
        field(
            () ->
                rooms.aims.agree(
                    worker,
                    family.file(),
                    aim(
                        List.of(),
                        List.of(new NewStep(Whose.BOTH, "Zavolat.", TODAY.minusDays(1))),
                        Map.of()))));
    Family other = family("Cizí");
    assertThrows(
        NotFound.class,
        () ->
            rooms.aims.agree(
                worker, family.file(), aim(List.of(), List.of(), Map.of(other.child(), "Proto."))));
    assertEquals(List.of(), rooms.aims.of(worker, family.file()));
  }

  @Test
  void howItReadBeforeStays() {
    Family family = family("Proměnlivá");
    UUID id =
        rooms.aims.agree(
            worker,
            family.file(),
            aim(
                List.of(SCHOOL, SLEEP),
                List.of(MINE, YOURS),
                Map.of(family.child(), "Potřebuje klid.")));
    AimView before = read(family, id);
    UUID school = before.now().goals().get(0).id();
    UUID mine = before.now().steps().get(0).id();
    rooms.aims.take(worker, family.file(), id, mine, true);
    long version = read(family, id).version();
    rooms.aims.amend(
        worker,
        family.file(),
        id,
        version,
        aim(
            List.of(SCHOOL, SLEEP),
            List.of(MINE, YOURS),
            Map.of(family.child(), "Potřebuje klid.")));
    assertEquals(List.of(), rooms.aims.former(worker, family.file(), id), "nothing has changed");
    NewGoal reads = new NewGoal("Čte si sama.", null, null);
    rooms.aims.amend(
        worker,
        family.file(),
        id,
        version,
        aim(List.of(SCHOOL, reads), List.of(MINE), Map.of(family.child(), "Potřebuje řád.")));
    AimView.Wording now = read(family, id).now();
    assertEquals(2, now.number());
    assertEquals(school, now.goals().get(0).id(), "a goal that reads as before is the same goal");
    assertEquals("Čte si sama.", now.goals().get(1).words());
    assertEquals(List.of(mine), now.steps().stream().map(AimView.Step::id).toList());
    assertEquals(TODAY, now.steps().get(0).doneOn(), "and a step that is taken stays taken");
    assertEquals("Potřebuje řád.", now.whyFor(family.child()));
    assertEquals(List.of(REVIEW), due(family), "nobody asks for the dropped step");
    List<AimView.Former> former = rooms.aims.former(worker, family.file(), id);
    assertEquals(1, former.size());
    AimView.Wording first = former.get(0).wording();
    assertEquals(1, first.number());
    assertEquals(
        List.of("Chodí do školy.", "Spí ve svém."),
        first.goals().stream().map(AimView.Goal::words).toList());
    assertEquals(List.of("Zavolám do školy.", "Budík na sedm."), words(first.steps()));
    assertEquals("Potřebuje klid.", first.whyFor(family.child()));
    assertThrows(NotFound.class, () -> rooms.aims.former(worker, family("Vedlejší").file(), id));
  }

  @Test
  void aStepIsTakenByTheRecordAndNotByHand() {
    Family family = family("Kroková");
    UUID id =
        rooms.aims.agree(worker, family.file(), aim(List.of(), List.of(MINE, OURS), Map.of()));
    UUID mine = read(family, id).now().steps().get(0).id();
    rooms.aims.take(worker, family.file(), id, mine, true);
    rooms.aims.take(worker, family.file(), id, mine, true);
    assertEquals(TODAY, read(family, id).now().steps().get(0).doneOn());
    assertEquals(List.of(REVIEW), due(family));
    rooms.aims.take(worker, family.file(), id, mine, false);
    assertNull(read(family, id).now().steps().get(0).doneOn());
    assertEquals(List.of(TODAY.plusDays(7), REVIEW), due(family));
    UUID other = rooms.aims.agree(worker, family.file(), aim(List.of(), List.of(), Map.of()));
    assertThrows(NotFound.class, () -> rooms.aims.take(worker, family.file(), other, mine, true));
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> rooms.aims.take(stranger, family.file(), id, mine, true));
  }

  @Test
  void everyGoalIsLookedAtInAReview() {
    Family family = family("Hodnotící");
    UUID id =
        rooms.aims.agree(
            worker, family.file(), aim(List.of(SCHOOL, SLEEP), List.of(YOURS), Map.of()));
    AimView agreed = read(family, id);
    UUID school = agreed.now().goals().get(0).id();
    UUID sleep = agreed.now().goals().get(1).id();
    register.house.clock().set(REVIEW);
    assertEquals(
        "goal-" + sleep,
        field(
            () ->
                rooms.aims.review(
                    worker,
                    family.file(),
                    id,
                    agreed.version(),
                    new NewReview(
                        REVIEW,
                        AimResult.PARTLY,
                        "Ráno je klid.",
                        REVIEW.plusMonths(3),
                        Map.of(school, AimResult.MET)))));
    rooms.aims.review(
        worker,
        family.file(),
        id,
        agreed.version(),
        new NewReview(
            REVIEW,
            AimResult.PARTLY,
            "Ráno je klid.",
            REVIEW.plusMonths(3),
            Map.of(school, AimResult.MET, sleep, AimResult.NOT_MET)));
    AimView looked = read(family, id);
    assertEquals(AimResult.MET, looked.lastResult(school));
    assertEquals(AimResult.NOT_MET, looked.lastResult(sleep));
    // What was said of a goal stays said of it, also when the goal is put otherwise later.
    rooms.aims.amend(
        worker,
        family.file(),
        id,
        looked.version(),
        new NewAim(
            TODAY,
            "Aby ráno nebyl křik.",
            null,
            REVIEW.plusMonths(3),
            List.of(SCHOOL),
            List.of(YOURS),
            null,
            null,
            Map.of()));
    assertEquals(
        List.of("Chodí do školy.", "Spí ve svém."),
        read(family, id).reviews().get(0).goals().stream()
            .map(AimView.GoalResult::words)
            .sorted()
            .toList());
    LocalDate last = REVIEW.plusMonths(3);
    register.house.clock().set(last);
    rooms.aims.review(
        worker,
        family.file(),
        id,
        read(family, id).version(),
        new NewReview(last, AimResult.MET, "Hotovo.", null, Map.of(school, AimResult.EXCEEDED)));
    assertEquals(AimResult.EXCEEDED, read(family, id).lastResult(school));
    assertEquals(List.of(), due(family), "nobody asks for a step of an aim that has ended");
  }

  @Test
  void behindAWallNothingIsSaidOfAChildAndNothingIsLost() {
    Family family = family("Zazděná");
    PersonId sister = register.person(director, "Ivana", "Zazděná", LocalDate.of(2016, 1, 1));
    register.placements.place(director, family.file(), sister, TODAY.minusDays(9), null);
    UUID id =
        rooms.aims.agree(
            worker,
            family.file(),
            aim(
                List.of(),
                List.of(),
                Map.of(family.child(), "Pro ni klid.", sister, "Pro sestru taky.")));
    for (Subject walled :
        List.of(Subject.of(sister), Subject.of(register.files.childFile(sister)))) {
      Viewer kept = register.viewer("director");
      register.access.walls().raise(director, kept.staff(), walled, Walls.Ground.SEAL);
      AimView seen = rooms.aims.find(kept, family.file(), id);
      assertTrue(seen.now().whyFor(family.child()).startsWith("Pro ni"));
      assertNull(seen.now().whyFor(sister));
      assertThrows(
          NotFound.class,
          () ->
              rooms.aims.amend(
                  kept,
                  family.file(),
                  id,
                  seen.version(),
                  aim(List.of(), List.of(), Map.of(sister, "Přepsáno."))));
      rooms.aims.amend(
          kept,
          family.file(),
          id,
          seen.version(),
          aim(List.of(), List.of(), Map.of(family.child(), "Pro ni řád " + seen.version())));
    }
    AimView.Wording now = read(family, id).now();
    assertEquals(3, now.number());
    assertEquals("Pro sestru taky.", now.whyFor(sister), "whoever does not see it keeps it");
    assertTrue(now.whyFor(family.child()).startsWith("Pro ni řád"));
    assertEquals(
        "Pro sestru taky.",
        rooms.aims.former(worker, family.file(), id).get(1).wording().whyFor(sister));
  }
}
