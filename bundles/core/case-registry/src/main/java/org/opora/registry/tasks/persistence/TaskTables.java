package org.opora.registry.tasks.persistence;

import java.util.List;
import org.opora.registry.shared.persistence.Tables;
import org.opora.registry.tasks.domain.Task;
import org.opora.registry.tasks.domain.TaskMoved;

/** The tables of tasks. */
public final class TaskTables {
  public static final Tables ROOM =
      new Tables(
          List.of(Task.class, TaskMoved.class),
          List.of("TASK.PERSON"),
          List.of("TASK.SUBJECT", "TASK.FILE"));

  private TaskTables() {}
}
