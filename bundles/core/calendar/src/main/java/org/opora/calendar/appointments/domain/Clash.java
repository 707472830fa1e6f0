package org.opora.calendar.appointments.domain;

import java.util.Comparator;
import java.util.UUID;
import org.opora.api.calendar.Collision.Kind;
import org.opora.api.calendar.Slot;

/**
 * What stands against a booking, as keys.
 *
 * @param when the other appointment is, or somebody is in the house for it; otherwise the time of
 *     the booking itself
 * @param who of the booking: a member of staff, a person, or the room
 * @param other whom they must not meet; null where nobody is to be kept apart
 */
public record Clash(Kind kind, Slot when, UUID who, UUID other) {
  /** What no reason opens first, what is only told last, then what comes first. */
  public static final Comparator<Clash> ORDER =
      Comparator.comparing((Clash clash) -> clash.kind().grade())
          .thenComparing(Clash::kind)
          .thenComparing(clash -> clash.when().start())
          .thenComparing(Clash::who);
}
