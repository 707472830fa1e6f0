package org.opora.calendar.views.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.paging.Page;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Everybody sees that the time is taken; what it is taken by, whoever may know it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarReaderTest {
  @Parameter Product product;
  private Office office;
  private Diary diary;
  private Viewer worker;
  private Family family;
  private RoomId room;
  private LocalDate next = Diary.TODAY.plusDays(1);

  @BeforeParameterizedClassInvocation
  void open() {
    office = new Office(product);
    diary = office.diary;
    worker = diary.viewer("key-worker");
    family = diary.family(worker);
    room = diary.room();
  }

  @AfterParameterizedClassInvocation
  void close() {
    office.close();
  }

  /** A day of its own for each appointment, so that none stands in the way of another. */
  private Slot slot() {
    next = next.plusDays(1);
    return diary.slot(next, "10:00", "11:00");
  }

  private AppointmentId contact() {
    return office.contact(
        family, slot(), room, Attendee.of(worker.staff()), Attendee.of(family.child()));
  }

  private void wall(Viewer viewer, Subject subject) {
    diary
        .register
        .house
        .walls()
        .raise(office.director, viewer.staff(), subject, Walls.Ground.CONFLICT_OF_INTEREST);
  }

  private Viewer leading() {
    return diary.viewer("director");
  }

  private void taken(Viewer viewer, AppointmentId id) {
    Entry entry = office.seen(viewer, id);
    assertNull(entry.what(), "only that it is taken");
    assertNotNull(entry.roomName());
    assertEquals(1, entry.staff().size());
    assertEquals(List.of(), entry.subjects());
    Slot slot = entry.slot();
    Entry listed =
        office.reader.between(viewer, slot.start(), slot.end(), null).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    assertNull(listed.what(), "the same on every page");
    Entry outlined =
        office.reader.outline(viewer, slot.start(), slot.end(), null).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    assertNull(outlined.what());
    assertTrue(
        office.reader.list(viewer, slot.start(), null, null, 10).items().stream()
            .anyMatch(one -> one.id().equals(id) && one.what() == null));
  }

  @Test
  void whoLeadsTheFamilySeesWhatItIsAndWhoComes() {
    AppointmentId id = contact();
    for (Viewer viewer : List.of(worker, office.director)) {
      Entry entry = office.seen(viewer, id);
      assertEquals(Diary.TITLE, entry.what().title());
      assertEquals("/files/" + family.file(), entry.what().href());
      assertEquals(
          List.of(family.child()),
          entry.what().people().stream().map(Entry.Guest::person).toList());
      assertEquals(0, entry.what().others());
      assertTrue(entry.what().movable());
      assertTrue(entry.subjects().contains(Subject.of(family.file())));
      assertTrue(entry.subjects().contains(Subject.of(family.child())));
      assertEquals(
          entry.slot().start().minus(Duration.ofMinutes(15)),
          entry.what().people().get(0).here().start());
    }
  }

  @Test
  void whoLeadsAnotherFamilySeesThatRoomAndColleagueAreTaken() {
    Viewer other = diary.viewer("key-worker");
    diary.family(other);
    taken(other, contact());
    taken(diary.viewer("reception"), contact());
  }

  /** Siblings in two families, and one contact. */
  private AppointmentId together(Family one, Family other) {
    Booking.What what =
        office
            .what(one)
            .besides(List.of(new Booking.About(Subject.of(other.file()), other.file())));
    return office.book(
        what,
        slot(),
        Where.in(room),
        Attendee.of(worker.staff()),
        Attendee.of(one.child()),
        Attendee.of(other.child()));
  }

  @Test
  void whatIsAboutTwoFamiliesIsSeenByWhoeverLeadsOneOfThem() {
    Viewer second = diary.viewer("key-worker");
    Family other = diary.family(second);
    AppointmentId id = together(family, other);
    for (Map.Entry<Viewer, Family> one : Map.of(worker, family, second, other).entrySet()) {
      Entry seen = office.seen(one.getKey(), id);
      assertEquals(Diary.TITLE, seen.what().title());
      assertEquals(Set.of(Subject.of(one.getValue().file())), seen.what().about());
      assertEquals(
          List.of(one.getValue().child()),
          seen.what().people().stream().map(Entry.Guest::person).toList());
      assertEquals(1, seen.what().others(), "the other child is not theirs");
      Slot slot = seen.slot();
      assertEquals(
          1,
          office.reader.outline(one.getKey(), slot.start(), slot.end(), null).stream()
              .filter(entry -> entry.id().equals(id) && entry.what() != null)
              .count());
    }
    assertEquals(
        Set.of(Subject.of(family.file()), Subject.of(other.file())),
        office.seen(office.director, id).what().about());
    Viewer third = diary.viewer("key-worker");
    diary.family(third);
    taken(third, id);
  }

  @Test
  void aWallAtOneOfTwoFamiliesClosesWhatIsAboutBoth() {
    Viewer second = diary.viewer("key-worker");
    Family one = diary.family(worker);
    Family other = diary.family(second);
    AppointmentId id = together(one, other);
    Viewer walled = leading();
    assertNotNull(office.seen(walled, id).what());
    wall(walled, Subject.of(other.file()));
    taken(walled, id);
    wall(second, Subject.of(one.file()));
    taken(second, id);
    assertNotNull(office.seen(worker, id).what());
  }

  @Test
  void theArchiveOfOneOfTwoFamiliesLeavesItToTheOther() {
    Viewer second = diary.viewer("key-worker");
    Family one = diary.family(worker);
    Family other = diary.family(second);
    AppointmentId id = together(one, other);
    diary.archived(other);
    assertNotNull(office.seen(worker, id).what());
    taken(second, id);
  }

  @Test
  void whomItIsAboutBesidesChangesWithTheBooking() {
    Viewer second = diary.viewer("key-worker");
    Viewer third = diary.viewer("key-worker");
    Family other = diary.family(second);
    Family another = diary.family(third);
    Booking.What alone = office.what(family);
    Slot slot = slot();
    AppointmentId id = office.book(alone, slot, Where.in(room), Attendee.of(worker.staff()));
    taken(second, id);
    Booking.About with = new Booking.About(Subject.of(other.file()), other.file());
    Booking.About then = new Booking.About(Subject.of(another.file()), another.file());
    office.book(alone.besides(List.of(with)), slot, Where.in(room), Attendee.of(worker.staff()));
    assertNotNull(office.seen(second, id).what());
    taken(third, id);
    office.book(
        alone.besides(List.of(with, then)), slot, Where.in(room), Attendee.of(worker.staff()));
    assertNotNull(office.seen(second, id).what());
    assertNotNull(office.seen(third, id).what());
    office.book(alone.besides(List.of(then)), slot, Where.in(room), Attendee.of(worker.staff()));
    taken(second, id);
    assertNotNull(office.seen(third, id).what());
  }

  @Test
  void nothingIsAboutSomebodyTwiceOrAboutNobodyAndSomebody() {
    Booking.About itself = new Booking.About(Subject.of(family.file()), family.file());
    Booking.What what = office.what(family);
    assertThrows(IllegalArgumentException.class, () -> what.besides(List.of(itself)));
    Booking.What ofNobody = office.what(null, null, Calendar.WRITE);
    assertThrows(IllegalArgumentException.class, () -> ofNobody.besides(List.of(itself)));
  }

  @Test
  void aWallAtTheFileClosesIt() {
    AppointmentId id = contact();
    Viewer walled = leading();
    assertNotNull(office.seen(walled, id).what());
    wall(walled, Subject.of(family.file()));
    taken(walled, id);
  }

  @Test
  void theArchiveClosesItToWhoeverDoesNotLeadTheArchive() {
    Family one = diary.family(worker);
    AppointmentId id = office.contact(one, slot(), room, Attendee.of(worker.staff()));
    Viewer director = leading();
    Map<String, Reach> grants = new HashMap<>(director.grants());
    grants.remove("registry.archive");
    Viewer without =
        new Viewer(
            director.staff(),
            director.name(),
            grants,
            director.locale(),
            director.zone(),
            director.clock(),
            director.requestId());
    assertNotNull(office.seen(without, id).what());
    diary.archived(one);
    taken(without, id);
    assertNotNull(office.seen(director, id).what());
  }

  @Test
  void aMeetingIsOfferedToBeMovedByThoseAloneWhoMoveIt() {
    Family one = diary.family(worker);
    UUID meeting =
        diary.meetings.write(
            worker,
            one.file(),
            new NewMeeting(
                "VISIT",
                null,
                slot(),
                null,
                "Lipová 3",
                40,
                Set.of(diary.colleague("key-worker").staff()),
                Set.of(one.child()),
                0),
            null);
    AppointmentId id = diary.tx.read(em -> new AppointmentQueries(em).of("calendar", meeting)).id();
    assertTrue(office.seen(worker, id).what().movable());
    for (String role : List.of("facilitator", "therapist", "camp-leader", "minder")) {
      Viewer reads = diary.viewer(role);
      diary
          .register
          .house
          .relations()
          .grant(
              reads.staff(),
              Subject.of(one.file()),
              RelationKind.FACILITATOR,
              Diary.TODAY,
              null,
              "test:" + role);
      assertNotNull(office.seen(reads, id).what(), role);
      assertFalse(office.seen(reads, id).what().movable(), role);
      long before = office.denied(reads);
      assertThrows(NotAllowed.class, () -> office.moves.movable(reads, id), role);
      assertTrue(office.denied(reads) > before, "the refusal of " + role + " is in the trail");
    }
  }

  @Test
  void aWallAtTheFileClosesWhatIsAboutAPersonOfIt() {
    Family one = diary.family(worker);
    Booking.What about = office.what(one, Subject.of(one.child()), CaseFiles.READ);
    AppointmentId id = office.book(about, slot(), Where.in(room), Attendee.of(worker.staff()));
    Viewer walled = leading();
    assertNotNull(office.seen(walled, id).what());
    wall(walled, Subject.of(one.file()));
    taken(walled, id);
  }

  @Test
  void aWallAtWhoComesClosesItUnderAnotherKeyToo() {
    Family one = diary.family(worker);
    AppointmentId id =
        office.contact(one, slot(), room, Attendee.of(worker.staff()), Attendee.of(one.carer()));
    PersonId alias =
        diary.register.person(office.director, "Marie", "Jinak", LocalDate.of(1980, 5, 1));
    diary.register.same.declare(office.director, alias, one.carer());
    Viewer walled = leading();
    assertNotNull(office.seen(walled, id).what());
    wall(walled, Subject.of(alias));
    taken(walled, id);
  }

  @Test
  void aWallAtSomebodyFromElsewhereWhoComesClosesIt() {
    PersonId guest =
        diary.register.person(office.director, "Petr", "Host", LocalDate.of(1980, 5, 1));
    AppointmentId id =
        office.contact(family, slot(), room, Attendee.of(worker.staff()), Attendee.of(guest));
    assertEquals(1, office.seen(worker, id).what().others(), "known to come, not by name");
    wall(worker, Subject.of(guest));
    taken(worker, id);
    Viewer leading = leading();
    assertEquals(0, office.seen(leading, id).what().others());
  }

  @Test
  void whatIsAboutNobodyIsSeenByWhoHoldsItsPermission() {
    Booking.What team = office.what(null, null, Calendar.WRITE);
    AppointmentId id = office.book(team, slot(), Where.in(room), Attendee.of(worker.staff()));
    assertNotNull(office.seen(worker, id).what());
    assertTrue(office.seen(worker, id).what().movable());
    taken(diary.viewer("supervisor"), id);
  }

  @Test
  void aWallAtWhoComesClosesWhatIsAboutNobody() {
    PersonId guest =
        diary.register.person(office.director, "Pavel", "Host", LocalDate.of(1980, 5, 1));
    Booking.What team = office.what(null, null, Calendar.WRITE);
    AppointmentId id =
        office.book(team, slot(), Where.in(room), Attendee.of(worker.staff()), Attendee.of(guest));
    Viewer walled = leading();
    assertNotNull(office.seen(walled, id).what());
    wall(walled, Subject.of(guest));
    taken(walled, id);
  }

  @Test
  void whoAdministersComputersHasNoDoor() {
    Viewer it = diary.viewer("it-administrator");
    AppointmentId id = contact();
    assertThrows(NotAllowed.class, () -> office.seen(it, id));
    assertThrows(NotAllowed.class, () -> office.reader.list(it, it.now(), null, null, 10));
    assertThrows(
        NotAllowed.class,
        () -> office.reader.between(it, it.now(), it.now().plusSeconds(60), null));
    assertThrows(NotAllowed.class, () -> diary.desk.all(it));
  }

  @Test
  void whatWasCancelledStandsNowhere() {
    Booking.What what = office.what(family);
    AppointmentId id = office.book(what, slot(), Where.in(room), Attendee.of(worker.staff()));
    Slot slot = office.seen(worker, id).slot();
    diary.calendar.cancel(office.director, what.origin(), what.source());
    assertThrows(NotFound.class, () -> office.seen(worker, id));
    assertEquals(List.of(), office.reader.between(office.director, slot.start(), slot.end(), null));
  }

  @Test
  void ofABundleThatIsNotHereThereIsNoLinkAndNothingToMove() {
    Booking.What gone =
        new Booking.What(
            "gone",
            "contact",
            UUID.randomUUID(),
            Subject.of(family.file()),
            family.file(),
            CaseFiles.READ,
            Diary.TITLE,
            "/m/gone/one");
    AppointmentId id =
        diary.calendar.put(
            office.director,
            new Booking(gone, slot(), Where.in(room), List.of(Attendee.of(worker.staff()))));
    Entry entry = office.seen(worker, id);
    assertNotNull(entry.what());
    assertNull(entry.what().href());
    assertFalse(entry.what().movable());
  }

  @Test
  void aListIsReadPageByPageAndOneColleagueAtATime() {
    Viewer busy = diary.viewer("key-worker");
    List<AppointmentId> mine = new ArrayList<>();
    LocalDate first = next.plusDays(1);
    for (int i = 0; i < 5; i++) {
      mine.add(office.contact(family, slot(), room, Attendee.of(busy.staff())));
      contact();
    }
    // Two that begin at one moment are both there.
    RoomId beside = diary.room();
    Slot last = diary.slot(next, "10:00", "10:30");
    AppointmentId together =
        office.contact(family, last, beside, Attendee.of(diary.viewer("key-worker").staff()));
    List<AppointmentId> all = new ArrayList<>();
    String after = null;
    do {
      Page<Entry> page =
          office.reader.list(
              worker,
              diary.moment(first, "00:00"),
              null,
              after == null ? null : UUID.fromString(after),
              3);
      page.items().forEach(one -> all.add(one.id()));
      after = page.next();
    } while (after != null);
    assertEquals(11, all.size());
    assertEquals(11, all.stream().distinct().count());
    assertTrue(all.contains(together));
    assertEquals(
        mine,
        office
            .reader
            .list(worker, diary.moment(first, "00:00"), busy.staff(), null, 10)
            .items()
            .stream()
            .map(Entry::id)
            .toList());
  }

  @Test
  void whatBeganBeforeIsShownUntilItEnds() {
    LocalDate evening = next.plusDays(1);
    next = evening.plusDays(1);
    Slot night =
        new Slot(diary.moment(evening, "20:00"), diary.moment(evening.plusDays(1), "08:00"));
    AppointmentId id = office.contact(family, night, room, Attendee.of(worker.staff()));
    for (LocalDate day : List.of(evening, evening.plusDays(1))) {
      assertTrue(
          office
              .reader
              .between(
                  worker,
                  diary.moment(day, "00:00"),
                  diary.moment(day.plusDays(1), "00:00"),
                  worker.staff())
              .stream()
              .anyMatch(one -> one.id().equals(id)),
          day.toString());
    }
    assertEquals(
        List.of(),
        office.reader.between(
            worker,
            diary.moment(evening.plusDays(1), "08:00"),
            diary.moment(evening.plusDays(1), "09:00"),
            null));
  }
}
