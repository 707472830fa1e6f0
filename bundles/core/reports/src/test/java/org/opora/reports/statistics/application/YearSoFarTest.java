package org.opora.reports.statistics.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Of the year that lasts figures are those of today, as in the return on it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearSoFarTest {
  @Parameter TestDatabase.Product product;
  private CountingHouse house;

  @BeforeParameterizedClassInvocation
  void aBirthdayToCome() {
    house = new CountingHouse(product);
    Family family = house.register.family(house.director, null, "Prosincová");
    PersonId child =
        house.register.person(house.director, "Adam", "Prosincový", LocalDate.of(2011, 12, 24));
    house.register.placements.place(
        house.director, family.file(), child, LocalDate.of(2026, 1, 15), "12 P 34/2025");
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private long told(String code) {
    return house.book.count(house.director, "families", CountingHouse.YEAR).tables().stream()
        .flatMap(table -> table.figures())
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .orElseThrow()
        .amount();
  }

  @Test
  void aBirthdayThatIsToComeMakesNobodyOlderYet() {
    assertEquals(1, told("children.age.UNDER_15"));
    assertEquals(0, told("children.age.UNDER_18"));
    assertEquals(
        1,
        house.count(house.rooms.families, CountingHouse.YEAR, "children.age.UNDER_18"),
        "on the last day of the year");
  }
}
