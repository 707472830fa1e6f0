package org.opora.calendar.appointments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.AppointmentId;

/** When somebody is in the house, by what was written down and by what is expected. */
class AttendeeRowTest {
  private static final Instant TWO = Instant.parse("2026-09-28T12:00:00Z");
  private final UUID who = UUID.randomUUID();
  private final AttendeeRow row =
      new AttendeeRow(UUID.randomUUID(), AppointmentId.next(), expected(TWO));

  private Expected expected(Instant start) {
    Slot slot = new Slot(start, start.plus(Duration.ofHours(1)));
    return new Expected(Attendee.Kind.PERSON, who, slot, slot);
  }

  private static Instant at(int minutes) {
    return TWO.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void whoeverComesAgainIsThereAgain() {
    row.came(at(0));
    row.went(at(20));
    assertFalse(row.inTheHouse(at(30)));
    row.came(at(40));
    assertTrue(row.inTheHouse(at(45)));
    row.went(at(50));
    row.came(at(35));
    assertEquals(at(50), row.wentAt(), "a corrected arrival leaves the end as it is");
  }

  @Test
  void whoeverCameStaysUntilTheyLeftAndForADayAtMost() {
    assertFalse(row.stays(at(0)), "nobody came");
    row.came(at(-5));
    assertTrue(row.stays(at(600)));
    assertFalse(row.stays(at(-5).plus(Slot.LONGEST)));
    row.release(at(10));
    assertTrue(row.released());
    assertTrue(row.inTheHouse(at(20)));
    assertNull(row.known(at(20), true).busy(), "they can be elsewhere");
    assertTrue(row.known(at(20), true).here().contains(at(20)));
    row.went(at(30));
    assertFalse(row.stays(at(31)));
    row.expect(expected(TWO));
    assertFalse(row.released());
  }

  @Test
  void whatWasWrittenDownBelongsToItsDay() {
    row.came(at(-5));
    row.expect(expected(at(30)));
    assertEquals(at(-5), row.cameAt());
    Instant friday = TWO.plus(Duration.ofDays(4));
    row.expect(expected(friday));
    assertNull(row.cameAt());
    assertTrue(row.inTheHouse(friday.plusSeconds(60)));
  }
}
