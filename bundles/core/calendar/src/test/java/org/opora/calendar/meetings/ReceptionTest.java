package org.opora.calendar.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.RoomId;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.meetings.application.Reception;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Who came to a meeting of the calendar, and who must not meet them. */
@OnEveryDatabase
class ReceptionTest {
  @Parameter Product product;
  private Diary diary;
  private Viewer worker;
  private Viewer other;
  private Family carers;
  private Family parents;

  @BeforeEach
  void open() {
    diary = new Diary(product);
    worker = diary.colleague("key-worker");
    other = diary.colleague("key-worker");
    carers = diary.family(worker);
    parents = diary.family(other);
    diary.keptApart(carers.carer(), parents.carer());
  }

  @AfterEach
  void close() {
    diary.close();
  }

  private UUID meeting(Viewer who, Family family, LocalDate day, String from, String until) {
    return meeting(who, family, day, from, until, diary.room());
  }

  private UUID meeting(
      Viewer who, Family family, LocalDate day, String from, String until, RoomId room) {
    return diary.meetings.write(
        who,
        family.file(),
        new NewMeeting(
            "OTHER",
            null,
            diary.slot(day, from, until),
            room,
            null,
            0,
            Set.of(who.staff()),
            Set.of(family.carer()),
            0),
        null);
  }

  private static List<String> keys(Reception.Standing standing) {
    return standing.warnings().stream().map(one -> one.key()).toList();
  }

  @Test
  void whoCameIsInTheHouseUntilSomebodyWritesDownThatTheyLeft() {
    UUID now = meeting(worker, carers, Diary.TODAY, "05:00", "23:00");
    UUID later = meeting(other, parents, Diary.TODAY, "23:30", "23:45");
    assertFalse(diary.reception.standing(worker, now).guests().get(0).here());
    assertEquals(
        List.of("encounter.expected.unnamed"), keys(diary.reception.standing(other, later)));

    diary.reception.came(worker, now, carers.carer());
    Reception.Guest guest = diary.reception.standing(worker, now).guests().get(0);
    assertTrue(guest.here());
    assertEquals(worker.now(), guest.came());
    assertEquals(List.of("encounter.here.unnamed"), keys(diary.reception.standing(other, later)));
    assertEquals(List.of("encounter.here"), keys(diary.reception.standing(diary.director, later)));

    diary.reception.came(other, later, parents.carer());
    assertEquals(List.of("encounter.here.unnamed"), keys(diary.reception.standing(worker, now)));
    diary.reception.left(worker, now, carers.carer());
    assertFalse(diary.reception.standing(worker, now).guests().get(0).here());
    assertEquals(List.of(), keys(diary.reception.standing(other, later)));
    assertEquals(
        List.of(), keys(diary.reception.standing(worker, now)), "who has left meets nobody");
  }

  @Test
  void onlyWhoeverLeadsTheFamilyWritesItDown() {
    UUID id = meeting(worker, carers, Diary.TODAY, "08:00", "09:00");
    assertTrue(diary.reception.standing(worker, id).open());
    assertThrows(NotFound.class, () -> diary.reception.standing(other, id));
    assertThrows(NotFound.class, () -> diary.reception.came(other, id, carers.carer()));
    assertThrows(
        NotFound.class,
        () -> diary.reception.came(worker, id, carers.child()),
        "the child does not come to it");
  }

  @Test
  void onAnotherDayAndOutsideOfTheHouseNobodyComes() {
    UUID tomorrow = meeting(worker, carers, Diary.TODAY.plusDays(1), "08:00", "09:00");
    assertFalse(diary.reception.standing(worker, tomorrow).open());
    assertEquals(
        "null: coming.closed",
        Diary.refusal(() -> diary.reception.came(worker, tomorrow, carers.carer())));
    UUID outside = meeting(worker, carers, Diary.TODAY, "10:00", "11:00", null);
    assertEquals(List.of(), diary.reception.standing(worker, outside).guests());
    assertEquals(
        "null: coming.closed",
        Diary.refusal(() -> diary.reception.came(worker, outside, carers.carer())));
  }

  @Test
  void whoeverCameToOneThatIsCancelledThenStillLeaves() {
    UUID id = meeting(worker, carers, Diary.TODAY, "08:00", "09:00");
    diary.reception.came(worker, id, carers.carer());
    diary.cancellations.cancel(worker, id, diary.reader.view(worker, id).version(), "Nemoc.");
    assertTrue(diary.reception.standing(worker, id).guests().get(0).here());
    diary.reception.left(worker, id, carers.carer());
    assertFalse(diary.reception.standing(worker, id).guests().get(0).here());
    assertEquals(
        "null: coming.closed",
        Diary.refusal(() -> diary.reception.came(worker, id, carers.carer())));
  }
}
