package org.opora.supervisedcontacts.pictures.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.supervisedcontacts.pictures.domain.PictureVisit.Fate;
import org.opora.supervisedcontacts.pictures.domain.PictureVisit.Place;

class PictureMonthTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 8);
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 31);

  @Test
  void aMonthHasWholeWeeksAndDrawsOnlyItsOwnDays() {
    PictureMonth month =
        PictureMonth.of(
            MONTH, TODAY, List.of(visit("2026-08-01", "14:00"), visit("2026-07-31", "14:00")));
    assertEquals(6, month.weeks().size(), "from a Saturday to a Monday");
    for (List<PictureMonth.Day> week : month.weeks()) {
      assertEquals(7, week.size());
      assertEquals(DayOfWeek.MONDAY, week.get(0).date().getDayOfWeek());
    }
    PictureMonth.Day before = month.weeks().get(0).get(4);
    assertEquals(LocalDate.of(2026, 7, 31), before.date());
    assertFalse(before.inside());
    assertEquals(List.of(), before.visits(), "it is drawn in its own month");
    assertEquals(1, month.visits().size());
    assertTrue(month.weeks().get(5).get(0).today());
  }

  @Test
  void theVisitsOfADayStandInTheirOrder() {
    PictureVisit later = visit("2026-08-05", "15:00");
    PictureVisit earlier = visit("2026-08-05", "09:30");
    assertEquals(
        List.of(earlier, later), PictureMonth.of(MONTH, TODAY, List.of(later, earlier)).visits());
  }

  @ParameterizedTest
  @CsvSource({"14:30, 75, 180", "00:00, 0, 0", "12:00, 0, 0", "09:15, 277, 90", "23:59, 359, 354"})
  void theHandsStandWhereTheClockHasThem(LocalTime time, int hour, int minute) {
    ClockHands hands = new ClockHands(time);
    assertEquals(hour, hands.hour());
    assertEquals(minute, hands.minute());
  }

  @Test
  void aChildKnowsThemByTheFirstName() {
    PictureGuest aunt = new PictureGuest("AUNT_OF_THE_CENTRE", " Věra  Malá");
    assertEquals("Věra", aunt.calledName());
    assertEquals("OTHER", aunt.face(), "what the centre added has a face, too");
    assertTrue(new PictureGuest("MOTHER", "Lenka Slavíková").byKin());
  }

  @ParameterizedTest
  @CsvSource({"Petra Malá, Petra", "'Mgr. Petra Malá, Ph.D.', Petra", "Bc. et Bc. Eva Nová, Eva"})
  void theHelperIsCalledByTheFirstNameWithoutTitles(String name, String called) {
    assertEquals(called, PictureHelper.called(name).calledName());
  }

  private static PictureVisit visit(String day, String from) {
    return new PictureVisit(
        LocalDate.parse(day),
        LocalTime.parse(from),
        Place.HOUSE,
        Fate.COMING,
        List.of(new PictureGuest("MOTHER", "Lenka Slavíková")),
        PictureHelper.drawn());
  }
}
