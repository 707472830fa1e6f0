package org.opora.registry.tasks.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.tasks.Tasks;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.domain.About;

/** What must hold before a task is written down. */
record TaskCheck(Colleagues colleagues) {
  static final int LONGEST_WHAT = 500;
  static final int LONGEST_NOTE = 2000;

  static String what(String typed) {
    return Refusals.line("what", typed, LONGEST_WHAT);
  }

  static String note(String typed) {
    return Refusals.optional("note", typed, LONGEST_NOTE);
  }

  /** A day that has passed is a slip of the pen; a task that is late already stays what it is. */
  static void due(Viewer viewer, LocalDate before, LocalDate now) {
    if (now != null && !now.equals(before) && now.isBefore(viewer.today())) {
      throw Refusals.refused("due", "refused.task-past", now);
    }
  }

  /** Who could do it: those who may see it. */
  Set<StaffId> doers(Viewer viewer, About about) {
    return colleagues.holding(viewer, Tasks.READ, about.subject(), about.around());
  }

  /**
   * @param before who is to do it now, and may stay whatever has become of them; null for a new one
   */
  void doer(Viewer viewer, About about, StaffId before, StaffId now) {
    if (now == null) {
      throw Refusals.refused("doer", "refused.required");
    }
    if (!now.equals(before) && !now.equals(viewer.staff()) && !doers(viewer, about).contains(now)) {
      throw Refusals.refused("doer", "refused.task-doer");
    }
  }

  /** Somebody in a file is a carer or a child of it, now or before. */
  static void belongs(EntityManager em, CaseFileId file, PersonId person) {
    for (String part : new String[] {"FileCarer t WHERE t.person", "Placement t WHERE t.child"}) {
      long found =
          em.createQuery(
                  "SELECT COUNT(t.id) FROM " + part + " = :person AND t.file = :file", Long.class)
              .setParameter("person", person.value())
              .setParameter("file", file.value())
              .getSingleResult();
      if (found > 0) {
        return;
      }
    }
    throw Refusals.refused("about", "refused.task-stranger");
  }

  /**
   * Path of the entry from which a task came; null when it came of none.
   *
   * @throws NotFound when there is no such entry in the file
   */
  static String page(EntityManager em, NewTask task) {
    if (task.visit() != null) {
      return page(em, task.about().file(), "Visit", task.visit().value(), "/visits/");
    }
    return task.note() == null
        ? null
        : page(em, task.about().file(), "Note", task.note(), "/notes/");
  }

  private static String page(
      EntityManager em, CaseFileId file, String entity, UUID entry, String path) {
    if (file == null) {
      throw new NotFound();
    }
    em.createQuery(
            "SELECT v.id FROM " + entity + " v WHERE v.id = :entry AND v.file = :file", UUID.class)
        .setParameter("entry", entry)
        .setParameter("file", file.value())
        .getResultStream()
        .findFirst()
        .orElseThrow(NotFound::new);
    return "/files/" + file + path + entry;
  }
}
