package org.opora.calendar.margins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.faults.NotAllowed;
import org.opora.api.ids.PersonId;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.appointments.application.HouseMargins;
import org.opora.calendar.margins.web.MarginRoutes;
import org.opora.calendar.shared.web.CalendarDoors;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** The centre says how long before an appointment people come, and the book reckons with it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarginsTest {
  private static final LocalDate LATER = Diary.TODAY.plusMonths(1);

  @Parameter Product product;
  private Diary diary;
  private Viewer reception;

  @BeforeParameterizedClassInvocation
  void open() {
    diary = new Diary(product);
    reception = diary.viewer("reception");
  }

  @AfterParameterizedClassInvocation
  void close() {
    diary.close();
  }

  private long version() {
    return diary.settings.view(reception, HouseMargins.BEFORE).version();
  }

  @Test
  void theBookReckonsWithWhatHoldsOnTheDayOfTheAppointment() {
    PersonId one = diary.family(diary.viewer("key-worker")).carer();
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(one, other);
    diary.settings.decide(
        reception,
        version(),
        LATER,
        "Před domem je jen úzký chodník.",
        Map.of(HouseMargins.BEFORE, 60, HouseMargins.AFTER, 0));
    for (LocalDate day : new LocalDate[] {LATER.minusDays(1), LATER}) {
      assertEquals(
          "done",
          diary.said(
              diary.booking(diary.slot(day, "10:00", "11:00"), diary.room(), Attendee.of(one))));
    }
    // A quarter of an hour on either side still, from the next day on a whole hour before.
    assertEquals("done", said(LATER.minusDays(1), "11:30", other));
    assertEquals("on: collision.apart-same-door", said(LATER, "11:59", other));
    assertEquals("done", said(LATER, "12:00", other));
  }

  private String said(LocalDate day, String from, PersonId person) {
    return diary.said(
        diary.booking(diary.slot(day, from, "13:00"), diary.room(), Attendee.of(person)));
  }

  @Test
  void theyAreKeptByWhoeverKeepsTheRooms() {
    assertThrows(
        NotAllowed.class,
        () ->
            diary.settings.decide(
                diary.viewer("key-worker"),
                version(),
                LATER,
                "Zkouška.",
                Map.of(HouseMargins.AFTER, 30)));
  }

  @Test
  void thePageShowsAndDecides() {
    CalendarDoors doors = new CalendarDoors(new MarginRoutes(diary.settings));
    assertTrue(doors.open(reception, "/calendar/margins").contains("15 minut"));
    String wrong =
        doors.refused(
            reception, "/calendar/margins", "before", "121", "after", "", "from", "2027-01-01");
    assertTrue(wrong.contains("e-before") && wrong.contains("e-after") && wrong.contains("e-why"));
    assertTrue(wrong.contains("value=\"121\""));
    LocalDate far = Diary.TODAY.plusYears(9);
    assertEquals(
        "/calendar/margins",
        doors.post(
            reception,
            "/calendar/margins",
            "version",
            Long.toString(version()),
            "before",
            "20",
            "after",
            "25",
            "from",
            far.toString(),
            "why",
            "Nová čekárna."));
    assertTrue(doors.open(reception, "/calendar/margins").contains("Nová čekárna."));
  }
}
