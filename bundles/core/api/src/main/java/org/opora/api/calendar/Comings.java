package org.opora.api.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who is in the house, as those who receive people write it down: because a parent comes early
 * while somebody whom they must not meet is still there. Whoever came is in the house until they
 * left, at most a day, whatever becomes of the appointment: also when they are taken off it, or it
 * goes to another day.
 */
@ProviderType
public interface Comings {
  /**
   * Somebody has come to an appointment. In the caller's transaction. The same again changes the
   * moment; whoever had left before it is there again. Of two who must not meet and come at the
   * same moment the second one is told of the first.
   *
   * @param at on a day of the appointment, and not to come
   * @return people in the house whom they must not meet, those known to be there first; also those
   *     who came to an appointment that was cancelled then
   * @throws org.opora.api.faults.NotFound when there is no such appointment, or the person is not
   *     among its attendees, under whichever key
   * @throws org.opora.api.faults.Refused beside no field when the moment is to come, or of another
   *     day
   */
  List<Encounter> arrived(Viewer viewer, String origin, UUID source, PersonId person, Instant at);

  /**
   * Somebody has left the house. In the caller's transaction. The same again changes the moment.
   * Whoever left may not have been seen to come, and may have been taken off since they came.
   *
   * @param at on a day of the appointment, or on which they came to it; not to come, and not before
   *     they came
   * @throws org.opora.api.faults.NotFound as {@link #arrived}
   * @throws org.opora.api.faults.Refused beside no field when the moment is to come, of another
   *     day, or before they came
   */
  void left(Viewer viewer, String origin, UUID source, PersonId person, Instant at);

  /**
   * Who of those whom the attendees must not meet is in the house at the moment.
   *
   * @throws org.opora.api.faults.NotFound when there is no such appointment
   */
  List<Encounter> around(Viewer viewer, String origin, UUID source, Instant at);

  /**
   * Two who must not meet and might.
   *
   * @param certain whether somebody wrote down that the other one came; otherwise they are expected
   *     to be there
   * @param here when they are in the house; of whoever should have left by now and has not, until
   *     the moment that was asked for
   * @param text what to do, in one sentence. It names only whom the viewer may know of
   */
  record Encounter(PersonId person, boolean certain, Slot here, Text text) {}
}
