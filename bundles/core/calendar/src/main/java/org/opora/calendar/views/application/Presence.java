package org.opora.calendar.views.application;

import java.time.Instant;
import org.opora.api.calendar.Slot;
import org.opora.calendar.views.persistence.AttendingRow;

/** When somebody is in the house: as it was written down, and before that as it is expected. */
final class Presence {
  private Presence() {}

  /** Null when they are not in the house at all. */
  static Slot of(AttendingRow row) {
    Instant from = row.cameAt() == null ? row.hereFrom() : row.cameAt();
    if (from == null) {
      return null;
    }
    Instant until = row.wentAt() == null ? row.hereUntil() : row.wentAt();
    if (until == null || !until.isAfter(from)) {
      return new Slot(from, from.plusSeconds(1));
    }
    Instant latest = from.plus(Slot.LONGEST);
    return new Slot(from, until.isAfter(latest) ? latest : until);
  }
}
