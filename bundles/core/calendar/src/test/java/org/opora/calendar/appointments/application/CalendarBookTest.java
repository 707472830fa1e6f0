package org.opora.calendar.appointments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.safety.Safety;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.registry.staff.application.NewAbsence;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.testkit.OnEveryDatabase;

/** Who and what can be in one place only is. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarBookTest {
  @Parameter Product product;
  private Diary diary;

  @BeforeParameterizedClassInvocation
  void open() {
    diary = new Diary(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    diary.close();
  }

  private Attendee worker() {
    return Attendee.of(diary.viewer("key-worker").staff());
  }

  private Attendee child() {
    return Attendee.of(diary.family(diary.viewer("key-worker")).child());
  }

  @Test
  void aRoomIsTakenUntilTheLastMinuteAndNoLonger() {
    RoomId room = diary.room();
    assertEquals("done", diary.said(diary.booking(diary.tomorrow("14:00", "15:00"), room)));
    assertEquals(
        "room: collision.room-taken",
        diary.said(diary.booking(diary.tomorrow("14:59", "16:00"), room)));
    assertEquals("done", diary.said(diary.booking(diary.tomorrow("15:00", "16:00"), room)));
  }

  @Test
  void aRoomThatSeveralShareTakesAsManyAsItHasSeats() {
    RoomId hall = diary.room(3, true, "");
    assertEquals(
        "done",
        diary.said(diary.booking(diary.tomorrow("09:00", "10:00"), hall, worker(), child())));
    assertEquals(
        "done", diary.said(diary.booking(diary.tomorrow("09:30", "10:30"), hall, worker())));
    assertEquals(
        "room: collision.room-full",
        diary.said(diary.booking(diary.tomorrow("09:45", "10:15"), hall, worker())));
    assertEquals(
        "done",
        diary.said(diary.booking(diary.tomorrow("10:00", "11:00"), hall, worker(), child())));
  }

  @Test
  void aColleagueIsOnTheWayBeforeAndAfterAnAppointmentOutside() {
    Attendee worker = worker();
    Booking outside =
        new Booking(
            diary.what(null),
            diary.tomorrow("10:00", "11:00"),
            Where.elsewhere(45),
            List.of(worker));
    diary.calendar.put(diary.director, outside);
    assertEquals(
        "staff: collision.staff-taken",
        diary.said(diary.booking(diary.tomorrow("11:30", "12:00"), diary.room(), worker)));
    assertEquals(
        "done", diary.said(diary.booking(diary.tomorrow("11:45", "12:00"), diary.room(), worker)));
  }

  @Test
  void nobodyIsBookedWhoIsAway() {
    Viewer away = diary.viewer("key-worker");
    diary.register.room.absences.record(
        diary.director,
        away.staff(),
        new NewAbsence(
            AbsenceKind.HOLIDAY, Diary.TODAY.plusDays(1), Diary.TODAY.plusDays(1), null));
    Attendee worker = Attendee.of(away.staff());
    assertEquals(
        "staff: collision.staff-away",
        diary.said(diary.booking(diary.tomorrow("10:00", "11:00"), diary.room(), worker)));
    assertEquals(
        "done",
        diary.said(
            diary.booking(
                diary.slot(Diary.TODAY.plusDays(2), "10:00", "11:00"), diary.room(), worker)));
  }

  @Test
  void aChildIsInOnePlaceUnderWhicheverKey() {
    Viewer worker = diary.viewer("key-worker");
    PersonId one = diary.family(worker).child();
    PersonId other = diary.family(worker).child();
    diary.register.access.aliases().join(one, other);
    assertEquals(
        "done",
        diary.said(
            diary.booking(diary.tomorrow("14:00", "15:00"), diary.room(), Attendee.of(one))));
    assertEquals(
        "people: collision.person-taken",
        diary.said(
            diary.booking(diary.tomorrow("14:30", "15:30"), diary.room(), Attendee.of(other))));
  }

  @Test
  void peopleWhoMustNotMeetDoNotMeetInOneAppointment() {
    PersonId one = diary.family(diary.viewer("key-worker")).child();
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(one, other);
    assertEquals(
        "people: collision.apart-together",
        diary.said(
            diary.booking(
                diary.tomorrow("14:00", "15:00"),
                diary.room(),
                Attendee.of(one),
                Attendee.of(other))));
  }

  @Test
  void whomASafetyNoticeKeepsAwayDoesNotMeetTheChildInOneAppointment() {
    Viewer director = diary.register.viewer("director");
    PersonId child = diary.family(diary.viewer("key-worker")).child();
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.register.safety.raise(
        director,
        child,
        new Safety.NewNotice(
            Safety.Kind.MUST_NOT_MEET, "rozsudek", null, null, Diary.TODAY, null, other));
    assertEquals(
        "people: collision.apart-together",
        diary.said(
            diary.booking(
                diary.tomorrow("14:00", "15:00"),
                diary.room(),
                Attendee.of(child),
                Attendee.of(other))));
  }

  @Test
  void peopleWhoMustNotMeetDoNotMeetAtTheDoor() {
    PersonId one = diary.family(diary.viewer("key-worker")).carer();
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(one, other);
    RoomId front = diary.room();
    RoomId back = diary.room(8, false, "Zahrada");
    assertEquals(
        "done",
        diary.said(diary.booking(diary.tomorrow("14:00", "15:00"), front, Attendee.of(one))));
    // A quarter of an hour after the one and a quarter before the other they would both be there.
    assertEquals(
        "on: collision.apart-same-door",
        diary.said(
            diary.booking(diary.tomorrow("15:29", "16:00"), diary.room(), Attendee.of(other))));
    assertEquals(
        "despite: collision.apart-other-door",
        diary.said(diary.booking(diary.tomorrow("15:29", "16:00"), back, Attendee.of(other))));
    assertEquals(
        "done",
        diary.said(
            diary.booking(diary.tomorrow("15:30", "16:00"), diary.room(), Attendee.of(other))));
  }

  @Test
  void whoeverSaysWhyBooksByAnotherDoorAndTheHouseIsTold() {
    Family family = diary.family(diary.viewer("key-worker"));
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(family.child(), other);
    diary.calendar.put(
        diary.director,
        diary.booking(diary.tomorrow("08:00", "09:00"), diary.room(), Attendee.of(other)));
    Booking second =
        new Booking(
            diary.what(family),
            diary.tomorrow("08:00", "09:00"),
            Where.in(diary.room(8, false, "Dvůr")),
            List.of(Attendee.of(family.child())));
    assertEquals(
        "despite-words: because.write",
        Diary.refusal(
            () ->
                diary.calendar.put(diary.director, second, new Because(Reason.values()[0], null))));
    diary.calendar.put(
        diary.director,
        second,
        new Because(Reason.OTHER, "Jiný čas soud nepřipouští, vchody jsou dva."));
    assertEquals(1, overrides(second));
    diary.calendar.cancel(diary.director, second.what().origin(), second.what().source());
    assertEquals(0, overrides(second));
  }

  private long overrides(Booking booking) {
    return diary.register.tx.read(
        em ->
            em.createQuery(
                    "SELECT COUNT(o.id) FROM RuleOverride o WHERE o.source = :record", Long.class)
                .setParameter("record", booking.what().source())
                .getSingleResult());
  }

  @Test
  void whatIsMovedFreesWhatItHeldAndKeepsItsAppointment() {
    RoomId room = diary.room();
    Attendee worker = worker();
    Booking first = diary.booking(diary.tomorrow("14:00", "15:00"), room, worker);
    var id = diary.calendar.put(diary.director, first);
    Booking moved =
        new Booking(
            first.what(), diary.tomorrow("14:30", "15:30"), Where.in(room), first.attendees());
    assertEquals(id, diary.calendar.put(diary.director, moved));
    assertEquals("done", diary.said(diary.booking(diary.tomorrow("14:00", "14:30"), room)));
    Appointment row =
        diary.tx.read(
            em -> new AppointmentQueries(em).of(first.what().origin(), first.what().source()));
    assertEquals(1, row.sequence());
    assertEquals(moved.slot(), row.slot());
    List<AttendeeRow> rows = diary.tx.read(em -> new AppointmentQueries(em).attendees(row.id()));
    assertEquals(1, rows.size());
    assertEquals(moved.slot(), rows.get(0).expected().busy());
  }

  @Test
  void whatIsCancelledIsFreeAndCanTakePlaceAgain() {
    RoomId room = diary.room();
    Booking first = diary.booking(diary.tomorrow("14:00", "15:00"), room);
    diary.calendar.put(diary.director, first);
    diary.calendar.cancel(diary.director, first.what().origin(), first.what().source());
    Booking second = diary.booking(diary.tomorrow("14:00", "15:00"), room);
    assertEquals("done", diary.said(second));
    assertEquals("room: collision.room-taken", diary.said(first));
    diary.calendar.cancel(diary.director, second.what().origin(), second.what().source());
    assertEquals("done", diary.said(first));
  }

  /** A record that is written again with the same time asks for nothing new. */
  @Test
  void whatIsPutAgainAsItWasIsNotRefusedForARoomOutOfUse() {
    RoomId room = diary.room();
    Booking first = diary.booking(diary.tomorrow("14:00", "15:00"), room);
    diary.calendar.put(diary.director, first);
    var view = diary.desk.room(diary.director, room);
    RoomFacts facts = view.facts();
    diary.desk.amend(
        diary.director,
        room,
        view.version(),
        new RoomFacts(facts.name(), facts.seats(), facts.shared(), facts.door(), false));
    assertEquals("done", diary.said(first));
    assertEquals(
        "room: collision.room-gone",
        diary.said(diary.booking(diary.tomorrow("16:00", "17:00"), room)));
  }

  @Test
  void allThatStandsInTheWayIsToldBeforehand() {
    RoomId room = diary.room();
    Attendee worker = worker();
    Attendee child = child();
    diary.calendar.put(
        diary.director, diary.booking(diary.tomorrow("14:00", "15:00"), room, worker, child));
    assertEquals(
        Set.of("collision.room-taken", "collision.staff-taken", "collision.person-taken"),
        Diary.keys(
            diary.calendar.collisions(
                diary.director,
                diary.booking(diary.tomorrow("14:30", "15:30"), room, worker, child))));
  }

  @Test
  void aPersonBehindAWallIsNotNamed() {
    Family family = diary.family(diary.viewer("key-worker"));
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(family.child(), other);
    Viewer walled = diary.viewer("director");
    diary
        .register
        .house
        .walls()
        .raise(
            diary.director, walled.staff(), Subject.of(other), Walls.Ground.CONFLICT_OF_INTEREST);
    diary.calendar.put(
        diary.director,
        diary.booking(diary.tomorrow("08:00", "09:00"), diary.room(), Attendee.of(other)));
    List<Collision> told =
        diary.calendar.collisions(
            walled,
            diary.booking(
                diary.tomorrow("08:00", "09:00"), diary.room(), Attendee.of(family.child())));
    assertEquals(
        List.of("collision.apart-same-door.unnamed"),
        told.stream().map(one -> one.text().key()).toList());
  }

  @Test
  void aBookingThatFailsAfterwardsWasNone() {
    RoomId room = diary.room();
    Booking booking = diary.booking(diary.tomorrow("14:00", "15:00"), room);
    assertThrows(
        IllegalStateException.class,
        () ->
            diary.register.tx.run(
                em -> {
                  diary.calendar.put(diary.director, booking);
                  throw new IllegalStateException("the record was not written");
                }));
    assertEquals("done", diary.said(diary.booking(diary.tomorrow("14:00", "15:00"), room)));
  }

  @Test
  void nobodyIsKeptApartFromThemselvesNorUntilADayBeforeTheFirst() {
    PersonId one = diary.family(diary.viewer("key-worker")).child();
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    UUID source = UUID.randomUUID();
    assertThrows(
        IllegalArgumentException.class,
        () -> diary.apart.put("test", source, one, one, Diary.TODAY, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> diary.apart.put("test", source, one, other, Diary.TODAY, Diary.TODAY.minusDays(1)));
    diary.apart.put("test", source, one, other, Diary.TODAY, Diary.TODAY);
    assertEquals(Set.of(other), diary.apart.from(List.of(one), Diary.TODAY).get(one));
    assertEquals(Map.of(), diary.apart.from(List.of(one), Diary.TODAY.plusDays(1)));
  }

  @Test
  void nobodyAttendsTwice() {
    StaffId one = diary.viewer("key-worker").staff();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            diary.booking(
                diary.tomorrow("14:00", "15:00"),
                diary.room(),
                Attendee.of(one),
                Attendee.of(one)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Attendee(Attendee.Kind.STAFF, UUID.randomUUID(), diary.tomorrow("14:00", "15:00")));
  }

  @Test
  void whatABundleHadBookedBeforeIsTakenOverOnceWhateverStandsAgainstIt() {
    RoomId room = diary.room();
    Attendee worker = worker();
    Slot slot = diary.tomorrow("18:00", "19:00");
    diary.calendar.put(diary.director, diary.booking(slot, room));
    Booking former = diary.booking(slot, room, worker);
    takeOver(former);
    Booking elsewhere = diary.booking(slot, diary.room(), worker);
    assertEquals(Set.of(Collision.Kind.STAFF_TAKEN), refusing(elsewhere), "the time is taken");
    Booking.What what = former.what();
    diary.calendar.cancel(diary.director, what.origin(), what.source());
    takeOver(former);
    assertEquals(Set.of(), refusing(elsewhere), "what became of it here stays");
  }

  private void takeOver(Booking former) {
    Viewer director = diary.director;
    diary.calendar.takeOver(former, director.staff(), director.now(), director.zone());
  }

  private Set<Collision.Kind> refusing(Booking booking) {
    return diary.calendar.collisions(diary.director, booking).stream()
        .map(Collision::kind)
        .filter(kind -> kind.grade() == Collision.Grade.REFUSES)
        .collect(Collectors.toSet());
  }
}
