package org.opora.calendar.views.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Who may move an appointment moves it through the bundle that wrote it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoveDeskTest {
  @Parameter Product product;
  private Office office;
  private Diary diary;
  private Viewer worker;
  private Family family;
  private LocalDate day = Diary.TODAY.plusDays(1);

  @BeforeParameterizedClassInvocation
  void open() {
    office = new Office(product);
    diary = office.diary;
    worker = diary.viewer("key-worker");
    family = diary.family(worker);
  }

  @AfterParameterizedClassInvocation
  void close() {
    office.close();
  }

  private Slot slot(String from, String to) {
    return diary.slot(day, from, to);
  }

  private AppointmentId contact(RoomId room) {
    day = day.plusDays(1);
    return office.contact(
        family,
        slot("10:00", "11:00"),
        room,
        Attendee.of(worker.staff()),
        Attendee.of(family.child()));
  }

  private long version(AppointmentId id) {
    return office.seen(worker, id).what().version();
  }

  @Test
  void itIsMovedAndMovedBack() {
    RoomId first = diary.room();
    RoomId second = diary.room();
    AppointmentId id = contact(first);
    Slot was = office.seen(worker, id).slot();
    office.moves.move(worker, id, version(id), slot("14:00", "15:00"), second, null);
    Entry moved = office.seen(worker, id);
    assertEquals(slot("14:00", "15:00"), moved.slot());
    assertEquals(second, moved.room());
    assertEquals("done", diary.said(diary.booking(was, first)), "the old place is free again");
    office.moves.move(
        worker, id, moved.what().version(), slot("10:00", "11:00"), diary.room(), null);
    assertEquals(was, office.seen(worker, id).slot());
  }

  @Test
  void whatStandsInTheWayIsToldBeforeAndRefusedThen() {
    RoomId room = diary.room();
    AppointmentId id = contact(room);
    RoomId other = diary.room();
    diary.calendar.put(office.director, diary.booking(slot("14:00", "15:00"), other));
    Slot target = slot("14:30", "15:30");
    assertEquals(
        Set.of("collision.room-taken"),
        Diary.keys(office.moves.inTheWay(worker, id, target, other)));
    assertEquals(List.of(), office.moves.inTheWay(worker, id, target, room));
    long version = version(id);
    assertEquals(
        "room: collision.room-taken",
        Diary.refusal(() -> office.moves.move(worker, id, version, target, other, null)));
    assertEquals(slot("10:00", "11:00"), office.seen(worker, id).slot());
  }

  @Test
  void aReasonOpensWhatYieldsToOne() {
    RoomId front = diary.room(8, false, "front");
    RoomId back = diary.room(8, false, "back");
    Family other = diary.family(diary.viewer("key-worker"));
    diary.keptApart(family.child(), other.carer());
    AppointmentId id = contact(front);
    diary.calendar.put(
        office.director, diary.booking(slot("14:00", "15:00"), back, Attendee.of(other.carer())));
    long version = version(id);
    Slot target = slot("14:00", "15:00");
    assertEquals(
        "despite: collision.apart-other-door.unnamed",
        Diary.refusal(() -> office.moves.move(worker, id, version, target, front, null)));
    office.moves.move(
        worker,
        id,
        version,
        target,
        front,
        new Because(Reason.NO_OTHER_WAY, "Vchody jsou dva a hlídáme je."));
    assertEquals(target, office.seen(worker, id).slot());
  }

  @Test
  void whatWasChangedMeanwhileIsNotMoved() {
    AppointmentId id = contact(diary.room());
    long seen = version(id);
    RoomId room = office.seen(worker, id).room();
    office.moves.move(worker, id, seen, slot("12:00", "13:00"), room, null);
    assertThrows(
        Stale.class, () -> office.moves.move(worker, id, seen, slot("14:00", "15:00"), room, null));
    assertEquals(slot("12:00", "13:00"), office.seen(worker, id).slot());
  }

  @Test
  void whatIsOutsideStaysOutside() {
    AppointmentId id = contact(null);
    office.moves.move(worker, id, version(id), slot("15:00", "16:00"), null, null);
    Entry moved = office.seen(worker, id);
    assertEquals(null, moved.room());
    assertEquals(30, moved.travelMinutes());
  }

  @Test
  void nobodyMovesWhatTheyMayNotKnowOrNotWrite() {
    AppointmentId id = contact(diary.room());
    Viewer other = diary.viewer("key-worker");
    assertThrows(NotFound.class, () -> office.moves.movable(other, id));
    assertThrows(
        NotFound.class, () -> office.moves.inTheWay(other, id, slot("14:00", "15:00"), null));
    assertThrows(
        NotFound.class, () -> office.moves.move(other, id, 0, slot("14:00", "15:00"), null, null));
    Viewer it = diary.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> office.moves.movable(it, id));
  }

  /**
   * Whoever may write in the calendar and read in the file, and not write there, may not move what
   * stands there: that is said, and it stands in the trail.
   */
  @Test
  void whoeverMayNotMoveItIsRefusedWithARowInTheTrail() {
    day = day.plusDays(1);
    UUID meeting =
        diary.meetings.write(
            worker,
            family.file(),
            new NewMeeting(
                "VISIT",
                null,
                slot("16:00", "17:00"),
                null,
                "Lipová 3",
                40,
                Set.of(diary.colleague("key-worker").staff()),
                Set.of(family.child()),
                0),
            null);
    AppointmentId id = diary.tx.read(em -> new AppointmentQueries(em).of("calendar", meeting)).id();
    Viewer reads =
        granted(
            Map.of(
                "calendar.read",
                Reach.ALL,
                "calendar.write",
                Reach.ALL,
                "registry.read",
                Reach.ALL));
    assertNotNull(office.seen(reads, id).what());
    long before = office.denied(reads);
    assertThrows(NotAllowed.class, () -> office.moves.movable(reads, id));
    assertTrue(office.denied(reads) > before, "the refusal is in the trail");
    Viewer ofOthers =
        granted(
            Map.of(
                "calendar.read",
                Reach.ALL,
                "calendar.write",
                Reach.ALL,
                "registry.read",
                Reach.ALL,
                "registry.write",
                Reach.OWN));
    long earlier = office.denied(ofOthers);
    assertThrows(
        NotFound.class,
        () -> office.moves.move(ofOthers, id, 0, slot("18:00", "19:00"), null, null));
    assertTrue(office.denied(ofOthers) > earlier, "the refusal is in the trail");
    assertEquals(slot("16:00", "17:00"), office.seen(worker, id).slot());
  }

  private Viewer granted(Map<String, Reach> grants) {
    Viewer like = diary.viewer("director");
    return new Viewer(
        like.staff(),
        like.name(),
        grants,
        like.locale(),
        like.zone(),
        like.clock(),
        like.requestId());
  }

  @Test
  void whatNobodyBroughtCannotBeMoved() {
    Booking plain = diary.booking(slot("06:00", "06:30"), diary.room());
    AppointmentId id = diary.calendar.put(office.director, plain);
    assertThrows(NotFound.class, () -> office.moves.movable(office.director, id));
  }
}
