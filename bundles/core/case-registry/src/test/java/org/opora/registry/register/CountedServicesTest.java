package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
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
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What a module did is counted also while the module is away. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedServicesTest {
  private static final Period YEAR = Period.year(2026);
  private static final String TUTORING = "tutoring";
  private static final List<String> CODES =
      List.of(
          "all.people",
          "all.events",
          "all.minutes",
          "service.tutoring.events",
          "activity.none.minutes");

  @Parameter TestDatabase.Product product;
  private Register register;
  private CountRooms rooms;
  private Viewer director;
  private Family family;

  @BeforeParameterizedClassInvocation
  void tutored() {
    register = new Register(product);
    rooms = CountRooms.czech(register, new CzechLaw(), new HouseBench.Tutoring());
    director = register.viewer("director");
    family = register.family(director, null, "Doučovaná");
    register.evidence.record(
        TUTORING,
        UUID.randomUUID(),
        List.of(
            NewFact.of(
                    TUTORING, About.person(family.file(), family.child()), LocalDate.of(2026, 5, 5))
                .amounting(BigDecimal.valueOf(45), Evidence.MINUTES)));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private List<Long> amounts() {
    List<Table> tables = rooms.done.count(YEAR);
    return CODES.stream()
        .map(
            code ->
                tables.stream()
                    .flatMap(Table::figures)
                    .filter(figure -> figure.code().equals(code))
                    .findFirst()
                    .orElseThrow()
                    .amount())
        .toList();
  }

  @Test
  void whatItDidStaysCountedWhenItIsAwayAndSoDoItsLists() {
    List<Long> here = amounts();
    assertEquals(List.of(1L, 1L, 45L, 1L, 45L), here);
    rooms.services.with(new CaseRegistryModule());
    try {
      assertEquals(here, amounts());
      assertEquals(1, rooms.done.counted(YEAR, "service.tutoring.events", null, 10).size());
      assertTrue(
          rooms.done.count(YEAR).get(0).rows().stream()
              .anyMatch(row -> row.title().key().equals("counts.service.other")),
          "under its code, because nobody says its name");
    } finally {
      rooms.services.with(new CaseRegistryModule(), new HouseBench.Tutoring());
    }
    assertEquals(here, amounts());
  }

  /** A record that proves two kinds is called in each list after what was counted there. */
  @Test
  void aLineIsCalledAfterWhatWasCounted() {
    UUID source = UUID.randomUUID();
    About who = About.person(family.file(), family.carer());
    register.evidence.record(
        "visits",
        source,
        List.of(
            NewFact.of(Kinds.EDUCATION, who, LocalDate.of(2024, 5, 7)),
            NewFact.of("visit", who, LocalDate.of(2024, 5, 6))));
    for (String code : List.of("education.events", "service.education.events")) {
      Shown line = rooms.done.shown(director, code, List.of(source)).get(0);
      assertEquals("service.education", line.what().key(), code);
      assertEquals(LocalDate.of(2024, 5, 7), line.on(), code);
    }
    Shown visit = rooms.done.shown(director, "service.visit.minutes", List.of(source)).get(0);
    assertEquals("service.visit", visit.what().key());
    assertEquals(LocalDate.of(2024, 5, 6), visit.on());
  }

  @Test
  void whatWasNeverAServiceIsNone() {
    register.evidence.record(
        "other",
        UUID.randomUUID(),
        List.of(NewFact.of(Kinds.COUNTS_ASKED, About.centre(), LocalDate.of(2026, 5, 5))));
    assertEquals(1L, amounts().get(1));
  }
}
