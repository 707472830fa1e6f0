package org.opora.calendar.appointments.domain;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Slot;

/**
 * When somebody can be nowhere else, and when they are in the house.
 *
 * @param busy the appointment, and for staff the way to it and back; null when it does not take
 *     place
 * @param here null when they are not in the house for it
 */
public record Expected(Attendee.Kind kind, UUID who, Slot busy, Slot here) {

  /** All who are expected at this appointment, as they are expected. */
  public static List<Expected> at(Booking booking, Margins margins) {
    return booking.attendees().stream().map(one -> of(one, booking, margins)).toList();
  }

  private static Expected of(Attendee one, Booking booking, Margins margins) {
    boolean staff = one.kind() == Attendee.Kind.STAFF;
    Slot busy =
        staff
            ? widened(booking.slot(), Duration.ofMinutes(booking.where().travelMinutes()))
            : booking.slot();
    if (staff || !booking.where().inTheHouse()) {
      return new Expected(one.kind(), one.who(), busy, null);
    }
    Slot here = one.here() == null ? margins.around(booking.slot()) : one.here();
    return new Expected(one.kind(), one.who(), busy, here);
  }

  /** A slot may reach over a day by the way alone; then the way is cut, not the appointment. */
  private static Slot widened(Slot slot, Duration by) {
    Duration room = Slot.LONGEST.minusMinutes(slot.minutes()).dividedBy(2);
    Duration way = by.compareTo(room) > 0 ? room : by;
    return new Slot(slot.start().minus(way), slot.end().plus(way));
  }
}
