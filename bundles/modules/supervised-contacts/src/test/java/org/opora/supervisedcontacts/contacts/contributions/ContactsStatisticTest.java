package org.opora.supervisedcontacts.contacts.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** Contacts planned and held, as the whole centre counts them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsStatisticTest {
  private static final Period YEAR = Period.year(2026);

  @Parameter Product product;
  private Centre centre;
  private ContactsStatistic statistic;
  private Case first;
  private Case second;

  @BeforeParameterizedClassInvocation
  void twoFamilies() {
    centre = new Centre(product);
    statistic = new ContactsStatistic(centre.tx, centre.reader, centre.register.people);
    first = centre.opened();
    second = centre.opened();
    record(first, contact(first, Centre.TODAY, "06:00", "07:00"), centre.allowed(first));
    centre.missed(first.worker(), contact(first, Centre.TODAY, "08:00", "09:00"));
    record(second, contact(second, Centre.TODAY, "07:00", "08:00"), centre.allowed(second));
    cancel(first, contact(first, Centre.TODAY.plusDays(1), "14:00", "15:00"), CancelledBy.PARENT);
    cancel(second, contact(second, Centre.TODAY.plusDays(1), "16:00", "17:00"), CancelledBy.CENTRE);
    contact(second, LocalDate.of(2026, 12, 31), "23:15", "23:45");
    contact(second, LocalDate.of(2027, 1, 1), "00:15", "00:45");
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private ContactId contact(Case opened, LocalDate day, String from, String until) {
    return centre.book(
        opened, centre.room(), centre.viewer("key-worker").staff(), centre.slot(day, from, until));
  }

  private void record(Case opened, ContactId contact, Set<PlanPersonId> came) {
    centre.held(opened.worker(), contact, came);
  }

  private void cancel(Case opened, ContactId contact, CancelledBy who) {
    centre.cancel(opened.worker(), contact, 1, who, opened.worker().now(), "Nemoc");
  }

  private Map<String, Long> figures(Period period) {
    Map<String, Long> some = new TreeMap<>();
    statistic.count(period).stream()
        .flatMap(table -> table.figures())
        .filter(figure -> figure.amount() != 0)
        .forEach(figure -> some.put(figure.code(), figure.amount()));
    return some;
  }

  @Test
  void contactsAreCountedByWhatBecameOfThemAndByForm() {
    assertEquals(
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("planned", 6L),
                Map.entry("held", 2L),
                Map.entry("missed", 1L),
                Map.entry("missed.PARENT", 1L),
                Map.entry("children", 2L),
                Map.entry("time", 120L),
                Map.entry("cancelled", 2L),
                Map.entry("cancelled.PARENT", 1L),
                Map.entry("cancelled.CENTRE", 1L),
                Map.entry("open", 1L),
                Map.entry("form.SUPERVISED.planned", 6L),
                Map.entry("form.SUPERVISED.held", 2L),
                Map.entry("form.SUPERVISED.cancelled", 2L),
                Map.entry("form.SUPERVISED.missed", 1L))),
        figures(YEAR));
    assertEquals(Map.of(), figures(Period.year(2019)));
  }

  /** Late in the evening it is the next day already where moments are kept, or not yet. */
  @Test
  void aContactBelongsToTheDayOfTheCentre() {
    assertEquals(
        1, figures(new Period(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 12, 31))).get("open"));
    assertEquals(1, figures(Period.year(2027)).get("planned"));
  }

  @Test
  void everyFigureIsTheSumOfItsList() {
    List<Figure> figures =
        statistic.count(YEAR).stream().flatMap(table -> table.figures()).toList();
    assertEquals(figures.size(), new HashSet<>(figures.stream().map(Figure::code).toList()).size());
    for (Figure figure : figures) {
      List<Counted> all = new ArrayList<>();
      UUID after = null;
      List<Counted> page;
      do {
        page = statistic.counted(YEAR, figure.code(), after, 2);
        all.addAll(page);
        after = page.isEmpty() ? null : page.get(page.size() - 1).key();
      } while (page.size() == 2);
      assertEquals(figure.amount(), all.stream().mapToLong(Counted::amount).sum(), figure.code());
      assertEquals(all.size(), all.stream().map(Counted::key).distinct().count(), figure.code());
    }
    assertThrows(NotFound.class, () -> statistic.counted(YEAR, "no.such", null, 10));
  }

  @Test
  void aLineIsForWhomTheContactIsOpen() {
    List<UUID> all =
        statistic.counted(YEAR, "planned", null, 10).stream().map(Counted::key).toList();
    List<Shown> seen = statistic.shown(centre.director, "planned", all);
    assertEquals(6, seen.size());
    assertTrue(seen.stream().allMatch(line -> line.name().contains("Ema")), seen.toString());
    assertTrue(
        seen.stream().anyMatch(line -> line.subjects().equals(List.of(first.subject()))),
        seen.toString());
    Viewer walled = centre.viewer("director");
    centre.wall(walled, Subject.of(first.family().file()));
    assertEquals(3, statistic.shown(walled, "planned", all).size());
    assertEquals(3, statistic.shown(second.worker(), "planned", all).size());
    assertEquals(List.of(), statistic.shown(centre.viewer("it-administrator"), "planned", all));
  }
}
