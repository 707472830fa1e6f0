package org.opora.registry.tasks.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Origin;
import org.opora.registry.tasks.domain.Task;
import org.opora.registry.tasks.domain.TaskMoved;
import org.opora.registry.tasks.persistence.TaskQueries;
import org.opora.registry.tasks.persistence.TaskRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks as people set, see, hand on and finish them. */
@Component(service = TaskDesk.class)
public final class TaskDesk {
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final TaskNews news;
  private final TaskLines lines;
  private final TaskDoor door;
  private final TaskCheck check;
  private final TaskSeals seals;

  @Activate
  public TaskDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Keys keys,
      @Reference TaskNews news,
      @Reference TaskLines lines) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.news = news;
    this.lines = lines;
    this.door = new TaskDoor(access, audit);
    this.check = new TaskCheck(colleagues);
    this.seals = new TaskSeals(keys);
  }

  /**
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public TaskId add(Viewer viewer, NewTask task) {
    About about = task.about();
    door.require(viewer, Tasks.WRITE, about);
    String what = TaskCheck.what(task.what());
    TaskCheck.due(viewer, null, task.due());
    check.doer(viewer, about, null, task.doer());
    return tx.required(
        em -> {
          if (about.file() != null && about.person() != null) {
            TaskCheck.belongs(em, about.file(), about.person());
          }
          TaskId id = TaskId.next();
          String href = TaskCheck.page(em, task);
          Task row =
              new Task(
                  id.value(),
                  about,
                  new Origin(Refusals.BUNDLE, id.value(), href),
                  viewer.staff(),
                  viewer.today(),
                  task.doer());
          row.says(seals.what(about, viewer.staff(), id.value(), what));
          row.dueBy(task.due());
          em.persist(row);
          wrote(viewer, "task.added", row);
          news.given(viewer, row);
          return id;
        });
  }

  /**
   * Says otherwise what is to be done, by whom and by when. What follows from a record keeps its
   * words.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it is done already, its record keeps it, or a rule
   *     says no
   */
  public void amend(
      Viewer viewer, TaskId task, long version, String what, StaffId doer, LocalDate due) {
    change(
        viewer,
        task,
        "task.amended",
        row -> {
          Refusals.fresh(row.version(), version);
          open(row);
          if (lines.tie(row.origin()) == Tasks.Tie.KEEPS) {
            throw Refusals.refused(null, "refused.task-kept");
          }
          TaskCheck.due(viewer, row.due(), due);
          StaffId before = row.doer();
          check.doer(viewer, row.about(), before, doer);
          if (row.title() == null) {
            row.says(seals.what(row.about(), row.author(), row.id(), TaskCheck.what(what)));
          }
          row.dueBy(due);
          row.handTo(doer);
          if (!doer.equals(before)) {
            news.given(viewer, row);
          }
        });
  }

  /**
   * @param note how it went, or null
   * @throws org.opora.api.faults.Refused when it is done already, or its record settles it
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void finish(Viewer viewer, TaskId task, long version, String note) {
    String line = TaskCheck.note(note);
    change(
        viewer,
        task,
        "task.done",
        row -> {
          open(row);
          byHand(row);
          Refusals.fresh(row.version(), version);
          row.finish(
              viewer.staff(),
              viewer.today(),
              seals.note(row.about(), row.author(), row.id(), line));
          news.done(viewer, row);
        });
  }

  /**
   * It was not done after all: who did it, when and how goes with it.
   *
   * @throws org.opora.api.faults.Refused when it is open, or its record settles it
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void reopen(Viewer viewer, TaskId task, long version) {
    change(
        viewer,
        task,
        "task.reopened",
        row -> {
          if (!row.done()) {
            throw Refusals.refused(null, "refused.task-open");
          }
          byHand(row);
          Refusals.fresh(row.version(), version);
          row.reopen();
          news.notDone(row);
        });
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the task
   */
  public TaskLine view(Viewer viewer, TaskId task) {
    return tx.read(
        em -> {
          Task row = Held.load(em, Task.class, task.value());
          door.require(viewer, Tasks.READ, row);
          return lines.of(viewer, List.of(row(row))).get(0);
        });
  }

  /**
   * Where a task stands that followed its record into another file.
   *
   * @param former its key before
   * @return empty when it has not moved, or the viewer may not see where it is
   */
  public Optional<TaskId> moved(Viewer viewer, TaskId former) {
    return tx.read(
        em -> {
          TaskMoved led = em.find(TaskMoved.class, former.value());
          Task row = led == null ? null : em.find(Task.class, led.task().value());
          return row != null && door.opens(viewer, Tasks.READ, row)
              ? Optional.of(led.task())
              : Optional.empty();
        });
  }

  /**
   * Open tasks by their last day, or done ones the newest first, as far as the viewer may see them.
   *
   * @param doer whose; null for everybody's
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<TaskLine> list(Viewer viewer, StaffId doer, boolean done, String after, int limit) {
    access.require(viewer, Tasks.READ);
    return page(
        viewer, done, queries -> queries.of(doer, after, Cursors.within(limit, LONGEST_PAGE)));
  }

  /**
   * The same of one case file: what is kept under it, and what concerns these people of it.
   *
   * @param people carers and children of the file whom the viewer may see
   */
  public Page<TaskLine> ofFile(
      Viewer viewer,
      CaseFileId file,
      Collection<PersonId> people,
      boolean done,
      String after,
      int limit) {
    access.require(viewer, Tasks.READ, Subject.of(file));
    return page(
        viewer,
        done,
        queries -> queries.of(file, people, after, Cursors.within(limit, LONGEST_PAGE)));
  }

  /** Colleagues to whom a task about this can be handed: those who may see it. */
  public Set<StaffId> doers(Viewer viewer, About about) {
    return check.doers(viewer, about);
  }

  private Page<TaskLine> page(
      Viewer viewer, boolean done, Function<TaskQueries, Page<TaskRow>> query) {
    return tx.read(
        em -> {
          Page<TaskRow> rows =
              query.apply(new TaskQueries(em, access.scope(viewer, Tasks.READ), done));
          return new Page<>(lines.of(viewer, rows.items()), rows.next());
        });
  }

  private void change(Viewer viewer, TaskId task, String action, Consumer<Task> change) {
    Task seen = tx.read(em -> Held.load(em, Task.class, task.value()));
    door.require(viewer, Tasks.WRITE, seen);
    tx.run(
        em -> {
          Task row = held(em, task);
          change.accept(row);
          wrote(viewer, action, row);
        });
  }

  private static Task held(EntityManager em, TaskId task) {
    return Held.hold(em, Task.class, task.value());
  }

  private static void open(Task row) {
    if (row.done()) {
      throw Refusals.refused(null, "refused.task-done", row.doneOn());
    }
  }

  /** Otherwise the reminder would end while the record is open, or come back while it is not. */
  private void byHand(Task row) {
    if (lines.tie(row.origin()) != Tasks.Tie.LOOSE) {
      throw Refusals.refused(null, "refused.task-record");
    }
  }

  private void wrote(Viewer viewer, String action, Task row) {
    audit.wrote(viewer, action, row.about().subjects(), "task=" + row.id());
  }

  private static TaskRow row(Task task) {
    return new TaskRow(
        task.id(),
        task.version(),
        task.about(),
        task.what(),
        task.title(),
        task.author().value(),
        task.givenOn(),
        task.doer().value(),
        task.due(),
        task.doneOn(),
        task.doneBy() == null ? null : task.doneBy().value(),
        task.note(),
        task.origin());
  }
}
