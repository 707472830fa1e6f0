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
   * Pushes the task of a record that asks for something, and takes back that of one that does not.
   *
   * @param before key under which the record asks so far; null when it does not
   * @param asks whether it asks for something now
   * @param anew whether it is a task of its own, because somebody else does it or it is about
   *     another file
   * @param task under the key
   * @return key under which it asks from now on; null when it does not
   */
  public static UUID follow(
      Tasks tasks,
      Viewer viewer,
      UUID before,
      boolean asks,
      boolean anew,
      Function<UUID, Tasks.NewTask> task) {
    UUID key = asks ? anew || before == null ? Ids.next() : before : null;
    if (before != null && !before.equals(key)) {
      tasks.withdraw(Refusals.BUNDLE, before);
    }
    if (key != null) {
      tasks.put(viewer, task.apply(key));
    }
    return key;
  }
}
