package org.opora.registry.tasks.application;

import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Aliases;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.ChildFileId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whom the house tells of a task: its doer, and the chronology once it is done. There it stands
 * where those see it who may see the task: in the story of the file, or in that of the child it is
 * about. What is about a carer or another person, or concerns one, has no story that a wall at them
 * would close.
 */
@Component(service = TaskNews.class)
public final class TaskNews {
  private final Transactions tx;
  private final Aliases aliases;
  private final Timeline timeline;
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public TaskNews(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Aliases aliases,
      @Reference Timeline timeline,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.tx = tx;
    this.aliases = aliases;
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

  /** Of what is a matter of oversight no chronology tells. */
  void done(Viewer viewer, Task task) {
    (task.oversight() ? Optional.<Subject>empty() : story(task.about()))
        .ifPresent(
            subject ->
                timeline.put(
                    viewer,
                    new Timeline.NewEntry(
                        Refusals.BUNDLE,
                        "task",
                        task.id(),
                        subject,
                        task.doneOn(),
                        Tasks.READ,
                        DataClass.CARE_FACTS,
                        messages.title("timeline.task-done"),
                        page(task))));
  }

  private Optional<Subject> story(About about) {
    if (about.nobody() || about.subject().kind() == Subject.Kind.CHILD_FILE) {
      return Optional.ofNullable(about.subject());
    }
    if (about.subject().kind() == Subject.Kind.CASE_FILE) {
      return about.person() == null ? Optional.of(about.subject()) : Optional.empty();
    }
    return tx.read(
        em ->
            em.createQuery("SELECT c.id FROM ChildFile c WHERE c.child IN :known", UUID.class)
                .setParameter("known", Chunks.values(aliases.idsOf(about.person())))
                .getResultStream()
                .findFirst()
                .map(key -> Subject.of(new ChildFileId(key))));
  }

  void notDone(Task task) {
    timeline.withdraw(Refusals.BUNDLE, task.id());
  }

  private static String page(Task task) {
    return "/tasks/" + task.id();
  }
}
