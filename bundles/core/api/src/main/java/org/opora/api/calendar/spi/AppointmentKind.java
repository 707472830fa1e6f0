package org.opora.api.calendar.spi;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a bundle does with its appointments when somebody moves one in the calendar. The calendar
 * changes no record of another bundle: it asks, and what the bundle then puts stands in the book.
 * Appointments of a kind that nobody contributes cannot be moved.
 */
@ConsumerType
public interface AppointmentKind {
  /** Id of the bundle. */
  String origin();

  /** Code of the kind, as in {@link org.opora.api.calendar.Booking.What#kind}. */
  String kind();

  /** Permission without which nobody moves any of them. */
  String permission();

  /**
   * Which of these {@link #move} would move for the viewer, whatever stands in the way there. The
   * calendar offers nothing else. It is asked once for all that a page shows, so that a hundred of
   * them cost no more queries than one.
   *
   * @param sources keys of records that the viewer may know of
   */
  Set<UUID> movable(Viewer viewer, Collection<UUID> sources);

  /**
   * Refuses whoever may not move this one, as {@link #move} would: so that the refusal is in the
   * trail. It is asked of what {@link #movable} left out and the viewer may know of, and returns
   * where the record itself cannot be moved any more, whoever wants to.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer may know of it and not move it
   * @throws org.opora.api.faults.NotFound when the viewer may not know of all that moving it needs
   */
  default void requireMovable(Viewer viewer, UUID source) {}

  /**
   * Where it takes place when it is moved out of the house.
   *
   * @param source key of a record that the viewer may move
   * @param now where it takes place now
   */
  default Where outside(UUID source, Where now) {
    return Where.elsewhere(now.travelMinutes());
  }

  /**
   * Moves it. What was moved can be moved back, and is then where it was before, also outside of
   * the house.
   *
   * @param source key of the record
   * @param room null when it takes place outside of the house then
   * @param because why it is moved there although people who must not meet are in the house, for
   *     {@link org.opora.api.calendar.Calendar#put}; null when nobody said so
   * @throws org.opora.api.faults.Refused when its own rules or a collision say no
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  void move(Viewer viewer, UUID source, Slot slot, RoomId room, Because because);
}
