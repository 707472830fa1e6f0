package org.opora.registry.tasks.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.TaskId;

/** A task that followed its record into another file, where it has another key. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "TASK_MOVED")
public class TaskMoved {
  @Id
  @Column(updatable = false)
  private UUID former;

  private UUID task;

  protected TaskMoved() {}

  public TaskMoved(UUID former, UUID task) {
    this.former = former;
    this.task = task;
  }

  /** Where it stands now; the task itself may be gone since. */
  public TaskId task() {
    return new TaskId(task);
  }

  /** It has moved once more. */
  public void moved(UUID again) {
    task = again;
  }
}
