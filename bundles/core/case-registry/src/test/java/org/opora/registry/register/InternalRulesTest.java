package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.standards.InternalRules.Kind;
import org.opora.api.standards.InternalRules.NewVersion;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.standards.application.CarersDesk;
import org.opora.registry.standards.application.ReadersDesk;
import org.opora.registry.standards.application.RuleDesk;
import org.opora.registry.standards.application.RuleView;
import org.opora.registry.standards.persistence.RuleFilter;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** Versions of the centre's papers, who was handed which, and who has read it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InternalRulesTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate SOON = TODAY.plusDays(14);

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

  private UUID rule(String title) {
    return desks.rules.add(director, Kind.ETHICS, title, false);
  }

  private static NewVersion words(String text, LocalDate from) {
    return new NewVersion(text, null, from, "Správní rada", TODAY);
  }

  private UUID issued(UUID rule, LocalDate from, StaffId... readers) {
    UUID version = desks.rules.write(director, rule, words("Slova", from));
    desks.rules.issue(director, version, List.of(readers), readers.length == 0 ? null : SOON);
    return version;
  }

  private Optional<TaskLine> task(Viewer doer, UUID version) {
    return bench.register.desk.list(director, doer.staff(), false, null, 100).items().stream()
        .filter(one -> ("/rules/versions/" + version).equals(one.href()))
        .findFirst();
  }

  private ReadersDesk.Reader reader(UUID version, Viewer who) {
    return desks.readers.standing(director, version).readers().stream()
        .filter(one -> one.staff().equals(who.staff()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVersionIsWrittenIssuedReplacedAndNeverChanged() {
    UUID rule = rule("Etický kodex střediska");
    UUID first =
        desks.rules.write(director, rule, words("První\r\nřádek\u0007\u200b", TODAY.minusDays(5)));
    assertEquals("První\nřádek", desks.rules.version(director, first).text(), "plain text");
    assertThrows(NotFound.class, () -> desks.rules.version(worker, first), "not issued");
    assertThrows(NotFound.class, () -> desks.rules.view(worker, rule));
    assertEquals(
        "refused.rule-draft", said(() -> desks.rules.write(director, rule, words("x", TODAY))));
    desks.rules.amendVersion(director, first, 1, words("Druhý pokus", TODAY.minusDays(5)));
    assertThrows(
        Stale.class, () -> desks.rules.amendVersion(director, first, 1, words("Pozdě", TODAY)));
    desks.rules.issue(director, first, List.of(), null);
    assertEquals(
        "refused.rule-issued",
        said(() -> desks.rules.amendVersion(director, first, 3, words("Jinak", TODAY))));
    assertEquals("refused.rule-issued", said(() -> desks.rules.discard(director, first)));
    assertEquals("Druhý pokus", desks.rules.version(worker, first).text());
    assertEquals(
        "validFrom",
        field(() -> desks.rules.write(director, rule, words("x", TODAY.minusDays(6)))));

    UUID coming = issued(rule, TODAY.plusDays(1));
    RuleView view = desks.rules.view(worker, rule);
    assertEquals(
        List.of(RuleView.Standing.COMING, RuleView.Standing.IN_FORCE),
        view.versions().stream().map(RuleView.Line::standing).toList());
    assertEquals(2, view.versions().get(1).replacedBy());
    UUID third = desks.rules.write(director, rule, words("Třetí", TODAY.plusDays(1)));
    desks.rules.discard(director, third);
    UUID again = desks.rules.write(director, rule, words("Třetí znovu", TODAY.plusDays(1)));
    assertEquals(3, desks.rules.version(director, again).line().row().number(), "no gap");
    assertEquals(2, desks.rules.version(worker, coming).rule().versions().size(), "no drafts");
    desks.rules.discard(director, again);
  }

  @Test
  void aVersionIsHandedReadAndConfirmedByTheColleagueAlone() {
    UUID rule = rule("Kodex");
    UUID version = issued(rule, TODAY, worker.staff(), bench.it.staff());
    TaskLine task = task(worker, version).orElseThrow();
    assertEquals(SOON, task.due());
    assertTrue(task.keptThere());
    assertTrue(task.title().cs().contains("Kodex"), task.title().cs());
    assertTrue(
        bench.register.desk.list(director, bench.it.staff(), false, null, 100).items().isEmpty(),
        "who cannot open it gets no task");
    assertThrows(NotFound.class, () -> desks.rules.confirm(director, version), "not handed");
    assertThrows(NotAllowed.class, () -> desks.rules.confirm(bench.it, version));
    assertEquals(
        "refused.rule-themselves",
        said(() -> desks.readers.paper(director, reader(version, worker).id(), TODAY)));
    desks.rules.confirm(worker, version);
    desks.rules.confirm(worker, version);
    ReadersDesk.Reader read = reader(version, worker);
    assertEquals(TODAY, read.confirmedOn());
    assertNull(read.confirmedBy(), "by the colleague");
    assertTrue(task(worker, version).isEmpty());
    assertEquals(
        1,
        bench.office.acts(
            "version=" + version + ";staff=" + worker.staff() + ";reader=" + read.id()));

    ReadersDesk.Reader it = reader(version, bench.it);
    assertTrue(it.paper());
    assertEquals("on", field(() -> desks.readers.paper(director, it.id(), TODAY.plusDays(1))));
    desks.readers.paper(director, it.id(), TODAY);
    assertEquals("Mgr. Jana Testová", reader(version, bench.it).confirmedBy());
    ReadersDesk.Standing standing = desks.readers.standing(director, version);
    assertEquals(2, standing.confirmed());
    assertEquals(0, standing.open());
    assertTrue(
        standing.missing().stream().anyMatch(one -> one.id().equals(director.staff())),
        "who was not handed it");
    assertThrows(NotAllowed.class, () -> desks.readers.standing(worker, version));
  }

  @Test
  void aNewerVersionTakesThePlaceOfWhatWasNotRead() {
    UUID rule = rule("Pravidla");
    Viewer other = bench.office.colleague("key-worker");
    UUID first = issued(rule, TODAY, worker.staff(), other.staff());
    desks.rules.confirm(other, first);
    ReadersDesk.Choices choices = desks.readers.choices(director, rule);
    assertEquals(Set.of(worker.staff(), other.staff()), choices.chosen());
    UUID second = issued(rule, TODAY, worker.staff(), other.staff());
    assertTrue(task(worker, first).isEmpty());
    assertTrue(task(worker, second).isPresent());
    assertFalse(reader(first, worker).open());
    assertEquals(TODAY, reader(first, worker).endedOn());
    assertEquals(TODAY, reader(first, other).confirmedOn(), "what was read stays");
    assertEquals("refused.rule-not-asked", said(() -> desks.rules.confirm(worker, first)));
    assertTrue(reader(second, other).open());

    desks.readers.withdraw(director, reader(second, worker).id(), "Odešla");
    assertTrue(task(worker, second).isEmpty());
    assertEquals("Odešla", reader(second, worker).endedWhy());
    assertEquals(
        "readBy",
        field(
            () ->
                desks.readers.hand(director, second, List.of(worker.staff()), TODAY.minusDays(1))));
    desks.readers.hand(director, second, List.of(worker.staff(), other.staff()), SOON);
    assertTrue(reader(second, worker).open(), "handed again");
    assertTrue(task(worker, second).isPresent());
    assertEquals(
        "readers",
        field(() -> desks.readers.hand(director, second, List.of(StaffId.next()), SOON)));
  }

  @Test
  void whoHasLeftIsNotOffered() {
    Viewer gone = bench.office.colleague("key-worker");
    bench.register.room.posts.add(
        director,
        gone.staff(),
        new NewPost(
            PostCode.KEY_WORKER,
            null,
            EmploymentKind.EMPLOYMENT,
            "Středisko",
            TODAY.minusYears(1),
            TODAY.minusDays(1),
            null,
            true,
            100,
            null));
    UUID rule = rule("Pro ty, kdo tu jsou");
    assertTrue(
        desks.readers.choices(director, rule).all().stream()
            .noneMatch(one -> one.id().equals(gone.staff())));
    assertTrue(
        desks.readers.choices(director, rule).chosen().contains(worker.staff()),
        "everybody when nobody had it");
  }

  @Test
  void anEndedPaperIsReadNoMore() {
    UUID rule = rule("Starý řád");
    UUID heir = rule("Nový řád");
    UUID version = issued(rule, TODAY, worker.staff());
    assertEquals(
        "replacedBy", field(() -> desks.rules.end(director, rule, version(rule), TODAY, rule)));
    desks.rules.end(director, rule, version(rule), TODAY.plusDays(3), null);
    assertEquals(
        TODAY.plusDays(3),
        task(worker, version).orElseThrow().due(),
        "until its last day it is to be read");
    desks.rules.goOn(director, rule, version(rule));
    assertEquals(SOON, task(worker, version).orElseThrow().due());
    desks.rules.end(director, rule, version(rule), TODAY.minusDays(1), heir);
    assertTrue(task(worker, version).isEmpty());
    assertEquals(RuleView.Standing.ENDED, desks.rules.version(worker, version).line().standing());
    assertEquals("Nový řád", desks.rules.view(director, rule).replacedByTitle());
    assertEquals(
        "refused.rule-ended",
        said(() -> desks.readers.hand(director, version, List.of(worker.staff()), SOON)));
    assertTrue(titles(worker, RuleFilter.CURRENT, 100).stream().noneMatch("Starý řád"::equals));
    assertTrue(titles(worker, RuleFilter.ENDED, 100).contains("Starý řád"));
    assertThrows(Stale.class, () -> desks.rules.end(director, rule, 1, TODAY.minusDays(1), null));
  }

  @Test
  void nothingIsOwedAfterTheLastDayOfAPaper() {
    UUID rule = rule("Do konce roku");
    UUID version = issued(rule, TODAY, worker.staff());
    desks.rules.end(director, rule, version(rule), TODAY.plusDays(3), null);
    Viewer then = on(director, TODAY.plusDays(3));
    assertTrue(owes(then, version), "on its last day");
    Viewer after = on(director, TODAY.plusDays(4));
    assertFalse(owes(after, version));
    assertTrue(task(worker, version).isEmpty(), "the task goes with it");
    assertFalse(desks.rules.version(on(worker, TODAY.plusDays(4)), version).mine().open());
    assertEquals(
        "refused.rule-not-asked",
        said(() -> desks.rules.confirm(on(worker, TODAY.plusDays(4)), version)));
    assertEquals(TODAY.plusDays(3), reader(version, worker).endedOn());
  }

  private boolean owes(Viewer viewer, UUID version) {
    return desks.readers.owed(viewer, null, 100).items().stream()
        .anyMatch(one -> one.version().equals(version));
  }

  private static Viewer on(Viewer viewer, LocalDate day) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        viewer.locale(),
        viewer.zone(),
        Clock.fixed(day.atTime(12, 0).atZone(viewer.zone()).toInstant(), viewer.zone()),
        viewer.requestId());
  }

  @Test
  void whoWasAskedComesBackWithThePaperAndCanBeAskedAgain() {
    UUID rule = rule("Zrušený omylem");
    Viewer other = bench.office.colleague("key-worker");
    UUID version = issued(rule, TODAY, worker.staff(), other.staff());
    desks.readers.withdraw(director, reader(version, other).id(), "Dlouhá nepřítomnost");
    assertTrue(missing(version).contains(other.staff()), "can be asked again");
    assertFalse(missing(version).contains(worker.staff()));
    desks.rules.end(director, rule, version(rule), TODAY, null);
    assertFalse(reader(version, worker).open());
    desks.rules.goOn(director, rule, version(rule));
    assertTrue(reader(version, worker).open());
    assertTrue(task(worker, version).isPresent());
    assertEquals("Dlouhá nepřítomnost", reader(version, other).endedWhy(), "not who was taken out");
    desks.rules.confirm(worker, version);
    assertFalse(missing(version).contains(worker.staff()));
    desks.readers.hand(director, version, List.of(other.staff()), SOON);
    assertFalse(missing(version).contains(other.staff()));
  }

  private List<StaffId> missing(UUID version) {
    return desks.readers.standing(director, version).missing().stream()
        .map(one -> one.id())
        .toList();
  }

  private long version(UUID rule) {
    return desks.rules.view(director, rule).version();
  }

  private List<String> titles(Viewer viewer, RuleFilter filter, int limit) {
    List<String> all = new ArrayList<>();
    String after = null;
    do {
      Page<RuleDesk.RuleLine> page = desks.rules.list(viewer, filter, after, limit);
      page.items().forEach(one -> all.add(one.title()));
      after = page.next();
    } while (after != null);
    return all;
  }

  @Test
  void theListGoesByNameAndShowsDraftsToWritersOnly() {
    for (String title : List.of("ŽŽ Čtvrtý", "ŽŽ Cizí", "ŽŽ Ďolík", "ŽŽ Dolík")) {
      issued(rule(title), TODAY, worker.staff());
    }
    UUID draft = rule("ŽŽ Rozepsaný");
    desks.rules.write(director, draft, words("x", TODAY));
    List<String> mine =
        titles(worker, RuleFilter.ALL, 2).stream().filter(one -> one.startsWith("ŽŽ")).toList();
    assertEquals(Set.of("ŽŽ Cizí", "ŽŽ Čtvrtý", "ŽŽ Ďolík", "ŽŽ Dolík"), Set.copyOf(mine));
    assertEquals(4, mine.size(), "each once");
    assertEquals("ŽŽ Cizí", mine.get(0));
    assertEquals("ŽŽ Čtvrtý", mine.get(1));
    assertTrue(titles(director, RuleFilter.ALL, 3).contains("ŽŽ Rozepsaný"));
    assertThrows(NotAllowed.class, () -> titles(bench.it, RuleFilter.ALL, 3));
  }

  @Test
  void whatIsNotConfirmedIsListedByItsDayAndQueriesDoNotGrow() {
    UUID rule = rule("K přečtení");
    Statements counted = new Statements(bench.register.tx);
    StandardsBench.Desks over = bench.over(counted);
    UUID version = issued(rule, TODAY, worker.staff());
    long owed = asked(counted, () -> over.readers.owed(director, null, 1));
    long standing = asked(counted, () -> over.readers.standing(director, version));
    long listed = asked(counted, () -> over.rules.list(worker, RuleFilter.ALL, null, 1));
    List<StaffId> more = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      more.add(bench.office.colleague("key-worker").staff());
      issued(rule("Další " + i), TODAY, worker.staff());
    }
    desks.readers.hand(director, version, more, TODAY.plusDays(3));
    assertEquals(owed, asked(counted, () -> over.readers.owed(director, null, 100)));
    assertEquals(standing, asked(counted, () -> over.readers.standing(director, version)));
    assertEquals(listed, asked(counted, () -> over.rules.list(worker, RuleFilter.ALL, null, 100)));

    List<ReadersDesk.Owed> whole = desks.readers.owed(director, null, 100).items();
    List<UUID> paged = new ArrayList<>();
    String after = null;
    do {
      Page<ReadersDesk.Owed> page = desks.readers.owed(director, after, 3);
      page.items().forEach(one -> paged.add(one.reader().id()));
      after = page.next();
    } while (after != null);
    assertEquals(whole.stream().map(one -> one.reader().id()).toList(), paged);
    assertEquals(
        whole.stream().map(one -> one.reader().readBy()).sorted().toList(),
        whole.stream().map(one -> one.reader().readBy()).toList());
    assertThrows(NotAllowed.class, () -> desks.readers.owed(worker, null, 10));
  }

  private static long asked(Statements counted, Runnable read) {
    long before = counted.asked();
    read.run();
    return counted.asked() - before;
  }

  @Test
  void aCarerIsHandedAVersionAndTheFileTellsIt() {
    Family family = bench.register.family(director, worker, "Předaná");
    Viewer foreign = bench.office.colleague("key-worker");
    UUID rule = desks.rules.add(director, Kind.LEAFLET, "Informace pro pěstouny", true);
    UUID version = issued(rule, TODAY);
    UUID internal = issued(rule("Jen pro tým"), TODAY);
    assertTrue(desks.carers.offered(worker).stream().noneMatch(one -> one.id().equals(internal)));
    UUID handed = desks.carers.hand(worker, family.file(), family.carer(), version, TODAY);
    List<CarersDesk.Handed> list = desks.carers.of(worker, family.file());
    assertEquals(List.of(handed), list.stream().map(CarersDesk.Handed::id).toList());
    assertEquals("Marie Předaná", list.get(0).name());
    assertEquals(1, list.get(0).number());
    assertTrue(story(family).contains("Osobě pečující byl předán dokument střediska"));
    assertTrue(
        bench.register.own.export(Set.of(family.carer())).stream()
            .anyMatch(
                fact ->
                    fact.label()
                            .equals(Refusals.text("rule.carer.fact", "Informace pro pěstouny", 1))
                        && fact.value().equals(TODAY.toString())),
        "their own extract names it");
    assertEquals(
        "rule",
        field(() -> desks.carers.hand(worker, family.file(), family.carer(), internal, TODAY)));
    assertEquals(
        "person",
        field(() -> desks.carers.hand(worker, family.file(), family.child(), version, TODAY)));
    assertEquals(
        "on",
        field(
            () ->
                desks.carers.hand(
                    worker, family.file(), family.carer(), version, TODAY.plusDays(1))));
    assertThrows(NotFound.class, () -> desks.carers.of(foreign, family.file()));
    assertThrows(
        NotFound.class,
        () -> desks.carers.hand(foreign, family.file(), family.carer(), version, TODAY));
    assertThrows(
        NotFound.class, () -> desks.carers.strikeOut(foreign, family.file(), handed, "Omyl"));
    Family another = bench.register.family(director, worker, "Jiná");
    assertThrows(
        NotFound.class, () -> desks.carers.strikeOut(worker, another.file(), handed, "Omyl"));

    wall(worker, family.carer());
    assertEquals(List.of(), desks.carers.of(worker, family.file()), "nobody behind a wall");
    assertEquals(1, desks.carers.of(director, family.file()).size());
    assertEquals(
        "rule",
        field(() -> desks.carers.hand(director, family.file(), family.carer(), version, TODAY)),
        "not twice");
    assertEquals("why", field(() -> desks.carers.strikeOut(director, family.file(), handed, " ")));
    desks.carers.strikeOut(director, family.file(), handed, "Jiná osoba");
    CarersDesk.Handed struck = desks.carers.one(director, family.file(), handed);
    assertEquals(TODAY, struck.voidOn());
    assertEquals("Jiná osoba", struck.voidWhy());
    assertEquals(
        "refused.rule-carer-void",
        said(() -> desks.carers.strikeOut(director, family.file(), handed, "Znovu")));
    assertTrue(
        bench.register.own.export(Set.of(family.carer())).stream()
            .noneMatch(fact -> "rule.carer.fact".equals(fact.label().key())));
    assertNotEquals(
        handed,
        desks.carers.hand(director, family.file(), family.carer(), version, TODAY),
        "once more after that");
    UUID again =
        desks.carers.of(director, family.file()).stream()
            .filter(one -> one.voidOn() == null)
            .findFirst()
            .orElseThrow()
            .id();
    desks.carers.strikeOut(director, family.file(), again, "Omyl");
    assertFalse(story(family).contains("Osobě pečující byl předán dokument střediska"));
  }

  @Test
  void aNewerVersionEndsTheOlderAlsoForThoseToWhomItIsNotHanded() {
    UUID rule = rule("Jen pro jednu");
    Viewer other = bench.office.colleague("key-worker");
    UUID first = issued(rule, TODAY, worker.staff());
    UUID second = issued(rule, TODAY, other.staff());
    assertTrue(task(worker, first).isEmpty());
    assertEquals("refused.rule-not-asked", said(() -> desks.rules.confirm(worker, first)));
    assertTrue(missing(second).contains(worker.staff()), "the page says whom nobody asks");
    assertTrue(task(other, second).isPresent());
  }

  @Test
  void whatWasIssuedKeepsItsName() {
    Family family = bench.register.family(director, worker, "Pojmenovaná");
    UUID rule = desks.rules.add(director, Kind.ETHICS, "Etický kodex 2026", true);
    UUID version = issued(rule, TODAY, worker.staff());
    desks.carers.hand(worker, family.file(), family.carer(), version, TODAY);
    desks.rules.amend(
        director, rule, version(rule), Kind.RULE, "Pravidla pro práci s adresami", true);
    assertEquals("Etický kodex 2026", desks.rules.version(worker, version).title());
    assertEquals(Kind.ETHICS, desks.rules.version(worker, version).kind());
    assertEquals(
        "Etický kodex 2026", desks.readers.one(director, reader(version, worker).id()).title());
    assertEquals("Etický kodex 2026", desks.carers.of(worker, family.file()).get(0).title());
    UUID next = desks.rules.write(director, rule, words("Nová", TODAY));
    assertEquals("Pravidla pro práci s adresami", desks.rules.version(director, next).title());
    desks.rules.issue(director, next, List.of(), null);
    assertEquals(Kind.RULE, desks.rules.version(worker, next).kind());
  }

  @Test
  void whatWasHandedOverEarlierIsTheVersionOfThatDay() {
    Family family = bench.register.family(director, worker, "Dřívější předání");
    UUID rule = desks.rules.add(director, Kind.LEAFLET, "Leták o službě", true);
    UUID first = issued(rule, TODAY.minusDays(40));
    UUID second = issued(rule, TODAY.minusDays(10));
    LocalDate then = TODAY.minusDays(20);
    assertTrue(desks.carers.offered(worker).stream().anyMatch(one -> one.id().equals(first)));
    assertEquals(
        "refused.rule-not-that-day",
        said(() -> desks.carers.hand(worker, family.file(), family.carer(), second, then)));
    assertEquals(
        "on",
        field(
            () ->
                desks.carers.hand(
                    worker, family.file(), family.carer(), first, TODAY.minusDays(41))));
    desks.carers.hand(worker, family.file(), family.carer(), first, then);
    desks.carers.hand(worker, family.file(), family.carer(), second, TODAY.minusDays(10));
    assertEquals(
        List.of(2, 1),
        desks.carers.of(worker, family.file()).stream().map(CarersDesk.Handed::number).toList());
  }

  private void wall(Viewer viewer, PersonId person) {
    bench
        .register
        .access
        .walls()
        .raise(director, viewer.staff(), Subject.of(person), Walls.Ground.CONFLICT_OF_INTEREST);
  }

  private List<String> story(Family family) {
    return bench.register.timeline.of(director, family.file(), null, 50).items().stream()
        .map(Timeline.Entry::title)
        .map(title -> title.cs())
        .toList();
  }

  @Test
  void onlyWhoeverWritesRulesChangesAnything() {
    UUID rule = rule("Zavřený");
    UUID version = issued(rule, TODAY, worker.staff());
    UUID reader = reader(version, worker).id();
    List<Executable> acts =
        List.of(
            () -> desks.rules.add(worker, Kind.RULE, "x", false),
            () -> desks.rules.amend(worker, rule, 1, Kind.RULE, "x", false),
            () -> desks.rules.end(worker, rule, 1, TODAY, null),
            () -> desks.rules.goOn(worker, rule, 1),
            () -> desks.rules.write(worker, rule, words("x", TODAY)),
            () -> desks.rules.amendVersion(worker, version, 1, words("x", TODAY)),
            () -> desks.rules.discard(worker, version),
            () -> desks.rules.issue(worker, version, List.of(), null),
            () -> desks.readers.hand(worker, version, List.of(worker.staff()), SOON),
            () -> desks.readers.paper(worker, reader, TODAY),
            () -> desks.readers.withdraw(worker, reader, "x"),
            () -> desks.readers.one(worker, reader),
            () -> desks.readers.choices(worker, rule),
            () -> desks.rules.version(bench.it, version),
            () -> desks.rules.view(bench.it, rule),
            () -> desks.carers.offered(bench.it));
    acts.forEach(act -> assertThrows(NotAllowed.class, act));
  }
}
