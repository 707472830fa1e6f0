package org.opora.registry.post.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** A line of the book of post. */
class LetterTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private final StaffId jana = StaffId.next();

  private Letter letter() {
    Letter letter =
        new Letter(UUID.randomUUID(), Direction.INCOMING, new LetterNumber(14, 2026), jana);
    letter.passed(DAY, Channel.POST, null);
    return letter;
  }

  @Test
  void aNumberIsReadHoweverItIsWritten() {
    assertEquals(Optional.of(new LetterNumber(14, 2026)), LetterNumber.parse(" 014 / 2026 "));
    assertEquals("14/2026", new LetterNumber(14, 2026).toString());
    for (String wrong : new String[] {"", "14", "14/26", "a/2026", "14/2026/1"}) {
      assertEquals(Optional.empty(), LetterNumber.parse(wrong), wrong);
    }
  }

  @Test
  void itWaitsFromTheDaySomebodyDealsWithItUntilItIsSettled() {
    Letter letter = letter();
    letter.handTo(null, null);
    assertFalse(letter.waiting(), "nobody has to deal with it");
    letter.handTo(jana, DAY.plusDays(8));
    assertTrue(letter.waiting());
    UUID reply = UUID.randomUUID();
    letter.settle(DAY, jana, reply);
    assertFalse(letter.waiting());
    assertEquals(reply, letter.answer());
    letter.handTo(jana, DAY.plusDays(9));
    assertFalse(letter.waiting(), "a correction does not open it again");
    letter.reopen();
    assertTrue(letter.waiting());
    assertNull(letter.answer());
    assertNull(letter.settledBy());
    letter.strikeOut(DAY, jana, new byte[] {1});
    assertFalse(letter.waiting());
    assertTrue(letter.struckOut());
  }

  @Test
  void itsWordsHangOnTheFileOrOnTheWriterAndTheTrailNamesTheFileOrTheLetter() {
    Letter letter = letter();
    assertEquals(new Subject(Subject.Kind.DRAWER, letter.writer().value()), letter.owner());
    assertEquals(new Subject(Subject.Kind.DRAWER, letter.id()), letter.self());
    CaseFileId file = CaseFileId.next();
    letter.passed(DAY, Channel.EMAIL, file);
    assertEquals(Subject.of(file), letter.owner());
    assertEquals(Subject.of(file), letter.self());
  }
}
