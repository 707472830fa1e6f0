package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.opora.api.calendar.Rhythm;
import org.opora.api.ids.Ids;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.application.SeriesDesk.Day;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** "Every two weeks until ...": the free days are booked, the others are told. */
class SeriesDeskTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 13);

  @OnEveryDatabase
  void freeDaysAreBookedAndTheOthersAreTold(Product product) {
    try (Centre centre = new Centre(product)) {
      Case opened = centre.opened();
      RoomId room = centre.room();
      StaffId facilitator = centre.viewer("key-worker").staff();
      centre.book(
          centre.opened(),
          room,
          centre.director.staff(),
          centre.slot(LocalDate.of(2026, 11, 27), "14:30", "15:30"));
      UUID key = Ids.next();
      NewContact wanted =
          NewContact.of(
                  opened.plan(),
                  centre.slot(FIRST, "14:00", "15:00"),
                  Place.in(room),
                  facilitator,
                  centre.allowed(opened))
              .in(key);
      SeriesDesk.When when =
          new SeriesDesk.When(
              FIRST,
              LocalTime.of(14, 0),
              LocalTime.of(15, 0),
              new Rhythm(Rhythm.Step.WEEKS, 2, LocalDate.of(2027, 1, 15), null),
              true);

      List<Day> seen = centre.series.look(opened.worker(), wanted, when);
      // Christmas Day is left out, and moves no other day.
      assertEquals(
          List.of(
              FIRST,
              LocalDate.of(2026, 11, 27),
              LocalDate.of(2026, 12, 11),
              LocalDate.of(2027, 1, 8)),
          seen.stream().map(Day::on).toList());
      assertEquals(List.of(false, true, false, false), seen.stream().map(Day::stands).toList());
      assertEquals("collision.room-taken", seen.get(1).against().get(0).key());
      assertTrue(centre.reader.of(opened.worker(), List.of(opened.childFile())).isEmpty());

      List<Day> made = centre.series.make(opened.worker(), wanted, when, null);
      assertEquals(List.of(true, false, true, true), made.stream().map(Day::booked).toList());
      assertEquals("collision.room-taken", made.get(1).against().get(0).key());
      List<ContactLine> lines = centre.reader.of(opened.worker(), List.of(opened.childFile()));
      assertEquals(3, lines.size());
      assertTrue(lines.stream().allMatch(line -> line.row().series().equals(key)));

      List<Day> again = centre.series.make(opened.worker(), wanted, when, null);
      assertEquals(List.of(LocalDate.of(2026, 11, 27)), again.stream().map(Day::on).toList());
      assertEquals(3, centre.reader.of(opened.worker(), List.of(opened.childFile())).size());

      assertEquals(
          "last: series.no-day",
          Centre.refusal(
              () ->
                  centre.series.make(
                      opened.worker(),
                      wanted,
                      new SeriesDesk.When(
                          LocalDate.of(2026, 12, 25),
                          LocalTime.of(14, 0),
                          LocalTime.of(15, 0),
                          new Rhythm(Rhythm.Step.WEEKS, 1, LocalDate.of(2026, 12, 25), null),
                          true),
                      null)));
    }
  }
}
