package org.opora.calendar.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.calendar.Rhythm;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.RoomId;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.meetings.application.MeetingCancellations;
import org.opora.calendar.meetings.application.MeetingView;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.meetings.domain.MeetingState;
import org.opora.calendar.series.application.NewSeries;
import org.opora.calendar.series.application.SeriesDesk;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** A meeting comes again and again, and what stands in the way of one day hinders no other. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesDeskTest {
  /** A Friday, four weeks before Christmas on a Friday. */
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  @Parameter Product product;
  private Diary diary;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    diary = new Diary(product);
    worker = diary.colleague("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    diary.close();
  }

  private NewMeeting meeting(RoomId room) {
    return new NewMeeting(
        "TEAM",
        null,
        diary.tomorrow("08:00", "09:00"),
        room,
        null,
        0,
        Set.of(worker.staff()),
        Set.of(),
        0);
  }

  private static NewSeries weekly(LocalDate first, int times, String from, boolean holidays) {
    LocalTime begins = LocalTime.parse(from);
    return new NewSeries(
        first,
        begins,
        begins.plusHours(1),
        new Rhythm(Rhythm.Step.WEEKS, 1, null, times),
        holidays);
  }

  private List<LocalDate> days(UUID series, MeetingState state) {
    return diary.series.lines(worker, series).stream()
        .map(SeriesDesk.Line::meeting)
        .filter(one -> one.state() == state)
        .map(one -> LocalDate.ofInstant(one.slot().start(), worker.zone()))
        .toList();
  }

  @Test
  void holidaysAreLeftOutWhenThatIsWanted() {
    UUID series =
        diary.series.make(
            worker,
            null,
            UUID.randomUUID(),
            meeting(diary.room()),
            weekly(FRIDAY, 6, "08:00", true));
    // Christmas and New Year's Day are Fridays.
    assertEquals(
        List.of(0, 1, 2, 3, 6, 7).stream().map(FRIDAY::plusWeeks).toList(),
        days(series, MeetingState.BOOKED));
    UUID all =
        diary.series.make(
            worker,
            null,
            UUID.randomUUID(),
            meeting(diary.room()),
            weekly(FRIDAY, 5, "10:00", false));
    assertEquals(FRIDAY.plusWeeks(4), days(all, MeetingState.BOOKED).get(4));
  }

  @Test
  void whatStandsInTheWayOfOneDayHindersNoOther() {
    RoomId room = diary.room();
    LocalDate first = FRIDAY.plusYears(1);
    diary.said(diary.booking(diary.slot(first.plusWeeks(1), "12:00", "13:00"), room));
    UUID series =
        diary.series.make(
            worker, null, UUID.randomUUID(), meeting(room), weekly(first, 3, "12:30", false));
    assertEquals(List.of(first, first.plusWeeks(2)), days(series, MeetingState.BOOKED));
    assertEquals(List.of(first.plusWeeks(1)), days(series, MeetingState.OPEN));
    SeriesDesk.Line open =
        diary.series.lines(worker, series).stream()
            .filter(line -> line.meeting().state() == MeetingState.OPEN)
            .findFirst()
            .orElseThrow();
    assertEquals("collision.room-taken", open.against().get(0).key());
    // Given another time, it stands in the calendar like the others.
    MeetingView one = open.meeting();
    diary.meetings.change(
        worker,
        one.id(),
        one.version(),
        meeting(room).at(diary.slot(first.plusWeeks(1), "14:00", "15:00")),
        null);
    assertEquals(3, days(series, MeetingState.BOOKED).size());
  }

  @Test
  void whatTheClockSkipsWaitsForSomebodyToDecide() {
    LocalDate sunday = LocalDate.of(2027, 3, 21);
    UUID series =
        diary.series.make(
            worker,
            null,
            UUID.randomUUID(),
            meeting(diary.room()),
            weekly(sunday, 3, "02:15", false));
    assertEquals(List.of(sunday.plusWeeks(1)), days(series, MeetingState.OPEN));
    assertEquals(List.of(sunday, sunday.plusWeeks(2)), days(series, MeetingState.BOOKED));
  }

  @Test
  void oneOrAllFromOneOnAreCancelled() {
    LocalDate first = FRIDAY.plusYears(2);
    UUID series =
        diary.series.make(
            worker,
            null,
            UUID.randomUUID(),
            meeting(diary.room()),
            weekly(first, 4, "16:00", false));
    List<MeetingView> all =
        diary.series.lines(worker, series).stream().map(SeriesDesk.Line::meeting).toList();
    diary.cancellations.cancel(worker, all.get(0).id(), all.get(0).version(), "Jednou ne.");
    assertEquals(1, days(series, MeetingState.CANCELLED).size());
    assertEquals(
        new MeetingCancellations.Cancelled(2, 0),
        diary.cancellations.cancelFrom(worker, all.get(2).id(), all.get(2).version(), "Už ne."));
    assertEquals(List.of(first.plusWeeks(1)), days(series, MeetingState.BOOKED));
  }

  @Test
  void whatOthersHaveToCancelStaysAndIsCounted() {
    Family family = diary.family(worker);
    LocalDate first = FRIDAY.plusYears(2).plusDays(1);
    UUID series =
        diary.series.make(
            worker,
            family.file(),
            UUID.randomUUID(),
            meeting(null),
            weekly(first, 3, "16:00", false));
    List<MeetingView> all =
        diary.series.lines(worker, series).stream().map(SeriesDesk.Line::meeting).toList();
    MeetingView second = all.get(1);
    diary.meetings.change(
        worker,
        second.id(),
        second.version(),
        new NewMeeting(
            "TEAM",
            null,
            second.slot(),
            null,
            null,
            0,
            Set.of(worker.staff()),
            Set.of(family.child()),
            0),
        null);
    Viewer walled = diary.viewer("director");
    diary
        .register
        .house
        .walls()
        .raise(
            diary.director,
            walled.staff(),
            Subject.of(family.child()),
            Walls.Ground.CONFLICT_OF_INTEREST);
    assertEquals(
        new MeetingCancellations.Cancelled(2, 1),
        diary.cancellations.cancelFrom(walled, all.get(0).id(), all.get(0).version(), "Už ne."));
    assertEquals(List.of(first.plusWeeks(1)), days(series, MeetingState.BOOKED));
    assertEquals(2, days(series, MeetingState.CANCELLED).size());
  }

  @Test
  void theSameFormSentAgainWritesNothingTwice() {
    UUID sent = UUID.randomUUID();
    NewSeries when = weekly(FRIDAY.plusYears(3).plusDays(3), 3, "16:00", false);
    NewMeeting meeting = meeting(diary.room());
    UUID series = diary.series.make(worker, null, sent, meeting, when);
    List<MeetingView> all =
        diary.series.lines(worker, series).stream().map(SeriesDesk.Line::meeting).toList();
    // What became of one of them meanwhile stays.
    diary.cancellations.cancel(worker, all.get(0).id(), all.get(0).version(), "Jednou ne.");
    assertEquals(series, diary.series.make(worker, null, sent, meeting, when));
    assertEquals(3, diary.series.lines(worker, series).size());
    assertEquals(1, days(series, MeetingState.CANCELLED).size());
    assertEquals(2, days(series, MeetingState.BOOKED).size());
    assertNotEquals(
        series,
        diary.series.make(
            worker,
            null,
            sent,
            meeting,
            weekly(FRIDAY.plusYears(3).plusDays(3), 3, "18:00", false)),
        "with another hour it is another series");
  }

  @Test
  void whatWasInterruptedIsMadeWholeByTheSameForm() {
    UUID sent = UUID.randomUUID();
    NewSeries when = weekly(FRIDAY.plusYears(3).plusDays(4), 4, "16:00", false);
    NewMeeting meeting = meeting(diary.room());
    UUID series = diary.series.make(worker, null, sent, meeting, when);
    // As if the machine had stopped after the second day.
    List<MeetingView> all =
        diary.series.lines(worker, series).stream().map(SeriesDesk.Line::meeting).toList();
    diary.tx.run(
        em -> {
          for (MeetingView one : all.subList(2, 4)) {
            em.createQuery("DELETE FROM MeetingAttendee a WHERE a.meeting = :meeting")
                .setParameter("meeting", one.id())
                .executeUpdate();
            em.createQuery("DELETE FROM Meeting m WHERE m.id = :meeting")
                .setParameter("meeting", one.id())
                .executeUpdate();
            Appointment stood = new AppointmentQueries(em).of("calendar", one.id());
            new AppointmentQueries(em).attendees(stood.id()).forEach(em::remove);
            em.flush();
            em.remove(stood);
          }
        });
    assertEquals(2, diary.series.lines(worker, series).size());
    assertEquals(series, diary.series.make(worker, null, sent, meeting, when));
    assertEquals(4, days(series, MeetingState.BOOKED).size());
  }

  @Test
  void ofTwoWhoSendTheSameAtOnceBothFindOneSeries() throws Exception {
    RoomId taken = diary.room();
    LocalDate first = FRIDAY.plusYears(3).plusDays(5);
    diary.said(diary.booking(diary.slot(first.plusWeeks(1), "16:00", "17:00"), taken));
    UUID sent = UUID.randomUUID();
    NewSeries when = weekly(first, 6, "16:00", false);
    NewMeeting meeting = meeting(taken);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      Callable<UUID> make =
          () -> {
            start.await(30, TimeUnit.SECONDS);
            return diary.series.make(worker, null, sent, meeting, when);
          };
      Future<UUID> one = both.submit(make);
      Future<UUID> other = both.submit(make);
      UUID series = one.get(120, TimeUnit.SECONDS);
      assertEquals(series, other.get(120, TimeUnit.SECONDS));
      assertEquals(5, days(series, MeetingState.BOOKED).size());
      assertEquals(1, days(series, MeetingState.OPEN).size());
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void nothingIsWrittenOfWhatMakesNoSense() {
    NewSeries when = weekly(FRIDAY.plusYears(3), 1, "08:00", false);
    NewMeeting wrong =
        new NewMeeting(
            "PARTY",
            null,
            diary.tomorrow("08:00", "09:00"),
            null,
            null,
            0,
            Set.of(worker.staff()),
            Set.of(),
            0);
    assertEquals(
        "kind: meeting.kind.gone",
        Diary.refusal(() -> diary.series.make(worker, null, UUID.randomUUID(), wrong, when)));
    assertEquals(
        "last: series.no-day",
        Diary.refusal(
            () ->
                diary.series.make(
                    worker,
                    null,
                    UUID.randomUUID(),
                    meeting(null),
                    new NewSeries(
                        FRIDAY,
                        LocalTime.NOON,
                        LocalTime.of(13, 0),
                        new Rhythm(Rhythm.Step.WEEKS, 1, FRIDAY.minusDays(1), null),
                        false))));
  }

  @Test
  void aSeriesAboutAFamilyIsOpenToItsPeopleOnly() {
    CaseFileId file = diary.family(worker).file();
    UUID series =
        diary.series.make(
            worker,
            file,
            UUID.randomUUID(),
            meeting(null),
            weekly(FRIDAY.plusYears(4), 2, "08:00", false));
    assertFalse(diary.series.lines(worker, series).isEmpty());
    assertThrows(NotFound.class, () -> diary.series.lines(diary.colleague("key-worker"), series));
    assertThrows(NotFound.class, () -> diary.series.lines(worker, UUID.randomUUID()));
  }
}
