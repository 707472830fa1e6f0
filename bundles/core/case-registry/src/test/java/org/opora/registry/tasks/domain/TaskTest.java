package org.opora.registry.tasks.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;

class TaskTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private final StaffId author = StaffId.next();
  private final StaffId doer = StaffId.next();

  @Test
  void aTaskWithoutADayStandsBehindEveryOther() {
    Task task = task();
    assertEquals(Task.END_OF_TIME, task.place());
    task.dueBy(TODAY);
    assertEquals(TODAY, task.place());
    task.dueBy(null);
    assertEquals(Task.END_OF_TIME, task.place());
    assertNull(task.due());
  }

  @Test
  void whatIsDoneKeepsWhoAndWhenUntilItIsTakenBack() {
    Task task = task();
    task.dueBy(TODAY.minusDays(3));
    task.finish(doer, TODAY, new byte[] {1});
    assertTrue(task.done());
    assertEquals(doer, task.doneBy());
    assertEquals(TODAY, task.doneOn());
    assertEquals(TODAY, task.place(), "a done task stands where it was done");
    assertEquals(TODAY.minusDays(3), task.due(), "by when it was due is not lost");
    task.reopen();
    assertFalse(task.done());
    assertNull(task.doneBy());
    assertNull(task.doneOn());
    assertNull(task.note());
    assertEquals(TODAY.minusDays(3), task.place());
  }

  @Test
  void aWeekAheadIsSoonAndTheLastDayIsNotLateYet() {
    assertEquals(Urgency.OVERDUE, Urgency.of(TODAY.minusDays(1), TODAY));
    assertEquals(Urgency.SOON, Urgency.of(TODAY, TODAY));
    assertEquals(Urgency.SOON, Urgency.of(TODAY.plusDays(7), TODAY));
    assertEquals(Urgency.LATER, Urgency.of(TODAY.plusDays(8), TODAY));
    assertEquals(Urgency.UNDATED, Urgency.of(null, TODAY));
  }

  @Test
  void aWallClosesATaskAlsoAtTheFileAndAtThePersonAroundIt() {
    CaseFileId file = CaseFileId.next();
    PersonId child = PersonId.next();
    Subject subFile = Subject.of(ChildFileId.next());
    assertEquals(List.of(), About.NOBODY.subjects());
    assertEquals(List.of(), About.file(file).around());
    assertEquals(List.of(Subject.of(file)), About.person(child, file).around());
    About about = new About(subFile, file, child);
    assertEquals(List.of(Subject.of(file), Subject.of(child)), about.around());
    assertEquals(List.of(subFile, Subject.of(file), Subject.of(child)), about.subjects());
  }

  private Task task() {
    TaskId id = TaskId.next();
    return new Task(
        id.value(),
        About.NOBODY,
        new Origin("case-registry", id.value(), null),
        author,
        TODAY,
        doer);
  }
}
