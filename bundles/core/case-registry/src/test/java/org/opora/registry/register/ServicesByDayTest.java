package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.Refused;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Table;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What a service belongs to now does not rewrite what was done when it belonged elsewhere. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesByDayTest {
  private static final String VISIT = "visit";
  private static final LocalDate MOVED = LocalDate.of(2026, 7, 1);

  @Parameter TestDatabase.Product product;
  private Register register;
  private CountRooms rooms;
  private Viewer director;
  private List<String> activities;

  @BeforeParameterizedClassInvocation
  void visitsOfTwoYears() {
    register = new Register(product);
    CzechLaw law = new CzechLaw();
    rooms = CountRooms.czech(register, law);
    activities =
        new LawShelf(Laws.of(List.of(law)))
            .activities().stream().map(one -> one.code()).distinct().sorted().toList();
    director = register.viewer("director");
    Family family = register.family(director, null, "Přeřazená");
    for (int year : List.of(2024, 2025, 2026)) {
      register.evidence.record(
          "visits",
          UUID.randomUUID(),
          List.of(
              NewFact.of(
                  VISIT, About.person(family.file(), family.child()), LocalDate.of(year, 5, 5))));
    }
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private long visits(int year, String activity) {
    return rooms.done.count(Period.year(year)).stream()
        .flatMap(Table::figures)
        .filter(figure -> figure.code().equals("activity." + activity + ".events"))
        .mapToLong(figure -> figure.amount())
        .sum();
  }

  private void tie(String activity, LocalDate since) {
    rooms.services.tie(
        director, VISIT, rooms.services.one(director, VISIT).version(), activity, since);
  }

  private List<Long> of(String activity) {
    return List.of(visits(2024, activity), visits(2025, activity), visits(2026, activity));
  }

  @Test
  void whatWasDoneBeforeStaysUnderTheFormerActivity() {
    String first = activities.get(0);
    String second = activities.get(1);
    String third = activities.get(2);
    assertEquals(List.of(1L, 1L, 1L), of("none"));
    tie(first, null);
    assertEquals(List.of(1L, 1L, 1L), of(first), "whoever says it first says it for always");
    tie(second, null);
    assertEquals(List.of(1L, 1L, 1L), of(second), "put right");
    tie(third, MOVED);
    assertEquals(List.of(1L, 1L, 0L), of(second));
    assertEquals(List.of(0L, 0L, 1L), of(third), "a year by its last day");
    assertEquals(
        "since", assertThrows(Refused.class, () -> tie(first, MOVED.minusDays(1))).field());
    assertEquals(
        "since", assertThrows(Refused.class, () -> tie(first, Register.TODAY.plusDays(1))).field());
    tie(first, null);
    assertEquals(List.of(1L, 1L, 0L), of(second), "what was said of before stays");
    assertEquals(List.of(0L, 0L, 1L), of(first));
    assertEquals(
        1,
        rooms.done.counted(Period.year(2025), "activity." + second + ".events", null, 10).size(),
        "and has its list");
  }
}
