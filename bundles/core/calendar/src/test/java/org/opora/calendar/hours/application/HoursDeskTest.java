package org.opora.calendar.hours.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Where;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.hours.domain.Shift;
import org.opora.calendar.hours.web.HoursRoutes;
import org.opora.calendar.shared.web.CalendarDoors;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Hours that colleagues write down, and what whoever books is told of them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoursDeskTest {
  /** A Tuesday. */
  private static final LocalDate TOMORROW = Diary.TODAY.plusDays(1);

  @Parameter Product product;
  private Diary diary;
  private CalendarDoors doors;

  @BeforeParameterizedClassInvocation
  void open() {
    diary = new Diary(product);
    doors = new CalendarDoors(new HoursRoutes(diary.hours));
  }

  @AfterParameterizedClassInvocation
  void close() {
    diary.close();
  }

  private static WrittenHours hours(DayOfWeek day, int place, String from, String until) {
    return new WrittenHours(
        day,
        place,
        from == null ? null : LocalTime.parse(from),
        until == null ? null : LocalTime.parse(until));
  }

  private static List<WrittenHours> tuesday(String from, String until) {
    return List.of(hours(DayOfWeek.TUESDAY, 1, from, until));
  }

  private Set<String> told(Viewer worker, String from, String until) {
    return Diary.keys(
        diary.calendar.collisions(
            diary.director,
            diary.booking(
                diary.slot(TOMORROW, from, until), diary.room(), Attendee.of(worker.staff()))));
  }

  @Test
  void whoeverBooksOutsideOfTheHoursIsToldAndBooksAllTheSame() {
    Viewer worker = diary.colleague("key-worker");
    assertEquals(Set.of(), told(worker, "06:00", "07:00"));
    diary.hours.write(worker, worker.staff(), 0, Diary.TODAY, tuesday("08:00", "12:00"));
    assertEquals(Set.of(), told(worker, "08:00", "12:00"));
    assertEquals(Set.of("collision.staff-off-hours"), told(worker, "11:00", "12:30"));
    Booking early =
        diary.booking(
            diary.slot(TOMORROW, "06:00", "07:00"), diary.room(), Attendee.of(worker.staff()));
    List<Collision> all = diary.calendar.collisions(diary.director, early);
    assertEquals(
        List.of(Collision.Grade.TOLD), all.stream().map(one -> one.kind().grade()).toList());
    assertEquals("done", diary.said(early));
  }

  /** What refuses stands before what is only told. */
  @Test
  void whatIsToldHidesNothing() {
    Viewer worker = diary.colleague("key-worker");
    diary.hours.write(worker, worker.staff(), 0, Diary.TODAY, tuesday("08:00", "12:00"));
    assertEquals(
        "done",
        diary.said(
            diary.booking(
                diary.slot(TOMORROW, "14:00", "15:00"),
                diary.room(),
                Attendee.of(worker.staff()))));
    Booking second =
        diary.booking(
            diary.slot(TOMORROW, "14:30", "15:30"), diary.room(), Attendee.of(worker.staff()));
    assertEquals("staff: collision.staff-taken", diary.said(second));
    assertEquals(
        List.of(Collision.Kind.STAFF_TAKEN, Collision.Kind.STAFF_OFF_HOURS),
        diary.calendar.collisions(diary.director, second).stream().map(Collision::kind).toList());
  }

  @Test
  void theWayCounts() {
    Viewer worker = diary.colleague("key-worker");
    diary.hours.write(worker, worker.staff(), 0, Diary.TODAY, tuesday("08:00", "12:00"));
    Booking outside =
        new Booking(
            diary.what(null),
            diary.slot(TOMORROW, "08:30", "11:30"),
            Where.elsewhere(45),
            List.of(Attendee.of(worker.staff())));
    assertEquals(
        Set.of("collision.staff-off-hours"),
        Diary.keys(diary.calendar.collisions(diary.director, outside)));
  }

  @Test
  void aChangeHoldsFromItsDayOnAndIsKeptWithWhoMadeIt() {
    Viewer worker = diary.colleague("key-worker");
    StaffId key = worker.staff();
    diary.hours.write(worker, key, 0, Diary.TODAY, tuesday("08:00", "12:00"));
    diary.hours.write(diary.director, key, 1, TOMORROW, tuesday("13:00", "17:00"));
    assertEquals(Set.of("collision.staff-off-hours"), told(worker, "08:00", "09:00"));
    assertEquals(Set.of(), told(worker, "13:00", "14:00"));
    HoursDesk.View view = diary.hours.one(worker, key);
    assertEquals(2, view.version());
    assertEquals(
        List.of(new Shift(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.NOON)), view.now());
    assertEquals(
        List.of(TOMORROW, Diary.TODAY),
        view.weeks().stream().map(HoursDesk.Written::from).toList());
    // Nothing from tomorrow on: nobody is off hours any more.
    diary.hours.write(worker, key, 2, TOMORROW, List.of());
    assertEquals(Set.of(), told(worker, "05:00", "06:00"));
  }

  @Test
  void whoeverComesLaterSeesWhatStandsThereNow() {
    Viewer worker = diary.colleague("key-worker");
    diary.hours.write(worker, worker.staff(), 0, Diary.TODAY, tuesday("08:00", "12:00"));
    assertThrows(
        Stale.class,
        () ->
            diary.hours.write(
                diary.director, worker.staff(), 0, Diary.TODAY, tuesday("09:00", "12:00")));
  }

  @Test
  void ofOthersOnlyWhoeverKeepsTheRoomsWritesThemDown() {
    Viewer worker = diary.colleague("key-worker");
    Viewer colleague = diary.colleague("facilitator");
    Viewer reception = diary.viewer("reception");
    assertThrows(NotAllowed.class, () -> diary.hours.one(colleague, worker.staff()));
    assertThrows(
        NotAllowed.class,
        () -> diary.hours.write(colleague, worker.staff(), 0, Diary.TODAY, List.of()));
    diary.hours.write(reception, worker.staff(), 0, Diary.TODAY, tuesday("08:00", "12:00"));
    assertEquals(1, diary.hours.one(worker, worker.staff()).version());
    assertThrows(NotFound.class, () -> diary.hours.one(reception, StaffId.next()));
    assertTrue(
        diary.hours.all(colleague).stream()
            .anyMatch(line -> line.staff().equals(worker.staff()) && line.hours().size() == 1));
    assertThrows(NotAllowed.class, () -> diary.hours.all(diary.viewer("inspector")));
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() {
    Viewer worker = diary.colleague("key-worker");
    assertEquals("from: hours.past", refused(worker, Diary.TODAY.minusDays(1), List.of()));
    assertEquals("from: hours.day-missing", refused(worker, null, List.of()));
    assertEquals(
        "day2-until1: hours.until-missing", refused(worker, Diary.TODAY, tuesday("08:00", null)));
    assertEquals(
        "day2-from1: hours.from-missing", refused(worker, Diary.TODAY, tuesday(null, "08:00")));
    assertEquals(
        "day2-until1: hours.order", refused(worker, Diary.TODAY, tuesday("08:00", "07:00")));
    assertEquals(
        "day2-from2: hours.overlap",
        refused(
            worker,
            Diary.TODAY,
            List.of(
                hours(DayOfWeek.TUESDAY, 1, "08:00", "12:00"),
                hours(DayOfWeek.TUESDAY, 2, "11:00", "13:00"))));
  }

  private String refused(Viewer worker, LocalDate from, List<WrittenHours> week) {
    return Diary.refusal(() -> diary.hours.write(worker, worker.staff(), 0, from, week));
  }

  @Test
  void thePagesSayAndKeepWhatIsTyped() {
    Viewer worker = diary.colleague("key-worker");
    doors.open(worker, "/calendar/hours");
    String form = doors.open(worker, "/calendar/hours/mine");
    assertTrue(form.contains("name=\"day7-until2\""));
    String again =
        doors.refused(
            worker,
            "/calendar/hours/mine",
            "version",
            "0",
            "from",
            "2026-11-02",
            "day1-from1",
            "10:00",
            "day1-until1",
            "09:00");
    assertTrue(again.contains("value=\"10:00\""));
    assertTrue(again.contains("Konec musí být po začátku."));
    assertEquals(
        "/calendar/hours",
        doors.post(
            worker,
            "/calendar/hours/mine",
            "version",
            "0",
            "from",
            "2. 11. 2026",
            "day1-from1",
            "08:00",
            "day1-until1",
            "12:00",
            "day1-from2",
            "12:30",
            "day1-until2",
            "16:30",
            "day2-from1",
            "08:00",
            "day2-until1",
            "12:00",
            "day2-from2",
            "12:30",
            "day2-until2",
            "16:30"));
    assertTrue(doors.open(worker, "/calendar/hours").contains("po–út 8:00–12:00, 12:30–16:30"));
    String others = doors.open(diary.director, "/calendar/hours/" + worker.staff());
    assertTrue(others.contains("value=\"12:30\""));
    // Somebody else wrote meanwhile: both stand there, and whoever has seen them may save.
    String stale =
        doors.refused(
            diary.director,
            "/calendar/hours/" + worker.staff(),
            "version",
            "0",
            "from",
            "2026-11-02",
            "day3-from1",
            "08:00",
            "day3-until1",
            "10:00");
    assertTrue(stale.contains("po–út 8:00–12:00, 12:30–16:30"));
    assertTrue(stale.contains("name=\"version\" value=\"1\""));
  }
}
