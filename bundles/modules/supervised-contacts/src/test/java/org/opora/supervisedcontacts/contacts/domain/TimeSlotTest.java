package org.opora.supervisedcontacts.contacts.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSlotTest {
  private static final Instant TWO = Instant.parse("2026-09-18T12:00:00Z");

  private static TimeSlot slot(int fromMinute, int toMinute) {
    return new TimeSlot(TWO.plusSeconds(fromMinute * 60L), TWO.plusSeconds(toMinute * 60L));
  }

  @Test
  void slotsThatOnlyTouchDoNotClash() {
    assertFalse(slot(0, 60).clashes(slot(60, 120)));
    assertFalse(slot(60, 120).clashes(slot(0, 60)));
  }

  @Test
  void overlapInEitherDirectionClashes() {
    assertTrue(slot(0, 60).clashes(slot(59, 120)));
    assertTrue(slot(0, 120).clashes(slot(30, 60)));
    assertTrue(slot(30, 60).clashes(slot(0, 120)));
  }

  @Test
  void aSlotHasALength() {
    assertEquals(90, slot(0, 90).minutes());
    assertThrows(IllegalArgumentException.class, () -> slot(60, 60));
    assertEquals(24 * 60, slot(0, 24 * 60).minutes());
    assertThrows(IllegalArgumentException.class, () -> slot(0, 24 * 60 + 1));
  }
}
