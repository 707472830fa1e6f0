package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.statistics.Period;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.people.matching.Statements;
import org.opora.testkit.OnEveryDatabase;

/** Figures are not counted with more questions because a period is longer or a return is. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresAskOnceTest {
  private static final int YEAR = 2026;

  @Parameter TestDatabase.Product product;
  private final AtomicLong asked = new AtomicLong();
  private Register register;
  private IntakeRooms rooms;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void families() {
    register = Register.watched(product, real -> new Statements(real, asked));
    rooms = new IntakeRooms(register);
    director = new Office(register).director();
    for (String name : List.of("První", "Druhá", "Třetí")) {
      register.family(director, null, name);
    }
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private long cost(Runnable question) {
    long before = asked.get();
    question.run();
    return asked.get() - before;
  }

  @Test
  void thirtyYearsCostNoMoreThanOne() {
    long one = cost(() -> rooms.counts.intake.count(Period.year(YEAR)));
    assertTrue(one > 0);
    assertEquals(
        one,
        cost(
            () ->
                rooms.counts.intake.count(
                    new Period(LocalDate.of(1997, 1, 1), LocalDate.of(YEAR, 12, 31)))));
  }

  @Test
  void aPageOfAListCountsNothingOfTheReturnButItsFigure() {
    long whole = cost(() -> rooms.returns.of(director, YEAR));
    long page =
        cost(() -> rooms.returns.behind(director, YEAR, "agreements.some.LONG_TERM", null, 2));
    assertTrue(page * 2 < whole, page + " of " + whole);
    assertEquals(
        3,
        rooms
            .returns
            .behind(director, YEAR, "agreements.some.LONG_TERM", null, 2)
            .figure()
            .count());
  }

  @Test
  void whatHasNoListIsNotFound() {
    for (String none : List.of(ReturnDesk.PLACES, "no.such")) {
      assertThrows(NotFound.class, () -> rooms.returns.behind(director, YEAR, none, null, 2), none);
    }
  }
}
