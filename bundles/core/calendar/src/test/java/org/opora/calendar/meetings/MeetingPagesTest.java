package org.opora.calendar.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.hours.application.WrittenHours;
import org.opora.calendar.meetings.web.MeetingRoutes;
import org.opora.calendar.series.web.SeriesRoutes;
import org.opora.calendar.shared.web.CalendarDoors;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;

/** The pages of meetings and series, made by the engine of the shell in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingPagesTest {
  private static final String NEW = "/calendar/meetings/new";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
  private final Diary diary = new Diary(Product.DERBY);
  private final Viewer worker = diary.colleague("key-worker");
  private final CalendarDoors doors =
      new CalendarDoors(
          new MeetingRoutes(
              diary.meetings,
              diary.cancellations,
              diary.lookout,
              diary.reader,
              diary.reception,
              diary.choices,
              diary.rooms,
              diary.register.files,
              diary.register.access.colleagues(),
              diary.register.staff),
          new SeriesRoutes(
              diary.series,
              diary.choices,
              diary.rooms,
              diary.register.files,
              diary.register.access.colleagues(),
              diary.register.staff,
              CalendarDoors.messages()));

  @AfterAll
  void close() {
    diary.close();
  }

  private String[] fields(LocalDate on, String from, String until, RoomId room, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "kind",
                "TEAM",
                "on",
                on.toString(),
                "from",
                from,
                "until",
                until,
                "room",
                room.toString(),
                "staff",
                worker.staff().toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void aMeetingIsWrittenShownChangedCancelledAndTakenBack() {
    RoomId room = diary.room();
    LocalDate day = Diary.TODAY.plusDays(1);
    assertTrue(doors.open(worker, NEW).contains("Žádná jména sem nepatří."));
    String wrong = doors.refused(worker, NEW, "kind", "TEAM", "from", "10:00", "until", "9:00");
    assertTrue(wrong.contains("e-on") && wrong.contains("e-staff") && wrong.contains("10:00"));
    String free = doors.again(worker, NEW, fields(day, "08:00", "09:00", room, "check", "yes"));
    assertTrue(free.contains("V tuto dobu nic nebrání."), free);
    String one = doors.post(worker, NEW, fields(day, "08:00", "09:00", room));
    String page = doors.open(worker, one);
    assertTrue(page.contains("porada týmu") && page.contains("v kalendáři"), page);
    String taken = doors.refused(worker, NEW, fields(day, "08:30", "09:30", room));
    assertTrue(taken.contains("e-room") && taken.contains("id=\"told\""), taken);
    String form = doors.open(worker, one + "/edit");
    assertTrue(form.contains("value=\"08:00\""), form);
    assertEquals(
        one,
        doors.post(
            worker, one + "/edit", fields(day, "10:00", "11:00", room, "version", version(form))));
    String stale =
        doors.refused(worker, one + "/edit", fields(day, "12:00", "13:00", room, "version", "0"));
    assertTrue(stale.contains("id=\"meeting-now\""), stale);
    String cancel = doors.open(worker, one + "/cancel");
    doors.refused(worker, one + "/cancel", "version", version(cancel));
    assertEquals(
        one, doors.post(worker, one + "/cancel", "version", version(cancel), "why", "Nemoc."));
    assertTrue(doors.open(worker, one).contains("Nemoc."));
    assertEquals(one, doors.post(worker, one + "/back"));
    assertFalse(doors.open(worker, one).contains("Nemoc."));
  }

  private static String version(String page) {
    Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
    assertTrue(version.find(), page);
    return version.group(1);
  }

  /** What is only told comes once; whoever saves again has seen it. */
  @Test
  void offHoursAreToldBeforeItIsSaved() {
    Viewer early = diary.colleague("key-worker");
    LocalDate day = Diary.TODAY.plusDays(1);
    diary.hours.write(
        early,
        early.staff(),
        0,
        Diary.TODAY,
        List.of(new WrittenHours(DayOfWeek.TUESDAY, 1, LocalTime.of(6, 0), LocalTime.of(14, 0))));
    String[] fields =
        fields(day, "17:00", "18:00", diary.room(), "staff", early.staff().toString());
    String told = doors.again(worker, NEW, fields);
    assertTrue(told.contains("obvykle nepracuje"), told);
    Matcher seen = SEEN.matcher(told);
    assertTrue(seen.find());
    String[] again = Arrays.copyOf(fields, fields.length + 2);
    again[fields.length] = "seen";
    again[fields.length + 1] = seen.group(1);
    assertTrue(doors.post(worker, NEW, again).startsWith("/calendar/meetings/"));
  }

  @Test
  void howOftenIsAskedAfterWhenAndOnlyOfASeries() {
    assertFalse(doors.open(worker, NEW).contains("name=\"every\""));
    String form = doors.open(worker, "/calendar/series/new");
    int every = form.indexOf("name=\"every\"");
    assertTrue(form.indexOf("name=\"on\"") < every && every < form.indexOf("name=\"room\""), form);
  }

  @Test
  void aTimeThatDoesNotExistIsRefusedBesideItsField() {
    String night =
        doors.refused(
            worker, NEW, fields(LocalDate.of(2027, 3, 28), "02:30", "03:30", diary.room()));
    assertTrue(night.contains("e-from"), night);
  }

  @Test
  void aVisitIsPlannedFromTheFileOfTheFamily() {
    Family family = diary.family(worker);
    String file = "/files/" + family.file();
    assertTrue(doors.open(worker, file + "/meetings").contains(file + "/meetings/new"));
    String form = doors.open(worker, file + "/meetings/new");
    assertTrue(form.contains(family.child().toString()), form);
    String one =
        doors.post(
            worker,
            file + "/meetings/new",
            "kind",
            "VISIT",
            "on",
            Diary.TODAY.plusDays(2).toString(),
            "from",
            "14:00",
            "until",
            "15:00",
            "place",
            "Lipová 3",
            "travel",
            "30",
            "staff",
            worker.staff().toString(),
            "people",
            family.child().toString());
    assertTrue(doors.open(worker, one).contains("Lipová 3"));
    assertTrue(doors.open(worker, file + "/meetings").contains(one));
    assertThrows(NotFound.class, () -> doors.open(diary.colleague("key-worker"), one + "/edit"));
  }

  @Test
  void whoComesIsReceivedOnThePageOfTheMeeting() {
    Family family = diary.family(worker);
    String one =
        doors.post(
            worker,
            "/files/" + family.file() + "/meetings/new",
            fields(
                Diary.TODAY, "05:00", "06:00", diary.room(), "people", family.carer().toString()));
    assertTrue(doors.open(worker, one).contains(one + "/came"));
    assertTrue(doors.refused(worker, one + "/came").contains("id=\"faults\""));
    assertEquals(one, doors.post(worker, one + "/came", "who", family.carer().toString()));
    String here = doors.open(worker, one);
    assertTrue(here.contains(one + "/left") && here.contains("v centru od"), here);
    assertEquals(one, doors.post(worker, one + "/left", "who", family.carer().toString()));
    assertTrue(doors.open(worker, one).contains("odchod v"));
  }

  /** What is booked all the same is taken back only by whoever says why once more. */
  @Test
  void takingBackAsksWhyWhereAReasonIsAskedFor() {
    Family family = diary.family(worker);
    PersonId apart = diary.family(diary.colleague("key-worker")).carer();
    diary.keptApart(family.child(), apart);
    LocalDate day = Diary.TODAY.plusDays(4);
    String[] fields =
        fields(
            day,
            "08:00",
            "09:00",
            diary.room(8, false, "ulice"),
            "people",
            family.child().toString());
    String one = doors.post(worker, "/files/" + family.file() + "/meetings/new", fields);
    String cancel = doors.open(worker, one + "/cancel");
    doors.post(worker, one + "/cancel", "version", version(cancel), "why", "Nemoc.");
    diary.calendar.put(
        diary.director,
        diary.booking(
            diary.slot(day, "08:00", "09:00"), diary.room(8, false, "dvůr"), Attendee.of(apart)));
    String asked = doors.refused(worker, one + "/back");
    assertTrue(asked.contains("f-despite-words") && asked.contains("e-despite"), asked);
    assertEquals(
        one,
        doors.post(
            worker,
            one + "/back",
            "despite",
            "OTHER",
            "despite-words",
            "Jiný čas soud nepřipouští, vchody jsou dva."));
    assertFalse(doors.open(worker, one).contains("Nemoc."));
  }

  @Test
  void aSeriesThatIsSentTwiceIsOne() {
    String form = doors.open(worker, "/calendar/series/new");
    Matcher mark = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"").matcher(form);
    assertTrue(mark.find(), form);
    String[] fields =
        fields(
            Diary.TODAY.plusDays(5),
            "18:00",
            "19:00",
            diary.room(),
            "step",
            "WEEKS",
            "every",
            "1",
            "times",
            "2",
            "mark",
            mark.group(1));
    String series = doors.post(worker, "/calendar/series/new", fields);
    assertEquals(series, doors.post(worker, "/calendar/series/new", fields));
    String wrong =
        doors.refused(worker, "/calendar/series/new", "mark", mark.group(1), "times", "2");
    assertTrue(wrong.contains(mark.group(1)), "the form that comes back is the same form");
  }

  @Test
  void aSeriesSaysWhatBecameOfEachDay() {
    RoomId room = diary.room();
    LocalDate first = Diary.TODAY.plusDays(3);
    doors.open(worker, "/calendar/series/new");
    doors.post(worker, NEW, fields(first.plusWeeks(1), "08:00", "09:00", room));
    String wrong =
        doors.refused(worker, "/calendar/series/new", fields(first, "08:00", "09:00", room));
    assertTrue(wrong.contains("e-step") && wrong.contains("e-every") && wrong.contains("e-times"));
    String series =
        doors.post(
            worker,
            "/calendar/series/new",
            fields(
                first,
                "08:00",
                "09:00",
                room,
                "step",
                "WEEKS",
                "every",
                "1",
                "times",
                "3",
                "holidays",
                "on"));
    String page = doors.open(worker, series);
    assertTrue(page.contains("bez termínu") && page.contains("Dát jiný čas"), page);
    doors.open(worker, "/files/" + diary.family(worker).file() + "/series/new");
  }
}
