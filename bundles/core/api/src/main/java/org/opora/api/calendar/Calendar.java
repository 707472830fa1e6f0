package org.opora.api.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Because;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The appointments of all modules in one book. A module keeps its own record and pushes here what
 * others have to know of it: when, where, who; whether its user may do so, it has decided already.
 */
@ProviderType
public interface Calendar {
  /** Permission to see when rooms and colleagues are taken. */
  String READ = "calendar.read";

  /** Permission to write down appointments of the house that no module keeps. */
  String WRITE = "calendar.write";

  /** Permission to keep the list of rooms, and the hours in which staff are there. */
  String ROOMS = "calendar.rooms";

  /**
   * Books, or changes what is booked for the same origin and source: in the caller's transaction,
   * so that record and appointment stand or fall together. Whoever books the same room, member of
   * staff or person at the same moment waits until that transaction is over.
   *
   * @param because why it is booked although people who must not meet are in the house; null when
   *     nobody said so. It is kept only where a reason is asked for
   * @throws org.opora.api.faults.Refused with the first collision, beside the {@link
   *     Collision.Field} it belongs to; beside {@code despite} or {@code despite-words} when a
   *     reason is asked for and missing, or lacks something
   */
  AppointmentId put(Viewer viewer, Booking booking, Because because);

  /** Books what is in nobody's way. */
  default AppointmentId put(Viewer viewer, Booking booking) {
    return put(viewer, booking, null);
  }

  /**
   * Takes over what a bundle had booked before it told the calendar. It is settled already, so
   * nobody asks what stands against it; whoever books after it finds the time taken. In the
   * caller's transaction; nothing happens when the book knows the origin and source, so a bundle
   * may say it at each start.
   *
   * @param by who is asked about it from now on
   * @param at when it is taken over
   * @param zone of the clock on the wall of the centre
   */
  void takeOver(Booking booking, StaffId by, Instant at, ZoneId zone);

  /**
   * In the caller's transaction: it does not take place, so room and people are free again. It
   * stays in the book, so that those who were to come see that it was cancelled. Nothing happens
   * when there is none, or when it was cancelled before.
   */
  void cancel(Viewer viewer, String origin, UUID source);

  /**
   * What stands against a booking now, what cannot be changed by a reason first, and at the end
   * what is only told. Nothing is held: another may book a moment later.
   *
   * @return empty when nothing does
   */
  List<Collision> collisions(Viewer viewer, Booking booking);
}
