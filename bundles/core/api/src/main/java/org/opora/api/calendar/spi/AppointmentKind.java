package org.opora.api.calendar.spi;

import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
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

  /** Permission that whoever moves it must hold; the use case behind {@link #move} decides. */
  String permission();

  /**
   * Moves it.
   *
   * @param source key of the record
   * @param room null when it stays outside of the house
   * @throws org.opora.api.faults.Refused when its own rules or a collision say no
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  void move(Viewer viewer, UUID source, Slot slot, RoomId room, Because because);
}
