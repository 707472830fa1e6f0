package org.opora.api.time;

import java.util.Collection;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What members of staff spent: minutes, the way, kilometres. Pushed in the writer's transaction, so
 * the sheet of a month is one question, nobody types anything twice, and the time stays when the
 * module that wrote it is gone. It is what a centre shows to whoever pays for its services; it says
 * nothing of what was talked about.
 *
 * <p>Nothing here asks for a viewer: whoever writes decides who may. The sheet of a colleague is
 * read by that colleague and by whoever leads the staff; a family that its reader may not see has
 * no name on it, and one behind a wall no line.
 *
 * <p>The time is that of the member of staff: it stays when the record behind it goes and when a
 * child is erased, and says then no more for which child it was. Whoever asks what is known of a
 * child is told the days.
 */
@ProviderType
public interface StaffTime {
  /**
   * In the writer's transaction: all that one record cost, together. What it cost before is
   * replaced. Outside of a transaction it is one of its own.
   *
   * @param origin id of the writing bundle, at most 60 characters
   * @param source key of the record
   * @param spent at most one of each member of staff; empty when it cost nothing any more
   * @throws IllegalArgumentException when a member of staff is named twice
   */
  void put(String origin, UUID source, Collection<Spent> spent);

  /**
   * In the writer's transaction: the record cost nothing, because it was written down by mistake.
   * Nothing happens when none did.
   */
  void withdraw(String origin, UUID source);
}
