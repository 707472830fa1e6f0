package org.opora.registry.tasks.application;

import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.inbox.Inbox;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.domain.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom the house tells of a task: its doer, and the chronology of the file once it is done. */
@Component(service = TaskNews.class)
public final class TaskNews {
  private final Timeline timeline;
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public TaskNews(
      @Reference Timeline timeline, @Reference Inbox inbox, @Reference Messages messages) {
    this.timeline = timeline;
    this.inbox = inbox;
    this.messages = messages;
  }

  /** Nobody is told of what they gave to themselves. */
  void given(Viewer viewer, Task task) {
    if (!task.doer().equals(viewer.staff())) {
      inbox.tell(task.doer(), messages.title("inbox.task"), page(task));
    }
  }

  void done(Viewer viewer, Task task) {
    if (task.about().file() != null) {
      timeline.put(
          viewer,
          new Timeline.NewEntry(
              Refusals.BUNDLE,
              "task",
              task.id(),
              Subject.of(task.about().file()),
              task.doneOn(),
              Tasks.READ,
              DataClass.CARE_FACTS,
              messages.title("timeline.task-done"),
              page(task)));
    }
  }

  void notDone(Task task) {
    timeline.withdraw(Refusals.BUNDLE, task.id());
  }

  private static String page(Task task) {
    return "/tasks/" + task.id();
  }
}
