package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.faults.NotAllowed;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.overrides.Overrides.NewOverride;
import org.opora.api.overrides.Overrides.Rule;
import org.opora.api.overrides.Reason;
import org.opora.api.paging.Page;
import org.opora.api.text.Title;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.kin.contributions.DemoKin;
import org.opora.registry.overrides.application.OverrideDesk;
import org.opora.registry.overrides.application.OverrideLine;
import org.opora.registry.overrides.application.RuleMonths;
import org.opora.registry.overrides.persistence.Wanted;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Rules that somebody went on against: told, counted, read, withdrawn, forgotten. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverridesTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final Because WHY = new Because(Reason.NO_OTHER_WAY, "spěchalo to");
  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private static Rule rule(String name) {
    return new Rule(
        "case-registry.test." + name, new Title("Pravidlo " + name, "Zasada", "Rule " + name));
  }

  private UUID told(Rule rule, Subject subject, CaseFileId file, LocalDate day, PersonId... whom) {
    UUID source = Ids.next();
    put(worker, source, rule, subject, file, day, WHY, whom);
    return source;
  }

  private void put(
      Viewer viewer,
      UUID source,
      Rule rule,
      Subject subject,
      CaseFileId file,
      LocalDate day,
      Because because,
      PersonId... whom) {
    register.overrides.put(
        viewer,
        new NewOverride(
            "case-registry", source, rule, subject, file, Set.of(whom), day, because, "/people"));
  }

  /** Every page, two rows each, so that every list goes over several. */
  private List<OverrideLine> list(Viewer viewer, Wanted wanted) {
    List<OverrideLine> all = new ArrayList<>();
    String after = null;
    do {
      Page<OverrideLine> page = register.overrideDesk.list(viewer, wanted, after, 2);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  private List<OverrideLine> list(Viewer viewer, Rule rule) {
    return list(viewer, new Wanted(rule.id(), null));
  }

  private int counted(Viewer viewer, Rule rule) {
    return register.overrideDesk.months(viewer).rules().stream()
        .filter(row -> row.rule().equals(rule.id()))
        .mapToInt(RuleMonths.Row::sum)
        .sum();
  }

  /** Nobody counts what they do not read, and reads what is not counted. */
  private void seen(int expected, Viewer viewer, Rule rule) {
    assertEquals(expected, list(viewer, rule).size(), "read");
    assertEquals(expected, counted(viewer, rule), "counted");
  }

  @Test
  void theyAreCountedByRuleAndMonthAndReadTheNewestFirst() {
    Family family = register.family(director, worker, "Počítaná");
    Rule often = rule("often");
    Rule seldom = rule("seldom");
    Subject about = Subject.of(family.file());
    for (LocalDate day :
        List.of(
            TODAY,
            TODAY.withDayOfMonth(1),
            TODAY.withDayOfMonth(1),
            TODAY.minusMonths(1),
            TODAY.minusMonths(11).withDayOfMonth(1),
            TODAY.minusMonths(12))) {
      told(often, about, null, day);
    }
    told(seldom, about, null, TODAY.minusMonths(1));
    RuleMonths table = register.overrideDesk.months(director);
    assertEquals(12, table.months().size());
    assertEquals(YearMonth.of(2025, 12), table.months().get(0));
    assertEquals(YearMonth.of(2026, 11), table.months().get(11));
    RuleMonths.Row row = row(table, often);
    assertEquals("Pravidlo often", row.title());
    assertEquals(
        List.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3),
        row.cells().stream().map(RuleMonths.Cell::count).toList());
    assertEquals(5, row.sum(), "what is older is not in the table");
    assertEquals(1, row(table, seldom).sum());
    assertTrue(
        table.rules().indexOf(row) < table.rules().indexOf(row(table, seldom)), "often first");
    assertEquals(table.sum(), table.sums().stream().mapToInt(RuleMonths.Cell::count).sum());
    assertEquals(table.sum(), table.rules().stream().mapToInt(RuleMonths.Row::sum).sum());

    List<OverrideLine> lines = list(director, often);
    assertEquals(6, lines.size());
    assertEquals(
        lines.stream().map(OverrideLine::on).sorted((a, b) -> b.compareTo(a)).toList(),
        lines.stream().map(OverrideLine::on).toList());
    assertEquals(6, lines.stream().map(OverrideLine::id).distinct().count());
    OverrideLine first = lines.get(0);
    assertEquals("Mgr. Jana Testová", first.author());
    assertEquals("Počítaná", first.file().familyName());
    assertEquals("jinak to nešlo", first.reason());
    assertEquals("spěchalo to", first.words());
    assertEquals("/people", first.href());
    assertEquals(
        3, list(director, new Wanted(often.id(), YearMonth.of(2026, 11))).size(), "one cell");
    assertEquals(
        Set.of(often.title().cs(), seldom.title().cs()),
        Set.copyOf(
            list(director, new Wanted(null, YearMonth.of(2026, 10))).stream()
                .map(OverrideLine::rule)
                .filter(title -> title.equals("Pravidlo often") || title.equals("Pravidlo seldom"))
                .toList()));
    assertEquals(1, list(director, new Wanted(often.id(), YearMonth.of(2025, 11))).size());
    assertEquals(List.of(), list(director, new Wanted("case-registry.none", null)));
  }

  private static RuleMonths.Row row(RuleMonths table, Rule rule) {
    return table.rules().stream()
        .filter(row -> row.rule().equals(rule.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyWhoHasTheRightReadsAndCounts() {
    assertThrows(NotAllowed.class, () -> register.overrideDesk.months(worker));
    assertThrows(NotAllowed.class, () -> register.overrideDesk.list(worker, Wanted.ALL, null, 10));
  }

  @Test
  void aWallClosesListAndCountsAlike() {
    Rule rule = rule("walls");
    Viewer second = register.viewer("director");
    Family family = register.family(director, worker, "Zděná");
    Family other = register.family(director, worker, "Sousední");
    PersonId aunt = register.person(director, "Iva", "Zděná", null);
    ChildFileId childFile = register.files.childFile(other.child());
    told(rule, Subject.of(family.file()), null, TODAY);
    told(rule, Subject.of(family.carer()), family.file(), TODAY);
    told(rule, Subject.of(other.carer()), null, TODAY, aunt);
    told(rule, Subject.of(childFile), other.file(), TODAY);
    seen(4, second, rule);
    wall(second, Subject.of(family.file()));
    seen(2, second, rule);
    PersonId alias = register.person(director, "Iva", "Zdena", null);
    register.same.declare(director, alias, aunt);
    wall(second, Subject.of(alias));
    seen(1, second, rule);
    wall(second, Subject.of(other.child()));
    seen(0, second, rule);
    seen(4, director, rule);
  }

  private void wall(Viewer against, Subject subject) {
    register.access.walls().raise(director, against.staff(), subject, Ground.CONFLICT_OF_INTEREST);
  }

  @Test
  void whoeverMayReadTheirOwnReadsWhatConcernsNobodyElse() {
    Rule rule = rule("own");
    Viewer leader = reaching(register.viewer("key-worker"), Reach.OWN);
    Family family = register.family(director, null, "Vlastní");
    Family foreign = register.family(director, null, "Cizí");
    told(rule, Subject.of(family.file()), null, TODAY);
    told(rule, Subject.of(family.child()), family.file(), TODAY);
    told(rule, Subject.of(family.child()), family.file(), TODAY, foreign.carer());
    told(rule, Subject.of(foreign.file()), null, TODAY);
    seen(0, leader, rule);
    register.files.assign(director, family.file(), leader.staff(), null, TODAY);
    seen(2, leader, rule);
    // Related twice is not counted twice.
    register
        .access
        .relations()
        .grant(
            leader.staff(),
            Subject.of(family.child()),
            RelationKind.FACILITATOR,
            TODAY,
            TODAY.plusDays(5),
            "test");
    seen(2, leader, rule);
    // What is open for an hour is read for that hour, also where nobody has closed it.
    Subject carer = Subject.of(foreign.carer());
    Instant hour = leader.now().plusSeconds(3600);
    register
        .access
        .relations()
        .lend(leader.staff(), carer, RelationKind.EMERGENCY, TODAY, null, hour, "test");
    seen(3, leader, rule);
    register
        .access
        .relations()
        .lend(leader.staff(), carer, RelationKind.EMERGENCY, TODAY, null, leader.now(), "test");
    seen(2, leader, rule);
    assertThrows(
        NotAllowed.class, () -> register.overrideDesk.months(reaching(leader, Reach.NONE)));
    seen(4, director, rule);
  }

  private static Viewer reaching(Viewer viewer, Reach reach) {
    Map<String, Reach> grants = new HashMap<>(viewer.grants());
    grants.put(Overrides.READ, reach);
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        grants,
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @Test
  void aReasonPutBetterIsTheSameEntryAndOneTakenBackIsNone() {
    Rule rule = rule("again");
    Rule second = rule("again-too");
    Family family = register.family(director, worker, "Opakovaná");
    Subject about = Subject.of(family.file());
    UUID source = told(rule, about, null, TODAY.minusMonths(1));
    put(
        director,
        source,
        rule,
        about,
        null,
        TODAY,
        new Because(Reason.OTHER, "matka je v zahraničí a otec neznámý"));
    OverrideLine line = list(director, rule).get(0);
    assertEquals(TODAY.minusMonths(1), line.on(), "it counts where it counted");
    assertEquals("jiný důvod", line.reason());
    assertEquals("matka je v zahraničí a otec neznámý", line.words());
    seen(1, director, rule);
    put(worker, source, second, about, null, TODAY, WHY);
    seen(1, director, second);
    UUID staying = told(rule, about, null, TODAY);
    // Taken back and told anew in one transaction.
    register.tx.run(
        em -> {
          register.overrides.withdraw("case-registry", source);
          put(worker, source, second, about, null, TODAY, WHY);
        });
    seen(1, director, rule);
    seen(1, director, second);
    register.overrides.withdraw("case-registry", source);
    register.overrides.withdraw("case-registry", source);
    register.overrides.withdraw("another-module", staying);
    seen(1, director, rule);
    seen(0, director, second);
  }

  @Test
  void itIsThereExactlyWhenTheRecordIs() {
    Rule rule = rule("undone");
    Family family = register.family(director, worker, "Vrácená");
    assertThrows(
        IllegalStateException.class,
        () ->
            register.tx.run(
                em -> {
                  told(rule, Subject.of(family.file()), null, TODAY);
                  throw new IllegalStateException("the record was not written after all");
                }));
    seen(0, director, rule);
  }

  @Test
  void whatCannotBeIsRefused() {
    Rule rule = rule("wrong");
    Family family = register.family(director, worker, "Mylná");
    Subject about = Subject.of(family.file());
    for (Because lacking :
        List.of(
            new Because(null, "bez důvodu"),
            new Because(Reason.CHILD_INTEREST, "  "),
            new Because(Reason.OTHER, "krátce"),
            new Because(Reason.WRONG_DATA, "x".repeat(Because.MOST + 1)))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> put(worker, Ids.next(), rule, about, null, TODAY, lacking));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> told(rule, Subject.of(CaseFileId.next()), null, TODAY));
    assertThrows(
        IllegalArgumentException.class,
        () -> told(rule, Subject.of(new ChildFileId(Ids.next())), null, TODAY));
    assertThrows(
        IllegalArgumentException.class, () -> new Rule("Kin/Younger", new Title("a", "b", "c")));
    seen(0, director, rule);
  }

  @Test
  void theWordsLieSealed() {
    Rule rule = rule("sealed");
    Family family = register.family(director, worker, "Zapečetěná");
    told(rule, Subject.of(family.child()), family.file(), TODAY);
    byte[] words =
        register.tx.read(
            em ->
                em.createQuery(
                        "SELECT o.words FROM RuleOverride o WHERE o.rule = :rule", byte[].class)
                    .setParameter("rule", rule.id())
                    .getSingleResult());
    assertFalse(new String(words, StandardCharsets.UTF_8).contains("spěchalo"));
  }

  @Test
  void whoIsErasedIsNamedNoMoreAndTheRuleStaysCounted() {
    Rule rule = rule("erased");
    Family family = register.family(director, worker, "Zapomenutá");
    PersonId aunt = register.person(director, "Iva", "Zapomenutá", null);
    long before = register.own.count(Set.of(aunt));
    told(rule, Subject.of(family.child()), family.file(), TODAY, aunt);
    told(rule, Subject.of(family.carer()), family.file(), TODAY);
    assertEquals(before + 1, register.own.count(Set.of(aunt)));
    assertEquals(
        List.of("/people"),
        register.own.review(Set.of(aunt)).stream()
            .filter(one -> one.label().key().equals("field.override"))
            .map(one -> one.href())
            .toList());
    register.own.erase(Set.of(aunt));
    seen(2, director, rule);
    List<OverrideLine> lines = list(director, rule);
    assertEquals(
        1, lines.stream().filter(line -> line.words() == null).count(), "the words may name her");
    assertEquals(before, register.own.count(Set.of(aunt)));
    assertTrue(
        register.own.review(Set.of(aunt)).stream()
            .noneMatch(one -> one.label().key().equals("field.override")));
  }

  @Test
  void aMergeOfTwoEntriesMovesAndDoublesNothing() {
    Rule rule = rule("merged");
    PersonId one = register.person(director, "Ema", "Slitá", LocalDate.of(2018, 1, 1));
    PersonId two = register.person(director, "Ema", "Slita", LocalDate.of(2018, 1, 1));
    told(rule, Subject.of(one), null, TODAY);
    told(rule, Subject.of(two), null, TODAY, one);
    register.same.declare(director, two, one);
    seen(2, director, rule);
    assertEquals(
        2,
        register.own.review(Set.of(one, two)).stream()
            .filter(entry -> entry.label().key().equals("field.override"))
            .count(),
        "each of them once");
    register.same.undo(director, two);
    seen(2, director, rule);
    assertNull(list(director, rule).get(0).file());
  }

  @Test
  void theDemonstrationShowsOne() {
    Family family = register.family(director, worker, "Ukázková");
    new DemoKin(register.kin)
        .write(
            new DemoCast(
                director,
                List.of(worker),
                register.facts.inForce(director, CaseFiles.READ, TODAY, family.file())));
    assertEquals(
        List.of("Dítě má nejvýš dva vlastní rodiče"),
        list(director, Wanted.ALL).stream()
            .filter(line -> line.file() != null && line.file().id().equals(family.file()))
            .map(OverrideLine::rule)
            .toList());
  }

  @Test
  void theNumberOfQueriesDoesNotGrowWithTheRows() {
    Rule few = rule("few");
    Rule many = rule("many");
    Family family = register.family(director, worker, "Jediná");
    told(few, Subject.of(family.file()), null, TODAY);
    for (int i = 0; i < 30; i++) {
      Family other = i < 5 ? register.family(director, worker, "Mnohá " + i) : family;
      told(many, Subject.of(other.child()), other.file(), TODAY.minusDays(i), other.carer());
    }
    Statements counted = new Statements(register.tx);
    OverrideDesk desk = register.overridesOver(counted);
    long table = asked(counted, () -> desk.months(director));
    long one = asked(counted, () -> desk.list(director, new Wanted(few.id(), null), null, 40));
    long all = asked(counted, () -> desk.list(director, new Wanted(many.id(), null), null, 40));
    assertEquals(30, desk.list(director, new Wanted(many.id(), null), null, 40).items().size());
    assertEquals(one, all);
    assertTrue(one > 0 && one <= 5, one + " statements for a page");
    assertTrue(table > 0 && table <= 3, table + " statements for the table");
    for (int i = 0; i < 10; i++) {
      told(rule("more-" + i), Subject.of(family.file()), null, TODAY.minusMonths(i));
    }
    assertEquals(table, asked(counted, () -> desk.months(director)));
  }

  private static long asked(Statements counted, Runnable read) {
    long before = counted.asked();
    read.run();
    return counted.asked() - before;
  }
}
