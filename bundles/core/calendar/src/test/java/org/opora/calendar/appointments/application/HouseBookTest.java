package org.opora.calendar.appointments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
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
    // Whoever came is there until somebody writes down that they left, however long it takes.
    assertEquals(List.of("encounter.here"), keys(parentCame("09:20")));
    diary.comings.left(
        diary.director,
        handover.what().origin(),
        handover.what().source(),
        carer,
        diary.moment(Diary.TODAY, "08:50"));
    assertEquals(List.of("encounter.here"), keys(parentCame("08:45")));
    assertEquals(List.of(), keys(parentCame("08:55")));
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
