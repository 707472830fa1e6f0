package org.opora.reports.statistics.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.reports.statistics.application.CountingHouse.YEAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.NewFact;
import org.opora.api.paging.Page;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.FigureFile;
import org.opora.api.statistics.FigureList;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.text.Text;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What a list does not tell of its closed lines: which they are, where, and of what day. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedLinesTest {
  private static final String VISITS = "service.visit.events";
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  @Parameter TestDatabase.Product product;
  private CountingHouse house;
  private Viewer walled;
  private UUID hidden;

  @BeforeParameterizedClassInvocation
  void fiveFamilies() {
    house = new CountingHouse(product);
    walled = house.viewer("director");
    for (int at = 0; at < 5; at++) {
      Family family = house.register.family(house.director, null, "Rodina" + at);
      UUID visit =
          house.proves(
              NewFact.of("visit", About.person(family.file(), family.child()), DAY.plusDays(at)));
      if (at == 2) {
        hidden = visit;
        house.wall(walled, Subject.of(family.file()));
        house.wall(walled, Subject.of(family.child()));
      }
    }
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private FigureList list(Period period, String after, int limit) {
    return house.book.list(walled, "services", period, VISITS, after, limit);
  }

  @Test
  void pagesAreFullAndTheirCursorsAreLinesThatAreShown() {
    List<UUID> seen = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    String after = null;
    do {
      FigureList page = list(YEAR, after, 2);
      assertEquals(2, page.lines().size(), "four of five, two on each page");
      assertEquals(1, page.closed(), "of the whole list, on whatever page");
      page.lines().forEach(line -> seen.add(line.shown().key()));
      after = page.next();
      if (after != null) {
        cursors.add(after);
      }
    } while (after != null);
    assertEquals(4, new HashSet<>(seen).size());
    assertFalse(seen.contains(hidden));
    assertFalse(cursors.contains(hidden.toString()));
    assertTrue(seen.stream().map(UUID::toString).toList().containsAll(cursors));
  }

  /** Whatever key somebody types, what is said of the closed lines is the same. */
  @Test
  void noCursorTellsWhetherAKeyIsCounted() {
    UUID before = new UUID(hidden.getMostSignificantBits(), hidden.getLeastSignificantBits() - 1);
    FigureList at = list(YEAR, hidden.toString(), 10);
    FigureList just = list(YEAR, before.toString(), 10);
    assertEquals(just, at);
    assertEquals(1, list(YEAR, UUID.randomUUID().toString(), 10).closed());
  }

  @Test
  void noPeriodTellsTheDay() {
    for (int day = 0; day < 5; day++) {
      Period one = new Period(DAY.plusDays(day), DAY.plusDays(day));
      FigureList list = list(one, null, 10);
      assertEquals(4, list.lines().size(), "the whole month");
      assertEquals(1, list.closed());
      StatisticBook.Counted counted = house.book.count(walled, "services", one);
      assertEquals(LocalDate.of(2026, 5, 1), counted.period().from());
      assertEquals(LocalDate.of(2026, 5, 31), counted.period().until());
      assertEquals(
          5,
          counted.tables().stream()
              .flatMap(table -> table.figures())
              .filter(figure -> figure.code().equals(VISITS))
              .findFirst()
              .orElseThrow()
              .amount());
    }
  }

  /** In whatever pages it is written. */
  @Test
  void aFileAddsUpToItsFigureAndSaysWhatIsNotInIt() {
    FigureFile file =
        house.book.file(walled, "services", YEAR, VISITS, closed -> Text.of("x", "closed", closed));
    for (int limit : List.of(2, 3, 6, 100)) {
      List<FigureList.Line> all = new ArrayList<>();
      String after = null;
      do {
        Page<FigureList.Line> page = file.page(after, limit);
        assertTrue(page.items().size() <= limit, "a page of " + limit);
        all.addAll(page.items());
        after = page.next();
      } while (after != null);
      assertEquals(5, all.stream().mapToLong(FigureList.Line::amount).sum());
      Shown rest = all.get(all.size() - 1).shown();
      assertEquals(Text.of("x", "closed", 1), rest.what());
      assertNull(rest.name());
      assertEquals(List.of(), rest.subjects());
      assertEquals(4, all.stream().filter(line -> line.shown().name() != null).count());
    }
    FigureFile open =
        house.book.file(
            house.director, "services", YEAR, VISITS, closed -> Text.of("x", "closed", closed));
    assertEquals(5, open.page(null, 100).items().size(), "nothing is said of nothing");
  }

  /** Too long to be looked through: its pages are as full, and nothing is said of the rest. */
  @Test
  void aLongListIsWalkedThroughInTheSameWay() {
    List<Counted> all =
        IntStream.range(0, 2500).mapToObj(at -> new Counted(new UUID(7, at), 1)).toList();
    FigureList.Source source =
        (after, limit) ->
            all.stream()
                .filter(
                    one ->
                        after == null
                            || one.key().getLeastSignificantBits()
                                > after.getLeastSignificantBits())
                .limit(limit)
                .toList();
    FigureList.Open odd =
        keys ->
            keys.stream()
                .filter(key -> key.getLeastSignificantBits() % 100 == 99)
                .map(key -> new Shown(key, null, "x", null, null, List.of()))
                .toList();
    FigureList first = FigureList.of(source, null, 10, odd);
    assertEquals(10, first.lines().size());
    assertNull(first.closed());
    assertEquals(new UUID(7, 999).toString(), first.next());
    FigureList second = FigureList.of(source, UUID.fromString(first.next()), 10, odd);
    FigureList last = FigureList.of(source, UUID.fromString(second.next()), 10, odd);
    assertNotEquals(first.lines(), second.lines());
    assertEquals(5, last.lines().size());
    assertNull(last.next());
  }
}
