package org.opora.registry.tasks.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Open tasks go along when somebody else takes over. In the transaction of the hand-over. */
@Component(service = TaskHandover.class)
public final class TaskHandover {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;

  @Activate
  public TaskHandover(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
  }

  /**
   * What concerns the family goes to the taker, unless it is due before the taker begins, a wall
   * keeps them away from whom it is about, or a record such as a letter says who does it.
   *
   * @param people carers and children of the family
   * @param firstDay of the taker
   * @return the tasks that went along
   */
  public List<UUID> family(
      Viewer viewer,
      StaffId from,
      StaffId to,
      CaseFileId file,
      Collection<PersonId> people,
      LocalDate firstDay) {
    access.require(viewer, Tasks.WRITE, Subject.of(file));
    return move(
        viewer,
        from,
        to,
        List.of(Subject.of(file)),
        task ->
            (file.equals(task.about().file())
                    || task.about().file() == null
                        && task.about().person() != null
                        && people.contains(task.about().person()))
                && inTime(viewer, task, firstDay));
  }

  private static boolean inTime(Viewer viewer, Task task, LocalDate firstDay) {
    return !firstDay.isAfter(viewer.today())
        || task.due() == null
        || !task.due().isBefore(firstDay);
  }

  /**
   * Everything else that is open goes to this colleague, as far as they may see it: what concerns
   * none of these families, and is not due before the colleague begins.
   *
   * @param files families that somebody else takes over or keeps
   * @param people carers and children of those families
   * @param firstDay of the colleague
   * @return how many tasks went along
   */
  public int rest(
      Viewer viewer,
      StaffId from,
      StaffId to,
      Collection<CaseFileId> files,
      Collection<PersonId> people,
      LocalDate firstDay) {
    access.require(viewer, Tasks.WRITE);
    Map<About, Boolean> seen = new HashMap<>();
    return move(
            viewer,
            from,
            to,
            List.of(),
            task ->
                !(task.about().file() != null && files.contains(task.about().file())
                        || task.about().file() == null
                            && task.about().person() != null
                            && people.contains(task.about().person()))
                    && inTime(viewer, task, firstDay)
                    && seen.computeIfAbsent(task.about(), about -> maySee(viewer, to, about)))
        .size();
  }

  /** A task goes back to who had it, unless it is done or somebody else's meanwhile. */
  public void back(Viewer viewer, UUID task, StaffId taker, StaffId before) {
    tx.run(
        em -> {
          Task row = em.find(Task.class, task);
          if (row != null && !row.done() && row.doer().equals(taker)) {
            row.handTo(before);
            audit.wrote(
                viewer,
                "task.handed-on",
                row.about().subjects(),
                "from=" + taker + ";to=" + before + ";tasks=1");
          }
        });
  }

  /** Open tasks of a member of staff in one file. */
  public long ofFile(StaffId doer, CaseFileId file) {
    return tx.read(
        em ->
            em.createQuery(
                    "SELECT COUNT(t.id) FROM Task t WHERE t.doer = :doer AND t.done = FALSE AND t.file = :file",
                    Long.class)
                .setParameter("doer", doer.value())
                .setParameter("file", file.value())
                .getSingleResult());
  }

  private boolean maySee(Viewer viewer, StaffId to, About about) {
    Subject subject = about.subject();
    if (subject != null && !access.decide(viewer, Tasks.WRITE, subject).allowed()) {
      return false;
    }
    return colleagues.holding(viewer, Tasks.READ, subject, about.around()).contains(to);
  }

  private List<UUID> move(
      Viewer viewer, StaffId from, StaffId to, List<Subject> about, Predicate<Task> which) {
    return tx.required(
        em -> {
          Set<UUID> walls = walls(em, to, viewer.today());
          List<Task> moved =
              open(em, from).stream()
                  // The record behind it says who does it: there it is handed on.
                  .filter(task -> task.origin().tie() != Tasks.Tie.KEEPS)
                  .filter(
                      task ->
                          task.about().subjects().stream()
                              .noneMatch(subject -> walls.contains(subject.id())))
                  .filter(which)
                  .toList();
          moved.forEach(task -> task.handTo(to));
          if (!moved.isEmpty()) {
            audit.wrote(
                viewer,
                "task.handed-on",
                about,
                "from=" + from + ";to=" + to + ";tasks=" + moved.size());
          }
          return moved.stream().map(Task::id).toList();
        });
  }

  /** Open tasks of a member of staff; what a wall hides from the viewer is not counted. */
  public long open(Viewer viewer, StaffId doer) {
    return tx.read(
        em ->
            em.createQuery(
                    "SELECT COUNT(t.id) FROM Task t WHERE t.doer = :doer AND t.doneOn IS NULL"
                        + " AND NOT EXISTS (SELECT w.id FROM Wall w WHERE w.staff = :me AND w.liftedOn IS NULL"
                        + " AND (w.until IS NULL OR w.until >= :day)"
                        + " AND (w.subject = t.subject OR w.subject = t.file OR w.subject = t.person))"
                        + " AND NOT EXISTS (SELECT v.id FROM SameKey k JOIN Wall v ON v.subject = k.other"
                        + " WHERE v.staff = :me AND v.liftedOn IS NULL"
                        + " AND (v.until IS NULL OR v.until >= :day)"
                        + " AND (k.person = t.subject OR k.person = t.person))",
                    Long.class)
                .setParameter("doer", doer.value())
                .setParameter("me", viewer.staff().value())
                .setParameter("day", viewer.today())
                .getSingleResult());
  }

  private static List<Task> open(EntityManager em, StaffId doer) {
    return em.createQuery(
            "SELECT t FROM Task t WHERE t.doer = :doer AND t.done = FALSE ORDER BY t.id",
            Task.class)
        .setParameter("doer", doer.value())
        .getResultList();
  }

  /** What a wall keeps from them, people under every key. */
  private static Set<UUID> walls(EntityManager em, StaffId to, LocalDate day) {
    Set<UUID> walls = new HashSet<>();
    for (String what :
        List.of(
            "w.subject FROM Wall w",
            "k.person FROM SameKey k JOIN Wall w ON w.subject = k.other")) {
      walls.addAll(
          em.createQuery(
                  "SELECT "
                      + what
                      + " WHERE w.staff = :staff AND w.liftedOn IS NULL"
                      + " AND (w.until IS NULL OR w.until >= :day)",
                  UUID.class)
              .setParameter("staff", to.value())
              .setParameter("day", day)
              .getResultList());
    }
    return walls;
  }
}
