package org.opora.duties.domain.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Standing;

/** An evaluation every half a year or after five contacts, within ten days. */
class RecurrenceShapeTest {
  private static final LocalDate BEGAN = LocalDate.of(2026, 1, 31);
  private static final Days OPEN = new Days(BEGAN, null);
  private static final RecurrenceShape SHAPE =
      new RecurrenceShape(always(Period.ofMonths(6)), always(5), always(10), 14);

  @Test
  void withoutAnyItIsDueHalfAYearAfterTheBeginning() {
    Recurrence found = on(BEGAN.plusDays(1), List.of(), List.of()).orElseThrow();
    assertEquals(LocalDate.of(2026, 7, 31), found.due());
    assertEquals(Standing.OK, found.standing());
    assertEquals(BEGAN, found.start());
    assertEquals(0, found.count());
    assertFalse(found.often());
  }

  @Test
  void theFifthTimeComesFirst() {
    List<LocalDate> four = days(2, 3, 4, 5);
    assertEquals(LocalDate.of(2026, 7, 31), on(day(5, 20), List.of(), four).get().due());
    Recurrence found = on(day(6, 20), List.of(), days(2, 3, 4, 5, 6)).orElseThrow();
    assertTrue(found.often());
    assertEquals(day(6, 25), found.due());
    assertEquals(Standing.DUE_SOON, found.standing());
    assertEquals(5, found.count());
    assertEquals(Standing.OVERDUE, on(day(6, 26), List.of(), days(2, 3, 4, 5, 6)).get().standing());
  }

  @Test
  void whatWasCountedOnTheDayItWasDoneWasBefore() {
    Recurrence found = on(day(6, 20), List.of(day(6, 15)), days(2, 3, 4, 5, 6)).orElseThrow();
    assertEquals(0, found.count());
    assertEquals(day(6, 15), found.start());
    assertEquals(day(12, 15), found.due());
    assertEquals(
        1, on(BEGAN, List.of(), List.of(BEGAN)).get().count(), "at the beginning it is in");
  }

  @Test
  void itIsOwedAsLongAsItLasts() {
    RecurrenceFacts ended =
        new RecurrenceFacts(
            new Days(BEGAN, day(3, 1)), List.of(), List.of(), Silence.NONE, List.of());
    assertEquals(Optional.empty(), SHAPE.assess(ended, BEGAN.minusDays(1)));
    assertTrue(SHAPE.assess(ended, day(3, 1)).isPresent());
    assertEquals(Optional.empty(), SHAPE.assess(ended, day(3, 2)));
  }

  @Test
  void aDecisionOfTheCentreMovesNothingThatRuns() {
    Figures<Integer> changed =
        new Figures<>(
            List.of(new Figure<>(5, LocalDate.MIN, day(3, 31)), new Figure<>(2, day(4, 1), null)));
    RecurrenceShape shape = new RecurrenceShape(always(Period.ofMonths(6)), changed, always(0), 14);
    RecurrenceFacts facts =
        new RecurrenceFacts(OPEN, List.of(), days(4, 5), Silence.NONE, List.of());
    assertFalse(shape.assess(facts, day(6, 1)).orElseThrow().often());
    RecurrenceFacts again =
        new RecurrenceFacts(OPEN, List.of(day(4, 2)), days(4, 5), Silence.NONE, List.of());
    assertTrue(shape.assess(again, day(6, 1)).orElseThrow().often());
  }

  @Test
  void nobodyCanSayWhileTheModuleIsAway() {
    Silence away = new Silence(List.of(new Days(day(7, 1), null)));
    RecurrenceFacts facts = new RecurrenceFacts(OPEN, List.of(), List.of(), away, List.of());
    Recurrence found = SHAPE.assess(facts, day(9, 1)).orElseThrow();
    assertEquals(Standing.NOT_ASSESSED, found.standing());
    assertNull(found.due());
    Silence back = new Silence(List.of(new Days(day(7, 1), day(8, 31))));
    RecurrenceFacts later = new RecurrenceFacts(OPEN, List.of(), List.of(), back, List.of());
    assertEquals(Standing.NOT_ASSESSED, SHAPE.assess(later, day(9, 1)).get().standing());
    assertEquals(
        Standing.OVERDUE,
        SHAPE.assess(later, LocalDate.of(2027, 3, 2)).get().standing(),
        "a whole period went by since");
  }

  private static Optional<Recurrence> on(
      LocalDate asOf, List<LocalDate> done, List<LocalDate> counted) {
    return SHAPE.assess(new RecurrenceFacts(OPEN, done, counted, Silence.NONE, List.of()), asOf);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  /** The fifteenth of each of these months. */
  private static List<LocalDate> days(Integer... months) {
    return List.of(months).stream().map(month -> day(month, 15)).toList();
  }

  private static <T> Figures<T> always(T value) {
    return new Figures<>(List.of(new Figure<>(value, LocalDate.MIN, null)));
  }
}
