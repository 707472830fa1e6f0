package org.opora.registry.complaints.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;

/** A complaint is closed only with a finding and an answer. */
class ComplaintTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
  private static final byte[] WORDS = {1};
  private final StaffId jana = StaffId.next();

  private Complaint complaint(boolean anonymous) {
    Complaint complaint = new Complaint(UUID.randomUUID(), 2026, 3, jana);
    complaint.received(DAY, How.BOX, 30);
    complaint.says(anonymous ? null : WORDS, WORDS);
    complaint.handTo(jana);
    return complaint;
  }

  @Test
  void theDayOfTheAnswerIsCountedInCalendarDaysFromTheReceipt() {
    Complaint complaint = complaint(false);
    assertEquals(LocalDate.of(2026, 3, 2), complaint.due());
    complaint.received(LocalDate.of(2028, 1, 31), How.POST, 30);
    assertEquals(LocalDate.of(2028, 3, 1), complaint.due(), "a leap year");
  }

  @Test
  void itLacksAFindingThenAnAnswer() {
    Complaint complaint = complaint(false);
    assertEquals(Optional.of(Missing.FINDING), complaint.missing());
    assertThrows(IllegalStateException.class, () -> complaint.close(DAY, jana));
    complaint.found(Finding.PARTLY, null);
    assertEquals(Optional.of(Missing.ANSWER), complaint.missing());
    complaint.answered(DAY, jana, null, WORDS);
    assertEquals(Optional.of(Missing.ANSWER), complaint.missing(), "how is missing");
    complaint.answered(null, jana, How.POST, WORDS);
    assertEquals(Optional.of(Missing.ANSWER), complaint.missing(), "when is missing");
    complaint.answered(DAY, null, How.POST, WORDS);
    assertEquals(Optional.of(Missing.ANSWER), complaint.missing(), "who is missing");
    complaint.answered(DAY, jana, How.POST, null);
    assertEquals(Optional.of(Missing.ANSWER), complaint.missing(), "what is missing");
    complaint.answered(DAY, jana, How.POST, WORDS);
    assertEquals(Optional.empty(), complaint.missing());
    complaint.close(DAY, jana);
    assertTrue(complaint.closed());
    complaint.reopen();
    assertFalse(complaint.closed());
  }

  @Test
  void itsWordsHangOnTheWriterAndTheTrailNamesTheComplaint() {
    Complaint complaint = complaint(false);
    assertEquals(new Subject(Subject.Kind.DRAWER, complaint.writer().value()), complaint.owner());
    assertEquals(new Subject(Subject.Kind.DRAWER, complaint.id()), complaint.self());
  }

  @Test
  void theAnswerToAnAnonymousOneIsPublished() {
    Complaint complaint = complaint(true);
    assertTrue(complaint.anonymous());
    complaint.found(Finding.UNJUSTIFIED, null);
    complaint.answered(DAY, jana, null, WORDS);
    assertEquals(Optional.of(Missing.PUBLICATION), complaint.missing());
    assertThrows(IllegalStateException.class, () -> complaint.close(DAY, jana));
    complaint.publishedAt(WORDS);
    complaint.close(DAY, jana);
    assertTrue(complaint.closed());
  }
}
