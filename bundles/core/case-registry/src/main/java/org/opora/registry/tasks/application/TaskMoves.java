package org.opora.registry.tasks.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Origin;
import org.opora.registry.tasks.domain.Task;
import org.opora.registry.tasks.domain.TaskMoved;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tasks that people set from a record follow it into another file. A task keeps its subject for
 * ever, because its words hang on that key: so each is written down anew and the former one goes.
 */
@Component(service = TaskMoves.class)
public final class TaskMoves {
  private final Transactions tx;
  private final Colleagues colleagues;
  private final TaskNews news;
  private final TaskSeals seals;
  private final TaskDoor door;

  @Activate
  public TaskMoves(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference TaskNews news,
      @Reference Keys keys) {
    this.tx = tx;
    this.colleagues = colleagues;
    this.news = news;
    this.seals = new TaskSeals(keys);
    this.door = new TaskDoor(access, audit);
  }

  /** Whether the viewer may know of every task that was set from the page of a record. */
  public boolean sees(Viewer viewer, String page) {
    return tx.read(
        em -> set(em, page).stream().allMatch(task -> door.opens(viewer, Tasks.READ, task)));
  }

  /** How many tasks were set from the page of a record and are open. */
  public long open(String page) {
    return tx.read(em -> set(em, page).stream().filter(task -> !task.done()).count());
  }

  /**
   * In the transaction of the move; whoever moves the record has been let in to both files. Who may
   * not see the other file has nothing to do there: their open tasks come to whoever moves.
   *
   * @param from path of the record's page so far
   * @param to path of its new page
   * @param people of the other file; tasks about others become tasks about the family
   * @return how many went along
   */
  public int follow(
      Viewer viewer, String from, String to, CaseFileId file, Collection<PersonId> people) {
    return tx.required(
        em -> {
          List<Task> all = set(em, from);
          for (Task task : all) {
            Task moved = moved(viewer, task, to, file, people);
            news.notDone(task);
            em.remove(task);
            em.persist(moved);
            led(em, task, moved);
            if (moved.done()) {
              news.done(viewer, moved);
            } else if (!moved.doer().equals(task.doer())) {
              news.given(viewer, moved);
            }
          }
          em.flush();
          return all.size();
        });
  }

  /**
   * Links to the former place, in news and elsewhere, lead to the new one, however often it moves.
   */
  private static void led(EntityManager em, Task task, Task moved) {
    em.createQuery("SELECT m FROM TaskMoved m WHERE m.task = :task", TaskMoved.class)
        .setParameter("task", task.id())
        .getResultList()
        .forEach(before -> before.moved(moved.id()));
    em.persist(new TaskMoved(task.id(), moved.id()));
  }

  private static List<Task> set(EntityManager em, String page) {
    return em.createQuery(
            "SELECT t FROM Task t WHERE t.href = :page AND t.source = t.id ORDER BY t.id",
            Task.class)
        .setParameter("page", page)
        .getResultList();
  }

  private Task moved(
      Viewer viewer, Task task, String page, CaseFileId file, Collection<PersonId> people) {
    PersonId person = task.about().person();
    About about =
        person != null && people.contains(person) ? About.person(person, file) : About.file(file);
    TaskId id = TaskId.next();
    Task row =
        new Task(
            id.value(),
            about,
            new Origin(task.origin().bundle(), id.value(), page),
            task.author(),
            task.givenOn(),
            doer(viewer, task, about));
    row.says(
        seals.what(
            about,
            task.author(),
            id.value(),
            seals.openWhat(task.about(), task.author(), task.id(), task.what())));
    row.dueBy(task.due());
    if (task.done()) {
      String note = seals.openNote(task.about(), task.author(), task.id(), task.note());
      row.finish(task.doneBy(), task.doneOn(), seals.note(about, task.author(), id.value(), note));
    }
    return row;
  }

  private StaffId doer(Viewer viewer, Task task, About about) {
    boolean sees =
        task.done()
            || task.doer().equals(viewer.staff())
            || viewer.may(Tasks.READ)
                && colleagues
                    .holding(viewer, Tasks.READ, about.subject(), about.around())
                    .contains(task.doer());
    return sees ? task.doer() : viewer.staff();
  }
}
