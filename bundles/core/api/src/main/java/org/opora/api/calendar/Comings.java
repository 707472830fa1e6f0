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
 * while somebody whom they must not meet is still there.
 */
@ProviderType
public interface Comings {
  /**
   * Somebody has come to an appointment. In the caller's transaction. The same again changes the
   * moment.
   *
   * @param at neither before the day of the appointment nor to come
   * @return people in the house whom they must not meet, those known to be there first
   * @throws org.opora.api.faults.NotFound when the person is not among the attendees, under
   *     whichever key
   */
  List<Encounter> arrived(Viewer viewer, String origin, UUID source, PersonId person, Instant at);

  /** Somebody has left the house. In the caller's transaction; otherwise as {@link #arrived}. */
  void left(Viewer viewer, String origin, UUID source, PersonId person, Instant at);

  /** Who of those whom the attendees must not meet is in the house at the moment. */
  List<Encounter> around(Viewer viewer, String origin, UUID source, Instant at);

  /**
   * Two who must not meet and might.
   *
   * @param certain whether somebody wrote down that the other one came; otherwise they are expected
   *     to be there
   * @param text what to do, in one sentence. It names only whom the viewer may know of
   */
  record Encounter(PersonId person, boolean certain, Slot here, Text text) {}
}
