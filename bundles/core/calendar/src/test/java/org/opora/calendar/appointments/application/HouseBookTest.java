package org.opora.calendar.appointments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Comings.Encounter;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** A parent comes early, and the carer is still in the house. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseBookTest {
  @Parameter Product product;
  private Diary diary;
  private PersonId carer;
  private PersonId parent;
  private Booking handover;
  private Booking contact;

  @BeforeParameterizedClassInvocation
  void open() {
    diary = new Diary(product);
    carer = diary.family(diary.viewer("key-worker")).carer();
    parent = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(carer, parent);
    handover =
        diary.booking(diary.slot(Diary.TODAY, "08:00", "08:30"), diary.room(), Attendee.of(carer));
    contact =
        diary.booking(diary.slot(Diary.TODAY, "09:00", "10:00"), diary.room(), Attendee.of(parent));
    diary.calendar.put(diary.director, handover);
    diary.calendar.put(diary.director, contact);
  }

  @AfterParameterizedClassInvocation
  void close() {
    diary.close();
  }

  private List<Encounter> parentCame(String time) {
    return diary.comings.arrived(
        diary.director,
        contact.what().origin(),
        contact.what().source(),
        parent,
        diary.moment(Diary.TODAY, time));
  }

  private static List<String> keys(List<Encounter> met) {
    return met.stream().map(one -> one.text().key()).toList();
  }

  @Test
  void whoeverMustNotMeetThemIsNamedUntilTheyHaveLeft() {
    // Nobody wrote down that the carer came, so until a quarter to nine they may be there.
    assertEquals(List.of("encounter.expected"), keys(parentCame("08:40")));
    diary.comings.arrived(
        diary.director,
        handover.what().origin(),
        handover.what().source(),
        carer,
        diary.moment(Diary.TODAY, "07:55"));
    assertEquals(List.of("encounter.here"), keys(parentCame("08:40")));
    // Whoever came is there until somebody writes down that they left, however long it takes: also
    // when it was thought that they would be gone by then.
    List<Encounter> late = parentCame("09:20");
    assertEquals(List.of("encounter.still"), keys(late));
    assertEquals("7:55", late.get(0).text().arguments().get(1));
    assertEquals(diary.moment(Diary.TODAY, "07:55"), late.get(0).here().start());
    diary.comings.left(
        diary.director,
        handover.what().origin(),
        handover.what().source(),
        carer,
        diary.moment(Diary.TODAY, "08:50"));
    assertEquals(List.of("encounter.here"), keys(parentCame("08:45")));
    assertEquals(List.of(), keys(parentCame("08:55")));
  }

  /** Two who must not meet, each with an appointment of their own today. */
  private record Two(Booking first, PersonId one, Booking second, PersonId other) {}

  private Two two(String from, String until, String again, String end) {
    PersonId one = diary.family(diary.viewer("key-worker")).carer();
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(one, other);
    Booking first =
        diary.booking(diary.slot(Diary.TODAY, from, until), diary.room(), Attendee.of(one));
    Booking second =
        diary.booking(diary.slot(Diary.TODAY, again, end), diary.room(), Attendee.of(other));
    diary.calendar.put(diary.director, first);
    return new Two(first, one, second, other);
  }

  private List<Encounter> came(Booking to, PersonId who, String time) {
    return diary.comings.arrived(
        diary.director,
        to.what().origin(),
        to.what().source(),
        who,
        diary.moment(Diary.TODAY, time));
  }

  private void left(Booking from, PersonId who, String time) {
    diary.comings.left(
        diary.director,
        from.what().origin(),
        from.what().source(),
        who,
        diary.moment(Diary.TODAY, time));
  }

  @Test
  void whoeverCameToWhatWasCancelledThenIsInTheHouseUntilTheyLeave() {
    Two two = two("09:30", "10:30", "13:00", "14:00");
    diary.calendar.put(diary.director, two.second());
    came(two.first(), two.one(), "09:25");
    diary.calendar.cancel(diary.director, two.first().what().origin(), two.first().what().source());
    assertEquals(List.of("encounter.here"), keys(came(two.second(), two.other(), "09:40")));
    left(two.first(), two.one(), "09:45");
    assertEquals(List.of(), keys(came(two.second(), two.other(), "09:50")));
  }

  @Test
  void whatWasCancelledKeepsNobodyFromARoomButThoseWhoMustNotMeetWhoCame() {
    Two two = two("09:30", "11:00", "10:15", "10:45");
    came(two.first(), two.one(), "09:25");
    diary.calendar.cancel(diary.director, two.first().what().origin(), two.first().what().source());
    assertEquals("on: collision.apart-same-door", diary.said(two.second()));
    // The room is free, and who came can be booked elsewhere.
    assertEquals(
        "done",
        diary.said(
            diary.booking(
                two.second().slot(), two.first().where().room(), Attendee.of(two.one()))));
  }

  @Test
  void whoeverWasNotThereIsNotInTheWayWhenItIsCancelled() {
    Two two = two("09:30", "11:00", "10:15", "10:45");
    diary.calendar.cancel(diary.director, two.first().what().origin(), two.first().what().source());
    assertEquals("done", diary.said(two.second()));
  }

  private static Booking changed(Booking of, Slot slot, Attendee... attendees) {
    return new Booking(of.what(), slot, of.where(), List.of(attendees));
  }

  /** A booking of the same with somebody else in the place of the one who is in the house. */
  private Booking withoutThem(Two two) {
    PersonId instead = diary.family(diary.viewer("key-worker")).child();
    return changed(two.first(), two.first().slot(), Attendee.of(instead));
  }

  private List<PersonId> expected(Booking of) {
    return diary.tx.read(
        em -> {
          AppointmentQueries queries = new AppointmentQueries(em);
          return queries.attendees(queries.of(of.what().origin(), of.what().source()).id()).stream()
              .map(row -> new PersonId(row.who()))
              .toList();
        });
  }

  @Test
  void whoeverIsTakenOffIsInTheHouseUntilTheyLeave() {
    Two two = two("09:30", "10:30", "13:00", "14:00");
    diary.calendar.put(diary.director, two.second());
    came(two.first(), two.one(), "09:25");
    Booking without = withoutThem(two);
    diary.calendar.put(diary.director, without);
    assertFalse(expected(without).contains(two.one()));
    assertEquals(List.of("encounter.here"), keys(came(two.second(), two.other(), "09:40")));
    // Changed once more, and they are there still.
    diary.calendar.put(diary.director, withoutThem(two));
    assertEquals(List.of("encounter.here"), keys(came(two.second(), two.other(), "09:41")));
    assertThrows(
        NotFound.class, () -> came(two.first(), two.one(), "09:42"), "nobody expects them");
    assertEquals(
        "null: coming.left-before", Diary.refusal(() -> left(two.first(), two.one(), "09:20")));
    left(two.first(), two.one(), "09:45");
    assertEquals(List.of(), keys(came(two.second(), two.other(), "09:50")));
    // They had left a little later: the same again changes the moment.
    left(two.first(), two.one(), "09:48");
    assertEquals(List.of("encounter.here"), keys(came(two.second(), two.other(), "09:47")));
  }

  @Test
  void whoeverIsTakenOffAndHadLeftOrNeverCameIsGone() {
    for (String until : new String[] {null, "09:35"}) {
      Two two = two("09:30", "10:30", "13:00", "14:00");
      diary.calendar.put(diary.director, two.second());
      if (until != null) {
        came(two.first(), two.one(), "09:25");
        left(two.first(), two.one(), until);
      }
      diary.calendar.put(diary.director, withoutThem(two));
      assertEquals(List.of(), keys(came(two.second(), two.other(), "09:40")));
      assertThrows(NotFound.class, () -> left(two.first(), two.one(), "09:45"));
    }
  }

  @Test
  void whoeverWaitsForWhatGoesToAnotherDayIsInTheHouseUntilTheyLeave() {
    Two two = two("09:30", "10:30", "13:00", "14:00");
    diary.calendar.put(diary.director, two.second());
    came(two.first(), two.one(), "09:25");
    Slot friday = diary.slot(Diary.TODAY.plusDays(4), "09:30", "10:30");
    Booking later = changed(two.first(), friday, Attendee.of(two.one()));
    diary.calendar.put(diary.director, later);
    assertEquals(List.of(two.one()), expected(later), "expected on Friday, and once");
    assertEquals(List.of("encounter.here"), keys(came(two.second(), two.other(), "09:40")));
    left(two.first(), two.one(), "09:45");
    assertEquals(List.of(), keys(came(two.second(), two.other(), "09:50")));
    assertEquals(List.of(two.one()), expected(later));
  }

  @Test
  void whoeverIsPutBackHasComeAlready() {
    Two two = two("09:30", "10:30", "13:00", "14:00");
    diary.calendar.put(diary.director, two.second());
    came(two.first(), two.one(), "09:25");
    Slot friday = diary.slot(Diary.TODAY.plusDays(4), "09:30", "10:30");
    diary.calendar.put(diary.director, changed(two.first(), friday, Attendee.of(two.one())));
    diary.calendar.put(diary.director, two.first());
    assertEquals(List.of(two.one()), expected(two.first()), "once, however often it went");
    diary.calendar.put(diary.director, withoutThem(two));
    diary.calendar.put(diary.director, two.first());
    assertEquals(List.of(two.one()), expected(two.first()));
    assertEquals(List.of("encounter.here"), keys(came(two.second(), two.other(), "09:40")));
    left(two.first(), two.one(), "09:45");
    assertEquals(List.of(), keys(came(two.second(), two.other(), "09:50")));
  }

  /** Whoever leaves the house leaves it, whichever appointment it is written down with. */
  @Test
  void whoeverLeavesAfterAnotherAppointmentHasLeft() {
    Two two = two("09:30", "10:30", "13:00", "14:00");
    diary.calendar.put(diary.director, two.second());
    came(two.first(), two.one(), "09:25");
    diary.calendar.put(diary.director, withoutThem(two));
    Booking instead =
        diary.booking(
            diary.slot(Diary.TODAY, "09:30", "09:45"), diary.room(), Attendee.of(two.one()));
    diary.calendar.put(diary.director, instead);
    came(instead, two.one(), "09:30");
    left(instead, two.one(), "09:45");
    assertEquals(List.of(), keys(came(two.second(), two.other(), "09:50")));
  }

  @Test
  void nobodyIsPutInThePlaceOfSomebodyInTheHouseWhomTheyMustNotMeet() {
    Two two = two("09:30", "11:00", "13:00", "14:00");
    came(two.first(), two.one(), "09:25");
    diary.calendar.put(diary.director, withoutThem(two));
    Slot later = diary.slot(Diary.TODAY, "10:30", "11:00");
    Booking swapped = changed(two.first(), later, Attendee.of(two.other()));
    assertEquals("on: collision.apart-same-door", diary.said(swapped));
    left(two.first(), two.one(), "09:29");
    assertEquals("done", diary.said(swapped));
  }

  @Test
  void nobodyLeavesBeforeTheyCame() {
    Two two = two("09:30", "10:30", "13:00", "14:00");
    came(two.first(), two.one(), "09:25");
    assertEquals(
        "null: coming.left-before", Diary.refusal(() -> left(two.first(), two.one(), "09:24")));
    left(two.first(), two.one(), "09:25");
    assertEquals(
        "null: coming.other-day",
        Diary.refusal(
            () ->
                diary.comings.left(
                    diary.director,
                    two.first().what().origin(),
                    two.first().what().source(),
                    two.one(),
                    diary.moment(Diary.TODAY.minusDays(1), "09:00"))));
    assertEquals("null: coming.future", Diary.refusal(() -> left(two.first(), two.one(), "23:00")));
    assertThrows(NotFound.class, () -> left(two.first(), two.other(), "09:30"));
  }

  @Test
  void aMomentToComeIsNotWrittenDown() {
    assertEquals("null: coming.future", Diary.refusal(() -> parentCame("23:00")));
    assertThrows(
        NotFound.class,
        () ->
            diary.comings.arrived(
                diary.director,
                handover.what().origin(),
                handover.what().source(),
                parent,
                diary.moment(Diary.TODAY, "08:00")));
  }
}
