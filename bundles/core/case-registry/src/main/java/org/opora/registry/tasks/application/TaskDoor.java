package org.opora.registry.tasks.application;

import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Task;

/**
 * Who may have to do with a task: whom it is about opens it, and a wall at the family's file or at
 * the person closes it as well. A task about nobody belongs to its author, its doer and whoever may
 * see all tasks; a task of oversight to its doer and whoever may see all tasks. The lists of {@code
 * TaskQueries} follow the same rule.
 */
record TaskDoor(Access access, AuditTrail audit) {
  private static final String WALL = "wall";

  /**
   * @throws NotFound when the viewer may not know of the task
   */
  void require(Viewer viewer, String permission, Task task) {
    require(viewer, permission, task.about());
    if (!theirs(viewer, permission, task)) {
      audit.denied(viewer, permission, List.of(), "no-relation");
      throw new NotFound();
    }
  }

  private static boolean theirs(Viewer viewer, String permission, Task task) {
    boolean everybodys = !task.oversight() && !task.about().nobody();
    return everybodys
        || viewer.reach(permission) == Reach.ALL
        || !task.oversight() && viewer.staff().equals(task.author())
        || viewer.staff().equals(task.doer());
  }

  /** The same without a trace: for whoever wants to know only whether anything stays unseen. */
  boolean opens(Viewer viewer, String permission, Task task) {
    About about = task.about();
    boolean allowed =
        about.nobody()
            ? access.decide(viewer, permission).allowed()
            : access.decide(viewer, permission, about.subject()).allowed();
    return allowed
        && theirs(viewer, permission, task)
        && about.around().stream()
            .noneMatch(around -> WALL.equals(access.decide(viewer, permission, around).reason()));
  }

  /**
   * @throws NotFound when the viewer may not know whom it would be about
   */
  void require(Viewer viewer, String permission, About about) {
    if (about.nobody()) {
      access.require(viewer, permission);
      return;
    }
    access.require(viewer, permission, about.subject());
    for (Subject around : about.around()) {
      if (WALL.equals(access.decide(viewer, permission, around).reason())) {
        // Asked once more, so that the refusal is in the trail.
        access.require(viewer, permission, around);
      }
    }
  }
}
