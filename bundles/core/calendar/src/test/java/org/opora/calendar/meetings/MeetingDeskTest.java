package org.opora.calendar.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
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
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
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
    assertThrows(
        NotFound.class, () -> diary.cancellations.cancel(other, id, row.version(), "Nejde."));
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
    assertThrows(NotFound.class, () -> diary.cancellations.cancel(walled, id, 1, "Nejde."));
  }

  @Test
  void whatStandsInTheWayKeepsItFromBeingWritten() {
    RoomId room = diary.room();
    Slot slot = diary.slot(Diary.TODAY.plusDays(4), "08:00", "09:00");
    diary.meetings.write(worker, null, team(slot, room, worker), null);
    NewMeeting second = team(slot, room, worker, other);
    assertEquals(
        Set.of("collision.room-taken", "collision.staff-taken"),
        Diary.keys(diary.lookout.collisions(other, null, null, second)));
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
    MovableMeeting movable = new MovableMeeting(diary.moves);
    assertEquals(booked(id).what().kind(), movable.kind());
    assertEquals(booked(id).what().origin(), movable.origin());
    movable.move(worker, id, slot, null, null);
    assertEquals(slot, booked(id).slot());
    assertFalse(booked(id).where().inTheHouse());
    MeetingView moved = diary.reader.view(worker, id);
    assertEquals(2, moved.staff().size());
    assertEquals(
        "why: meeting.why.missing",
        Diary.refusal(() -> diary.cancellations.cancel(worker, id, moved.version(), " ")));
    diary.cancellations.cancel(worker, id, moved.version(), "Nemoc.");
    MeetingView cancelled = diary.reader.view(worker, id);
    assertEquals(MeetingState.CANCELLED, cancelled.state());
    assertEquals("Nemoc.", cancelled.why());
    assertTrue(booked(id).cancelled());
    assertEquals(
        "null: meeting.not-booked",
        Diary.refusal(() -> movable.move(worker, id, later, room, null)));
    diary.cancellations.takeBack(worker, id, null);
    assertFalse(booked(id).cancelled());
    assertNull(diary.reader.view(worker, id).why());
  }

  @Test
  void movedIntoARoomAndBackItIsWhereItWas() {
    Family family = diary.family(worker);
    Slot slot = diary.slot(Diary.TODAY.plusDays(40), "14:00", "15:00");
    UUID id = diary.meetings.write(worker, family.file(), visit(slot, worker), null);
    MovableMeeting movable = new MovableMeeting(diary.moves);
    RoomId room = diary.room();
    movable.move(worker, id, slot, room, null);
    MeetingView inside = diary.reader.view(worker, id);
    assertEquals(room, inside.room());
    assertNull(inside.place());
    assertEquals(0, inside.travelMinutes());
    assertEquals(Where.in(room), booked(id).where());
    assertEquals(Where.elsewhere(40), movable.outside(id, booked(id).where()));
    movable.move(worker, id, slot, null, null);
    MeetingView back = diary.reader.view(worker, id);
    assertEquals("Lipová 3", back.place());
    assertEquals("Kytka pro babičku", back.words());
    assertEquals(40, back.travelMinutes());
    assertEquals(Where.elsewhere(40), booked(id).where());
    // Whoever writes down that it is in a room says with it that there is no other place.
    diary.meetings.change(worker, id, back.version(), team(slot, room, worker), null);
    movable.move(worker, id, slot, null, null);
    assertNull(diary.reader.view(worker, id).place());
    assertEquals(Where.elsewhere(0), booked(id).where());
  }

  @Test
  void itIsMovedOnlyToWhereItCouldBeWrittenDown() {
    RoomId room = diary.room();
    LocalDate day = Diary.TODAY.plusDays(41);
    UUID id =
        diary.meetings.write(
            worker, null, team(diary.slot(day, "14:00", "15:00"), room, worker), null);
    assertEquals(
        "on: meeting.day.far",
        Diary.refusal(
            () ->
                diary.moves.move(
                    worker,
                    id,
                    diary.slot(Diary.TODAY.plusYears(6), "14:00", "15:00"),
                    room,
                    null)));
    Slot night = new Slot(diary.moment(day, "23:30"), diary.moment(day.plusDays(1), "00:30"));
    assertEquals(
        "until: meeting.over-midnight",
        Diary.refusal(() -> diary.moves.move(worker, id, night, room, null)));
    assertEquals("until: meeting.over-midnight", refused(team(night, diary.room(), worker)));
    assertEquals(diary.slot(day, "14:00", "15:00"), booked(id).slot());
  }

  @Test
  void whatIsOfferedToBeMovedIsWhatIsMoved() {
    Family family = diary.family(worker);
    Slot slot = diary.slot(Diary.TODAY.plusDays(42), "14:00", "15:00");
    UUID about = diary.meetings.write(worker, family.file(), visit(slot, worker), null);
    UUID team =
        diary.meetings.write(
            worker,
            null,
            team(diary.slot(Diary.TODAY.plusDays(42), "08:00", "09:00"), diary.room(), worker),
            null);
    UUID off =
        diary.meetings.write(
            worker,
            null,
            team(diary.slot(Diary.TODAY.plusDays(42), "09:00", "10:00"), diary.room(), worker),
            null);
    diary.cancellations.cancel(worker, off, row(off).version(), "Nejde.");
    MovableMeeting movable = new MovableMeeting(diary.moves);
    Set<UUID> all = Set.of(about, team, off, UUID.randomUUID());
    assertEquals(Set.of(about, team), movable.movable(worker, all));
    assertEquals(Set.of(about, team), movable.movable(diary.director, all));
    assertEquals(Set.of(team), movable.movable(other, all));
    assertEquals(Set.of(), movable.movable(diary.viewer("camp-health-worker"), all));
    for (String role : List.of("facilitator", "therapist", "camp-leader", "minder")) {
      Viewer reads = diary.viewer(role);
      diary
          .register
          .house
          .relations()
          .grant(
              reads.staff(),
              Subject.of(family.file()),
              RelationKind.FACILITATOR,
              Diary.TODAY,
              null,
              "test:" + role);
      assertNotNull(diary.reader.view(reads, about), role);
      assertFalse(diary.reader.view(reads, about).changeable(), role);
      assertEquals(viewerMoves(reads) ? Set.of(team) : Set.of(), movable.movable(reads, all), role);
      assertThrows(
          RuntimeException.class, () -> movable.move(reads, about, slot, diary.room(), null), role);
    }
    assertTrue(diary.reader.view(worker, about).changeable());
  }

  private static boolean viewerMoves(Viewer viewer) {
    return viewer.may("calendar.write");
  }

  @Test
  void whatWasBookedWithAReasonIsTakenBackWithOne() {
    Family family = diary.family(worker);
    PersonId apart = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(family.child(), apart);
    Slot slot = diary.slot(Diary.TODAY.plusDays(43), "14:00", "15:00");
    diary.calendar.put(
        diary.director, diary.booking(slot, diary.room(8, false, "dvůr"), Attendee.of(apart)));
    Because because = new Because(Reason.OTHER, "Jiný čas soud nepřipouští, vchody jsou dva.");
    NewMeeting meeting =
        new NewMeeting(
            "OTHER",
            null,
            slot,
            diary.room(8, false, "ulice"),
            null,
            0,
            Set.of(worker.staff()),
            Set.of(family.child()),
            0);
    UUID id = diary.meetings.write(worker, family.file(), meeting, because);
    diary.cancellations.cancel(worker, id, row(id).version(), "Nejde.");
    assertEquals(
        "despite: collision.apart-other-door.unnamed",
        Diary.refusal(() -> diary.cancellations.takeBack(worker, id, null)));
    assertTrue(booked(id).cancelled());
    diary.cancellations.takeBack(worker, id, because);
    assertFalse(booked(id).cancelled());
  }

  @Test
  void ofAFileInTheArchiveNobodyReadsMoreThanOfTheFile() {
    Family family = diary.family(worker);
    Slot slot = diary.slot(Diary.TODAY.plusDays(44), "14:00", "15:00");
    UUID id = diary.meetings.write(worker, family.file(), visit(slot, worker), null);
    Viewer reads =
        new Viewer(
            diary.viewer("director").staff(),
            "Vedoucí bez archivu",
            Map.of(
                "calendar.read",
                Reach.ALL,
                "calendar.write",
                Reach.ALL,
                "registry.read",
                Reach.ALL,
                "registry.write",
                Reach.ALL),
            worker.locale(),
            worker.zone(),
            worker.clock(),
            "r1");
    assertNotNull(diary.reader.view(reads, id));
    diary.archived(family);
    assertThrows(NotFound.class, () -> diary.register.files.header(reads, family.file()));
    assertThrows(NotFound.class, () -> diary.reader.view(reads, id));
    assertThrows(
        NotFound.class, () -> diary.cancellations.cancel(reads, id, row(id).version(), "Nejde."));
    assertThrows(NotFound.class, () -> diary.moves.move(reads, id, slot, null, null));
    assertEquals(Set.of(family.file()), diary.register.files.putAway(reads, Set.of(family.file())));
    assertEquals(Set.of(), diary.register.files.putAway(diary.director, Set.of(family.file())));
    assertNotNull(diary.reader.view(diary.director, id), "whoever leads the archive reads it");
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
