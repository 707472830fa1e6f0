package org.opora.registry.tasks.application;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.TaskId;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Origin;
import org.opora.registry.tasks.domain.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks that follow from records, pushed by whoever writes the record. */
@Component(service = Tasks.class)
public final class TaskPushes implements Tasks {
  private final Transactions tx;
  private final Colleagues colleagues;
  private final TaskNews news;

  @Activate
  public TaskPushes(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Colleagues colleagues,
      @Reference TaskNews news) {
    this.tx = tx;
    this.colleagues = colleagues;
    this.news = news;
  }

  @Override
  public TaskId put(Viewer viewer, NewTask task) {
    return tx.required(
        em -> {
          Optional<Task> known = find(em, task.origin(), task.source());
          Task row = known.orElseGet(() -> fresh(em, viewer, task));
          if (!row.done()) {
            row.says(task.what(), task.href());
            row.dueBy(task.due());
          }
          if (known.isEmpty()) {
            em.persist(row);
            em.flush();
            if (!row.oversight() || mayBeTold(row)) {
              news.given(viewer, row);
            }
          }
          return new TaskId(row.id());
        });
  }

  private boolean mayBeTold(Task task) {
    return colleagues.overseeing(Tasks.READ, task.about().subjects()).contains(task.doer());
  }

  private static Task fresh(EntityManager em, Viewer viewer, NewTask task) {
    Task row = row(em, viewer, task);
    if (task.oversight()) {
      row.overseen();
    }
    return row;
  }

  private static Task row(EntityManager em, Viewer viewer, NewTask task) {
    return new Task(
        TaskId.next().value(),
        about(em, task),
        new Origin(task.origin(), task.source(), task.href(), task.tie()),
        viewer.staff(),
        viewer.today(),
        task.doer());
  }

  private static About about(EntityManager em, NewTask task) {
    if (task.subject() == null) {
      return About.NOBODY;
    }
    UUID subject = task.subject().id();
    CaseFileId file =
        task.subject().kind() == Subject.Kind.CASE_FILE ? new CaseFileId(subject) : task.file();
    if (file != null && em.find(CaseFile.class, file.value()) == null) {
      throw new IllegalArgumentException("There is no such case file");
    }
    PersonId person =
        switch (task.subject().kind()) {
          case PERSON -> new PersonId(subject);
          case CHILD_FILE -> child(em, subject);
          default -> task.concerns();
        };
    return new About(task.subject(), file, person);
  }

  private static PersonId child(EntityManager em, UUID childFile) {
    ChildFile found = em.find(ChildFile.class, childFile);
    if (found == null) {
      throw new IllegalArgumentException("There is no such sub-file");
    }
    return found.child();
  }

  @Override
  public void withdraw(String origin, UUID source) {
    tx.run(em -> find(em, origin, source).filter(row -> !row.done()).ifPresent(em::remove));
  }

  @Override
  public void doneBy(Viewer viewer, String origin, UUID source) {
    tx.run(
        em ->
            find(em, origin, source)
                .filter(row -> !row.done())
                .ifPresent(
                    row -> {
                      row.finish(viewer.staff(), viewer.today(), null);
                      news.done(viewer, row);
                    }));
  }

  @Override
  public void undone(String origin, UUID source) {
    tx.run(
        em ->
            find(em, origin, source)
                .filter(Task::done)
                .ifPresent(
                    row -> {
                      row.reopen();
                      news.notDone(row);
                    }));
  }

  private static Optional<Task> find(EntityManager em, String origin, UUID source) {
    return em.createQuery(
            "SELECT t FROM Task t WHERE t.origin = :origin AND t.source = :source", Task.class)
        .setParameter("origin", origin)
        .setParameter("source", source)
        .getResultStream()
        .findFirst();
  }
}
