package org.opora.calendar.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.meetings.application.MeetingDesk;
import org.opora.calendar.meetings.application.MeetingView;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.meetings.contributions.MeetingLists;
import org.opora.calendar.meetings.contributions.MovableMeeting;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingState;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/**
 * Meetings that no module keeps: in the calendar or not written at all, and seen by whom they may.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingDeskTest {
  @Parameter Product product;
  private Diary diary;
  private Viewer worker;
  private Viewer other;

  @BeforeParameterizedClassInvocation
  void open() {
    diary = new Diary(product);
    worker = diary.colleague("key-worker");
    other = diary.colleague("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    diary.close();
  }

  private NewMeeting team(Slot slot, RoomId room, Viewer... staff) {
    return new NewMeeting(
        "TEAM",
        " Rozdělení služeb ",
        slot,
        room,
        null,
        0,
        Set.of(staff).stream().map(Viewer::staff).collect(Collectors.toSet()),
        Set.of(),
        0);
  }

  private NewMeeting visit(Slot slot, Viewer who, PersonId... people) {
    return new NewMeeting(
        "VISIT",
        "Kytka pro babičku",
        slot,
        null,
        "Lipová 3",
        40,
        Set.of(who.staff()),
        Set.of(people),
        1);
  }

  private Appointment booked(UUID meeting) {
    return diary.tx.read(em -> new AppointmentQueries(em).of("calendar", meeting));
  }

  private Meeting row(UUID meeting) {
    return diary.tx.read(em -> em.find(Meeting.class, meeting));
  }

  @Test
  void ofAFamilyThatIsNotThereNothingIsListed() {
    assertThrows(
        NotFound.class, () -> diary.reader.about(diary.director, CaseFileId.next(), null, 20));
  }

  @Test
  void aMeetingAboutNobodyIsPlainAndEverybodySeesIt() {
    RoomId room = diary.room();
    Slot slot = diary.tomorrow("08:00", "09:00");
    UUID id = diary.meetings.write(worker, null, team(slot, room, worker), null);
    MeetingView view = diary.reader.view(other, id);
    assertEquals("Rozdělení služeb", view.words());
    assertEquals(MeetingState.BOOKED, view.state());
    assertEquals(Set.of(worker.staff()), view.staff().keySet());
    assertEquals("Rozdělení služeb", row(id).words().plain());
    Appointment appointment = booked(id);
    assertEquals(slot, appointment.slot());
    assertEquals("calendar.read", appointment.what().permission());
    assertEquals("porada týmu", appointment.what().title().cs());
    assertEquals("/calendar/meetings/" + id, appointment.what().href());
    assertThrows(NotAllowed.class, () -> diary.reader.view(diary.viewer("inspector"), id));
    assertThrows(
        NotAllowed.class,
        () ->
            diary.meetings.write(
                diary.viewer("accountant"), null, team(slot, diary.room(), worker), null));
  }

  @Test
  void whatIsAboutAFamilyIsSealedAndOpenToItsPeopleOnly() {
    Family family = diary.family(worker);
    UUID id =
        diary.meetings.write(
            worker,
            family.file(),
            visit(diary.tomorrow("14:00", "15:00"), worker, family.child()),
            null);
    MeetingView view = diary.reader.view(worker, id);
    assertEquals("Kytka pro babičku", view.words());
    assertEquals("Lipová 3", view.place());
    assertEquals(Set.of(family.child()), view.people().keySet());
    assertEquals(1, diary.reader.about(worker, family.file(), null, 20).items().size());
    Meeting row = row(id);
    assertNull(row.words().plain());
    assertNull(row.place().plain());
    assertNotNull(row.words().sealed());
    assertEquals("registry.read", booked(id).what().permission());
    assertThrows(NotFound.class, () -> diary.reader.view(other, id));
    assertThrows(NotFound.class, () -> diary.meetings.cancel(other, id, row.version(), "Nejde."));
    assertThrows(NotFound.class, () -> diary.reader.about(other, family.file(), null, 20));
    assertThrows(
        NotFound.class,
        () ->
            diary.meetings.write(
                other, family.file(), visit(diary.tomorrow("16:00", "17:00"), other), null));
  }

  @Test
  void aWallAtWhoeverComesClosesItUnderAnyKey() {
    Family family = diary.family(worker);
    PersonId known = diary.family(worker).child();
    diary.register.access.aliases().join(family.child(), known);
    UUID id =
        diary.meetings.write(
            worker,
            family.file(),
            visit(diary.slot(Diary.TODAY.plusDays(3), "14:00", "15:00"), worker, family.child()),
            null);
    Viewer walled = diary.viewer("director");
    assertEquals(1, diary.reader.about(walled, family.file(), null, 20).items().size());
    diary
        .register
        .house
        .walls()
        .raise(
            diary.director, walled.staff(), Subject.of(known), Walls.Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> diary.reader.view(walled, id));
    assertEquals(List.of(), diary.reader.about(walled, family.file(), null, 20).items());
    assertThrows(NotFound.class, () -> diary.meetings.cancel(walled, id, 1, "Nejde."));
  }

  @Test
  void whatStandsInTheWayKeepsItFromBeingWritten() {
    RoomId room = diary.room();
    Slot slot = diary.slot(Diary.TODAY.plusDays(4), "08:00", "09:00");
    diary.meetings.write(worker, null, team(slot, room, worker), null);
    NewMeeting second = team(slot, room, worker, other);
    assertEquals(
        Set.of("collision.room-taken", "collision.staff-taken"),
        Diary.keys(diary.meetings.collisions(other, null, null, second)));
    assertEquals(
        "room: collision.room-taken",
        Diary.refusal(() -> diary.meetings.write(other, null, second, null)));
    assertEquals("done", diary.said(diary.booking(slot, diary.room(), Attendee.of(other.staff()))));
  }

  @Test
  void itIsChangedMovedCancelledAndTakenBack() {
    RoomId room = diary.room();
    Slot slot = diary.slot(Diary.TODAY.plusDays(5), "08:00", "09:00");
    UUID id = diary.meetings.write(worker, null, team(slot, room, worker), null);
    long first = diary.reader.view(worker, id).version();
    Slot later = diary.slot(Diary.TODAY.plusDays(5), "10:00", "11:00");
    diary.meetings.change(other, id, first, team(later, room, worker, other), null);
    assertEquals(later, booked(id).slot());
    assertThrows(
        Stale.class,
        () -> diary.meetings.change(worker, id, first, team(slot, room, worker), null));
    MovableMeeting movable = new MovableMeeting(diary.meetings);
    assertEquals(booked(id).what().kind(), movable.kind());
    assertEquals(booked(id).what().origin(), movable.origin());
    movable.move(worker, id, slot, null, null);
    assertEquals(slot, booked(id).slot());
    assertFalse(booked(id).where().inTheHouse());
    MeetingView moved = diary.reader.view(worker, id);
    assertEquals(2, moved.staff().size());
    assertEquals(
        "why: meeting.why.missing",
        Diary.refusal(() -> diary.meetings.cancel(worker, id, moved.version(), " ")));
    diary.meetings.cancel(worker, id, moved.version(), "Nemoc.");
    MeetingView cancelled = diary.reader.view(worker, id);
    assertEquals(MeetingState.CANCELLED, cancelled.state());
    assertEquals("Nemoc.", cancelled.why());
    assertTrue(booked(id).cancelled());
    assertEquals(
        "null: meeting.not-booked",
        Diary.refusal(() -> movable.move(worker, id, later, room, null)));
    diary.meetings.takeBack(worker, id);
    assertFalse(booked(id).cancelled());
    assertNull(diary.reader.view(worker, id).why());
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() {
    Slot slot = diary.slot(Diary.TODAY.plusDays(6), "08:00", "09:00");
    RoomId room = diary.room();
    Set<StaffId> me = Set.of(worker.staff());
    assertEquals(
        "kind: meeting.kind.gone",
        refused(new NewMeeting("PARTY", null, slot, room, null, 0, me, Set.of(), 0)));
    assertEquals(
        "place: meeting.place.room",
        refused(new NewMeeting("TEAM", null, slot, room, "Park", 0, me, Set.of(), 0)));
    assertEquals(
        "travel: meeting.travel.room",
        refused(new NewMeeting("TEAM", null, slot, room, null, 5, me, Set.of(), 0)));
    assertEquals(
        "travel: meeting.travel.range",
        refused(new NewMeeting("TEAM", null, slot, null, null, 601, me, Set.of(), 0)));
    assertEquals(
        "staff: meeting.staff.nobody",
        refused(new NewMeeting("TEAM", null, slot, room, null, 0, Set.of(), Set.of(), 0)));
    assertEquals(
        "staff: meeting.staff.gone",
        refused(
            new NewMeeting(
                "TEAM",
                null,
                slot,
                room,
                null,
                0,
                Set.of(diary.viewer("it-administrator").staff()),
                Set.of(),
                0)));
    // About nobody nobody of a family comes.
    assertEquals(
        "people: meeting.people.gone",
        refused(
            new NewMeeting(
                "TEAM", null, slot, room, null, 0, me, Set.of(diary.family(worker).child()), 0)));
    assertEquals(
        "words: meeting.too-long",
        refused(new NewMeeting("TEAM", "a".repeat(201), slot, room, null, 0, me, Set.of(), 0)));
    assertEquals(
        "on: meeting.day.far",
        refused(
            new NewMeeting(
                "TEAM",
                null,
                diary.slot(Diary.TODAY.plusYears(20), "08:00", "09:00"),
                room,
                null,
                0,
                me,
                Set.of(),
                0)));
  }

  private String refused(NewMeeting meeting) {
    return Diary.refusal(() -> diary.meetings.write(worker, null, meeting, null));
  }

  @Test
  void whoeverIsTakenOffTheFormDoesNotCome() {
    Family family = diary.family(worker);
    UUID id =
        diary.meetings.write(
            worker,
            family.file(),
            visit(
                diary.slot(Diary.TODAY.plusDays(7), "14:00", "15:00"),
                worker,
                family.child(),
                family.carer()),
            null);
    MeetingView view = diary.reader.view(worker, id);
    diary.meetings.change(
        worker, id, view.version(), visit(view.slot(), worker, family.carer()), null);
    assertEquals(Set.of(family.carer()), diary.reader.view(worker, id).people().keySet());
  }

  @Test
  void aKindInUseIsCounted() {
    diary.meetings.write(
        worker,
        null,
        team(diary.slot(Diary.TODAY.plusDays(8), "08:00", "09:00"), diary.room(), worker),
        null);
    assertTrue(new MeetingLists(diary.tx).lists().get(0).uses().applyAsLong("TEAM") > 0);
    assertEquals("meeting", MeetingDesk.KIND);
  }
}
