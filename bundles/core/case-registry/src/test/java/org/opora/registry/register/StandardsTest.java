package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.paging.Page;
import org.opora.api.standards.InternalRules.Kind;
import org.opora.api.standards.InternalRules.NewVersion;
import org.opora.api.standards.Standards.Mark;
import org.opora.api.standards.Standards.NewMeasure;
import org.opora.api.standards.Standards.NewRound;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.standards.application.CriteriaDesk;
import org.opora.registry.standards.application.NewCriterion;
import org.opora.registry.standards.application.RoundView;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** Rounds of self-assessment, the list of criteria and the plan of improvement. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandardsTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  @Parameter TestDatabase.Product product;
  private StandardsBench bench;
  private StandardsBench.Desks desks;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    bench = new StandardsBench(product);
    desks = bench.desks;
    director = bench.director;
    worker = bench.worker;
  }

  @AfterParameterizedClassInvocation
  void close() {
    bench.close();
  }

  private static String field(Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  private static String said(Executable act) {
    return assertThrows(Refused.class, act).text().key();
  }

  private UUID begin(LocalDate on) {
    return desks.rounds.begin(director, new NewRound("Rok", on, "celý tým"));
  }

  private static Mark mark(Integer points) {
    return new Mark(points, "slova", "doklad", List.of());
  }

  private void markAll(UUID round, int points) {
    for (String code : desks.rounds.criteria(director, round)) {
      desks.rounds.mark(director, round, code, mark(points));
    }
  }

  private void finish(UUID round, LocalDate on) {
    markAll(round, 2);
    desks.rounds.close(director, round, on, "Závěr");
  }

  /** Leaves no round open for the next test. */
  private void finishOpen() {
    desks.rounds.list(director, null, 100).items().stream()
        .filter(one -> !one.closed())
        .forEach(one -> finish(one.id(), TODAY));
  }

  private RoundView.Line line(UUID round, String code) {
    return desks.rounds.view(worker, round).lines().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private Optional<TaskLine> task(Viewer doer, UUID measure) {
    return bench.register.desk.list(director, doer.staff(), false, null, 100).items().stream()
        .filter(one -> ("/standards/measures/" + measure).equals(one.href()))
        .findFirst();
  }

  @Test
  void aRoundIsMarkedComparedAndFrozen() {
    finishOpen();
    UUID first = begin(TODAY.minusDays(20));
    assertEquals(
        List.of("xx.1", "xx.2.a", "xx.2.b", "xx.10"), desks.rounds.criteria(worker, first));
    RoundView.Line whole = line(first, "xx.1");
    assertNull(whole.letter(), "a standard without criteria is assessed as a whole");
    assertEquals(Trust.SECONDARY, whole.trust());
    assertEquals(Trust.VERIFIED, line(first, "xx.2.a").trust());
    assertEquals("refused.standards-open", said(() -> begin(TODAY)));
    assertEquals(
        "refused.standards-missing",
        said(() -> desks.rounds.close(director, first, TODAY, "Závěr")));
    assertEquals("points", field(() -> desks.rounds.mark(director, first, "xx.1", mark(4))));
    assertThrows(NotFound.class, () -> desks.rounds.mark(director, first, "xx.7", mark(1)));
    markAll(first, 1);
    desks.rounds.mark(director, first, "xx.2.b", mark(3));
    RoundView.Line seen = line(first, "xx.1");
    desks.rounds.mark(director, first, seen.id(), seen.version(), mark(2));
    assertThrows(
        Stale.class, () -> desks.rounds.mark(director, first, seen.id(), seen.version(), mark(0)));
    assertEquals(
        "on",
        field(() -> desks.rounds.close(director, first, TODAY.minusDays(21), "před začátkem")));
    desks.rounds.close(director, first, TODAY.minusDays(10), "Závěr");
    assertEquals(
        "refused.standards-closed",
        said(() -> desks.rounds.mark(director, first, "xx.1", mark(0))));
    assertEquals(
        "refused.standards-closed",
        said(() -> desks.rounds.amend(director, first, 2, "Jinak", null)));
    assertEquals("refused.standards-closed", said(() -> desks.rounds.takeOver(director, first)));
    assertEquals(
        "refused.standards-closed",
        said(() -> desks.rounds.improve(director, first, null, measure(worker, TODAY))));
    RoundView closed = desks.rounds.view(worker, first);
    assertEquals(7, closed.score().points());
    assertEquals(List.of(1, 1, 2, 0), closed.counts().stream().map(c -> c.criteria()).toList());

    UUID second = begin(TODAY.minusDays(9));
    desks.rounds.mark(director, second, "xx.1", mark(3));
    desks.rounds.mark(director, second, "xx.2.b", mark(1));
    RoundView now = desks.rounds.view(worker, second);
    assertEquals(first, now.former().id());
    assertEquals(1, line(second, "xx.1").change());
    assertEquals(-2, line(second, "xx.2.b").change());
    assertNull(line(second, "xx.10").change(), "not marked yet");
    assertEquals(2, now.score().compared());
    assertEquals(5, now.score().formerPoints());
    assertEquals(4, now.score().comparedPoints());
    assertEquals(1, now.score().better());
    assertEquals(1, now.score().worse());
    assertEquals(7, desks.rounds.view(worker, first).score().points(), "the former one stays");
  }

  @Test
  void onlyOneOfTwoRoundsBegunAtTheSameTimeIsThere() throws Exception {
    finishOpen();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Callable<Boolean> beginning =
          () -> {
            try {
              begin(TODAY);
              return true;
            } catch (Refused second) {
              return false;
            }
          };
      int begun = 0;
      for (Future<Boolean> one : pool.invokeAll(List.of(beginning, beginning))) {
        begun += one.get() ? 1 : 0;
      }
      assertEquals(1, begun);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void theCentreWordsCriteriaAndAnOpenRoundTakesThemOver() {
    finishOpen();
    UUID before = begin(TODAY);
    desks.rounds.mark(director, before, "xx.2.b", mark(1));
    UUID own = desks.criteria.add(director, criterion("xx.2", "b", TODAY, null));
    UUID added = desks.criteria.add(director, criterion("xx.10", "A", TODAY, null));
    CriteriaDesk.View view = desks.criteria.view(worker, TODAY);
    assertEquals(7, view.asked().value());
    assertEquals(3, view.listed());
    CriteriaDesk.Line worded = view.standards().get(1).criteria().get(1);
    assertEquals("Znění", worded.own().text().wording());
    assertEquals(Trust.SECONDARY, worded.trust(), "what the pack knows stays beside it");
    assertEquals("a", desks.criteria.one(worker, added).text().letter());
    assertEquals(
        List.of("xx.1", "xx.2.a", "xx.2.b", "xx.10"), desks.rounds.criteria(worker, before));

    desks.rounds.takeOver(director, before);
    assertEquals(
        List.of("xx.1", "xx.2.a", "xx.2.b", "xx.10.a"), desks.rounds.criteria(worker, before));
    assertEquals("Znění", line(before, "xx.10.a").wording().pl());
    assertNull(line(before, "xx.10.a").trust(), "the centre's own words");
    assertEquals("Vyhláška", line(before, "xx.10.a").paragraph());
    assertEquals(Trust.SECONDARY, line(before, "xx.2.b").trust(), "what has a mark stays");

    assertEquals(
        "since", field(() -> desks.criteria.add(director, criterion("xx.10", "a", TODAY, null))));
    assertEquals(
        "standard", field(() -> desks.criteria.add(director, criterion("xx.3", "a", TODAY, null))));
    assertEquals(
        "letter", field(() -> desks.criteria.add(director, criterion("xx.1", "7", TODAY, null))));
    desks.criteria.amend(director, own, 1, criterion("xx.2", "b", LONG_AGO, LONG_AGO));
    assertThrows(
        Stale.class,
        () -> desks.criteria.amend(director, own, 1, criterion("xx.2", "b", TODAY, null)));
    assertNull(desks.criteria.view(worker, TODAY).standards().get(1).criteria().get(1).own());
    assertTrue(desks.criteria.others(worker, TODAY).stream().anyMatch(one -> one.id().equals(own)));
    desks.criteria.amend(director, added, 1, criterion("xx.10", "a", LONG_AGO, LONG_AGO));
  }

  private static NewCriterion criterion(
      String standard, String letter, LocalDate since, LocalDate until) {
    return new NewCriterion(standard, letter, "Znění", "Vyhláška", since, until);
  }

  private static NewMeasure measure(Viewer doer, LocalDate due) {
    return new NewMeasure("Napsat postup", doer.staff(), due);
  }

  @Test
  void aMeasureIsATaskUntilWhoeverHasItSaysHowItWent() {
    finishOpen();
    UUID round = begin(TODAY);
    LocalDate due = TODAY.plusDays(30);
    UUID measure = desks.rounds.improve(director, round, "xx.2.a", measure(worker, due));
    TaskLine task = task(worker, measure).orElseThrow();
    assertEquals(due, task.due());
    assertTrue(task.keptThere(), "the measure says who and by when");
    assertTrue(task.title().en().contains("standard 2"), task.title().en());
    Viewer other = bench.office.colleague("key-worker");
    desks.plan.amend(director, measure, 1, measure(other, due.plusDays(1)));
    assertTrue(task(worker, measure).isEmpty());
    assertEquals(due.plusDays(1), task(other, measure).orElseThrow().due());
    assertThrows(Stale.class, () -> desks.plan.amend(director, measure, 1, measure(worker, due)));
    assertEquals(
        "doer", field(() -> desks.rounds.improve(director, round, null, measure(bench.it, due))));
    assertEquals(
        "due",
        field(
            () ->
                desks.rounds.improve(director, round, null, measure(worker, TODAY.minusDays(1)))));
    finish(round, TODAY);
    desks.plan.amend(
        director, measure, 2, new NewMeasure("Něco jiného", other.staff(), due.plusDays(2)));
    RoundView.Measure frozen = desks.plan.view(worker, measure);
    assertEquals("Napsat postup", frozen.what(), "in a closed round only who and by when moves");
    assertEquals(due.plusDays(2), frozen.due());
    assertThrows(
        NotAllowed.class, () -> desks.plan.done(worker, measure, null, TODAY, "Nebyl to můj úkol"));
    assertEquals(
        "on", field(() -> desks.plan.done(other, measure, null, TODAY.plusDays(1), "Hotovo")));
    desks.plan.done(other, measure, 3L, TODAY, "Postup platí");
    assertTrue(task(other, measure).isEmpty());
    RoundView.Measure done = desks.plan.view(worker, measure);
    assertFalse(done.open());
    assertEquals("Postup platí", done.result());
    assertEquals(
        "refused.standards-done",
        said(() -> desks.plan.done(director, measure, null, TODAY, "Znovu")));
    assertEquals(1, line(round, "xx.2.a").measures().size());
  }

  @Test
  void aMeasureWrittenDownByMistakeGoesWithItsTask() {
    finishOpen();
    UUID round = begin(TODAY);
    UUID measure = desks.rounds.improve(director, round, null, measure(worker, TODAY));
    assertNotNull(task(worker, measure).orElseThrow());
    assertEquals(1, desks.rounds.view(worker, round).whole().size());
    desks.plan.withdraw(director, measure);
    assertTrue(task(worker, measure).isEmpty());
    assertThrows(NotFound.class, () -> desks.plan.view(worker, measure));
  }

  @Test
  void aVersionOfARuleShowsACriterionAndStays() {
    finishOpen();
    UUID rule = desks.rules.add(director, Kind.RULE, "Postup", false);
    UUID version = issued(rule);
    UUID round = begin(TODAY);
    desks.rounds.mark(director, round, "xx.1", new Mark(3, null, null, List.of(version, version)));
    assertEquals(
        List.of(version),
        line(round, "xx.1").rules().stream().map(RoundView.Proof::version).toList());
    UUID next = issued(rule);
    List<UUID> offered =
        desks.rounds.offered(director, line(round, "xx.1").rules()).stream()
            .map(RoundView.Proof::version)
            .toList();
    assertEquals(version, offered.get(0), "what shows it already stays to choose");
    assertTrue(offered.contains(next));
    UUID draft = desks.rules.write(director, rule, words());
    assertEquals(
        "rules",
        field(
            () ->
                desks.rounds.mark(
                    director, round, "xx.1", new Mark(3, null, null, List.of(draft)))));
    desks.rounds.mark(director, round, "xx.1", new Mark(3, null, null, List.of(next)));
    assertEquals(
        List.of(2), line(round, "xx.1").rules().stream().map(RoundView.Proof::number).toList());
  }

  private UUID issued(UUID rule) {
    UUID version = desks.rules.write(director, rule, words());
    desks.rules.issue(director, version, List.of(), null);
    return version;
  }

  private static NewVersion words() {
    return new NewVersion("Text", null, TODAY, "Rada", TODAY);
  }

  @Test
  void whoeverOnlyReadsChangesNothingAndOthersSeeNothing() {
    finishOpen();
    UUID round = begin(TODAY);
    assertThrows(NotAllowed.class, () -> desks.rounds.mark(worker, round, "xx.1", mark(1)));
    assertThrows(
        NotAllowed.class, () -> desks.rounds.improve(worker, round, null, measure(worker, TODAY)));
    assertThrows(NotAllowed.class, () -> desks.rounds.close(worker, round, TODAY, "x"));
    assertThrows(NotAllowed.class, () -> desks.rounds.takeOver(worker, round));
    assertThrows(
        NotAllowed.class, () -> desks.rounds.begin(worker, new NewRound("Rok", TODAY, null)));
    assertThrows(
        NotAllowed.class, () -> desks.criteria.add(worker, criterion("xx.1", "a", TODAY, null)));
    assertThrows(NotAllowed.class, () -> desks.rounds.view(bench.it, round));
    assertThrows(NotAllowed.class, () -> desks.rounds.list(bench.it, null, 10));
    assertThrows(NotAllowed.class, () -> desks.criteria.view(bench.it, TODAY));
    assertThrows(NotAllowed.class, () -> desks.plan.list(bench.it, true, null, 10));
  }

  @Test
  void withoutALawNothingIsAssessed() {
    finishOpen();
    assertEquals("refused.standards-no-law", said(() -> begin(LocalDate.of(2012, 12, 31))));
    assertEquals(List.of(), desks.criteria.view(worker, LocalDate.of(2012, 12, 31)).standards());
  }

  @Test
  void whatWasOnlySkippedFollowsTheListAndWhatIsAskedNoMoreDoesNotCount() {
    finishOpen();
    UUID round = begin(TODAY);
    desks.rounds.mark(director, round, "xx.10", new Mark(null, null, null, List.of()));
    desks.rounds.mark(director, round, "xx.2.a", mark(3));
    desks.rounds.mark(director, round, "xx.2.a", new Mark(null, null, null, List.of()));
    assertNull(line(round, "xx.2.a").markedBy(), "taken back");
    desks.rounds.mark(director, round, "xx.1", mark(3));
    UUID skipped = desks.criteria.add(director, criterion("xx.10", "c", TODAY, null));
    UUID marked = desks.criteria.add(director, criterion("xx.1", "b", TODAY, null));
    try {
      desks.rounds.takeOver(director, round);
      assertEquals(
          List.of("xx.1.b", "xx.2.a", "xx.2.b", "xx.10.c", "xx.1"),
          desks.rounds.criteria(worker, round),
          "what was only skipped went, what was marked stands last");
      RoundView view = desks.rounds.view(worker, round);
      assertFalse(line(round, "xx.1").asked());
      assertEquals(4, view.score().criteria(), "a standard does not count twice");
      assertEquals(0, view.score().points());
      assertEquals(0, view.counts().stream().mapToInt(c -> c.criteria()).sum());
      for (String code : List.of("xx.1.b", "xx.2.a", "xx.2.b", "xx.10.c")) {
        desks.rounds.mark(director, round, code, mark(1));
      }
      desks.rounds.close(director, round, TODAY, "Závěr");
      assertEquals(
          4,
          desks.rounds.list(worker, null, 100).items().stream()
              .filter(one -> one.id().equals(round))
              .findFirst()
              .orElseThrow()
              .points());
    } finally {
      desks.criteria.amend(director, skipped, 1, criterion("xx.10", "c", LONG_AGO, LONG_AGO));
      desks.criteria.amend(director, marked, 1, criterion("xx.1", "b", LONG_AGO, LONG_AGO));
    }
  }

  @Test
  void aRoundSaysThatItsListIsNotTheWholeLaw() {
    finishOpen();
    UUID round = begin(TODAY);
    RoundView view = desks.rounds.view(worker, round);
    assertEquals(7, view.lawCriteria(), "as the law says");
    assertEquals(5, view.missing(), "two criteria of seven are known");
    assertEquals(
        5,
        desks.rounds.list(worker, null, 100).items().stream()
            .filter(one -> one.id().equals(round))
            .findFirst()
            .orElseThrow()
            .missing());
  }

  @Test
  void aRoundIsNotEmptiedWhileTheLawIsAway() {
    finishOpen();
    UUID round = begin(TODAY);
    List<String> before = desks.rounds.criteria(worker, round);
    desks.rounds.mark(director, round, "xx.1", mark(2));
    bench.law.there = false;
    try {
      assertEquals("refused.standards-no-law", said(() -> desks.rounds.takeOver(director, round)));
    } finally {
      bench.law.there = true;
    }
    assertEquals(before, desks.rounds.criteria(worker, round), "nothing is gone");
    bench.register.tx.run(
        em ->
            em.createQuery("DELETE FROM AssessedCriterion c WHERE c.round = :round")
                .setParameter("round", round)
                .executeUpdate());
    assertEquals(
        "refused.standards-empty",
        said(() -> desks.rounds.close(director, round, TODAY, "Prázdné")));
    desks.rounds.takeOver(director, round);
    assertEquals(before, desks.rounds.criteria(worker, round));
  }

  @Test
  void everyChangeIsInTheTrail() {
    finishOpen();
    UUID round = begin(TODAY);
    desks.rounds.mark(director, round, "xx.1", mark(1));
    assertEquals(2, bench.office.acts("round=" + round));
    UUID measure = desks.rounds.improve(director, round, null, measure(worker, TODAY));
    desks.plan.done(worker, measure, null, TODAY, "Hotovo");
    assertEquals(2, bench.office.acts("measure=" + measure));
  }

  @Test
  void listsArePagedByKeyAndQueriesDoNotGrow() {
    finishOpen();
    UUID few = begin(TODAY);
    desks.rounds.improve(director, few, "xx.1", measure(worker, TODAY));
    Statements counted = new Statements(bench.register.tx);
    StandardsBench.Desks over = bench.over(counted);
    long read = asked(counted, () -> over.rounds.view(worker, few));
    long listed = asked(counted, () -> over.rounds.list(worker, null, 2));
    long planned = asked(counted, () -> over.plan.list(worker, true, null, 1));
    for (int i = 0; i < 9; i++) {
      desks.rounds.improve(director, few, "xx.2.a", measure(worker, TODAY.plusDays(i % 3)));
    }
    markAll(few, 2);
    assertEquals(read, asked(counted, () -> over.rounds.view(worker, few)));
    assertEquals(planned, asked(counted, () -> over.plan.list(worker, true, null, 100)));
    finish(few, TODAY);
    finish(begin(TODAY), TODAY);
    finish(begin(TODAY), TODAY);
    assertEquals(listed, asked(counted, () -> over.rounds.list(worker, null, 100)));

    List<UUID> whole =
        desks.rounds.list(worker, null, 100).items().stream().map(one -> one.id()).toList();
    List<UUID> paged = new ArrayList<>();
    String after = null;
    do {
      var page = desks.rounds.list(worker, after, 2);
      page.items().forEach(one -> paged.add(one.id()));
      after = page.next();
    } while (after != null);
    assertEquals(whole, paged);

    List<UUID> plan = new ArrayList<>();
    do {
      Page<RoundView.Measure> page = desks.plan.list(worker, true, after, 3);
      page.items().forEach(one -> plan.add(one.id()));
      after = page.next();
    } while (after != null);
    List<RoundView.Measure> open = desks.plan.list(worker, true, null, 100).items();
    assertEquals(open.stream().map(RoundView.Measure::id).toList(), plan);
    assertEquals(
        open.stream().map(RoundView.Measure::due).sorted().toList(),
        open.stream().map(RoundView.Measure::due).toList());
  }

  private static long asked(Statements counted, Runnable read) {
    long before = counted.asked();
    read.run();
    return counted.asked() - before;
  }
}
