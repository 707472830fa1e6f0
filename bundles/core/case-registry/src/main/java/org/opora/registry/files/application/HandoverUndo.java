package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.files.domain.HandoverEnded;
import org.opora.registry.files.domain.HandoverMoved;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.post.application.PostHandover;
import org.opora.registry.staff.domain.Absence;
import org.opora.registry.tasks.application.TaskHandover;

/**
 * What a hand-over changes besides the key worker is remembered with its protocol, and put back
 * when it is withdrawn before it begins: otherwise nobody would stand in, and tasks would lie with
 * somebody who never had the family.
 */
final class HandoverUndo {
  private final EntityManager em;
  private final Viewer viewer;
  private final TaskHandover tasks;
  private final PostHandover post;

  HandoverUndo(EntityManager em, Viewer viewer, TaskHandover tasks, PostHandover post) {
    this.em = em;
    this.viewer = viewer;
    this.tasks = tasks;
    this.post = post;
  }

  /**
   * @param ended assignments as they were before
   * @param doer who had the tasks and letters
   */
  void remember(
      UUID handover,
      Collection<Assignment> ended,
      StaffId doer,
      Collection<UUID> movedTasks,
      Collection<UUID> movedLetters) {
    ended.forEach(row -> em.persist(new HandoverEnded(Ids.next(), handover, row)));
    movedTasks.forEach(task -> em.persist(HandoverMoved.task(Ids.next(), handover, task, doer)));
    movedLetters.forEach(
        letter -> em.persist(HandoverMoved.letter(Ids.next(), handover, letter, doer)));
  }

  void putBack(Handover handover) {
    for (HandoverEnded one : rows(HandoverEnded.class, handover)) {
      restore(one.before(handover.file()), handover.from().minusDays(1));
    }
    for (HandoverMoved one : rows(HandoverMoved.class, handover)) {
      if (one.task() == null) {
        post.back(viewer, one.letter(), handover.taker(), one.doer());
      } else {
        tasks.back(viewer, one.task(), handover.taker(), one.doer());
      }
    }
    em.flush();
  }

  /** Unless somebody has changed it since, or a wall has come between. */
  private void restore(Assignment before, LocalDate eve) {
    Assignment now = em.find(Assignment.class, before.id());
    LocalDate until = until(before);
    boolean gone = until != null && (until.isBefore(before.since()) || !until.isAfter(eve));
    boolean changed = now != null && !eve.equals(now.until());
    if (gone || changed || taken(before, eve) || keptAway(before)) {
      return;
    }
    if (now == null) {
      em.persist(
          new Assignment(
              before.id(), before.file(), before.staff(), before.kind(), before.since(), until));
    } else {
      now.lasts(until);
    }
  }

  /** Nobody stands in longer than somebody is away. */
  private LocalDate until(Assignment before) {
    if (before.kind() != RelationKind.STAND_IN) {
      return before.until();
    }
    return em.createQuery(
            "SELECT w FROM Absence w, AbsenceFile f WHERE w.id = f.absence AND f.assignment = :row"
                + " AND w.confirmedOn IS NOT NULL",
            Absence.class)
        .setParameter("row", before.id())
        .getResultStream()
        .map(Absence::until)
        .map(
            last -> before.until() != null && before.until().isBefore(last) ? before.until() : last)
        .findFirst()
        .orElse(LocalDate.MIN);
  }

  /** Another deputy has been named meanwhile. */
  private boolean taken(Assignment before, LocalDate eve) {
    return before.kind() == RelationKind.DEPUTY
        && new Assignments(em, before.file())
            .rows(RelationKind.DEPUTY).stream()
                .filter(row -> !row.id().equals(before.id()))
                .anyMatch(row -> row.until() == null || row.until().isAfter(eve));
  }

  private boolean keptAway(Assignment before) {
    return new KeptAway(em)
        .of(List.of(before.file()), viewer.today())
        .getOrDefault(before.file(), Set.of())
        .contains(before.staff());
  }

  private <T> List<T> rows(Class<T> type, Handover handover) {
    return em.createQuery(
            "SELECT t FROM "
                + type.getSimpleName()
                + " t WHERE t.handover = :handover ORDER BY t.id",
            type)
        .setParameter("handover", handover.id())
        .getResultList();
  }
}
