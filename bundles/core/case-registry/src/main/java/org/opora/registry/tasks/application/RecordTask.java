package org.opora.registry.tasks.application;

import java.util.UUID;
import java.util.function.Function;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.tasks.Tasks;
import org.opora.registry.shared.application.Refusals;

/**
 * The one task of a record that asks for something from time to time. The record remembers under
 * which key it asks, so that what is done stays where it was done.
 */
public final class RecordTask {
  private RecordTask() {}

  /**
   * Under which key the record asks from now on. The record keeps it before {@link #follow}, which
   * writes what stands there: it would be written twice otherwise.
   *
   * @param before key under which the record asks so far; null when it does not
   * @param asks whether it asks for something now
   * @param anew whether it is a task of its own, because somebody else does it or it is about
   *     another file
   * @return null when it does not ask
   */
  public static UUID key(UUID before, boolean asks, boolean anew) {
    if (!asks) {
      return null;
    }
    return anew || before == null ? Ids.next() : before;
  }

  /**
   * Pushes the task of a record that asks for something, and takes back that of one that does not.
   *
   * @param before key under which the record asked so far; null when it did not
   * @param now key under which it asks; null when it does not
   * @param task under that key
   */
  public static void follow(
      Tasks tasks, Viewer viewer, UUID before, UUID now, Function<UUID, Tasks.NewTask> task) {
    if (before != null && !before.equals(now)) {
      tasks.withdraw(Refusals.BUNDLE, before);
    }
    if (now != null) {
      tasks.put(viewer, task.apply(now));
    }
  }
}
