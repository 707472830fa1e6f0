package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.RelationKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.domain.StaffMember;

/** Who works with a file from a day on: at most one key worker and one deputy on any day. */
final class Assignments {
  private final EntityManager em;
  private final CaseFileId file;

  Assignments(EntityManager em, CaseFileId file) {
    this.em = em;
    this.file = file;
  }

  /**
   * @param staff null for nobody
   */
  void from(LocalDate day, RelationKind kind, StaffId staff, String field) {
    if (staff != null && em.find(StaffMember.class, staff.value()) == null) {
      throw Refusals.refused(field, "refused.nobody");
    }
    boolean goesOn = false;
    for (Assignment now : rows(kind)) {
      boolean same = now.staff().equals(staff) && now.until() == null && !now.since().isAfter(day);
      if (same) {
        goesOn = true;
      } else if (!now.since().isBefore(day)) {
        em.remove(now);
      } else if (now.until() == null || !now.until().isBefore(day)) {
        now.lasts(day.minusDays(1));
      }
    }
    if (staff != null && !goesOn) {
      em.persist(new Assignment(Ids.next(), file, staff, kind, day, null));
    }
  }

  private List<Assignment> rows(RelationKind kind) {
    return em.createQuery(
            "SELECT a FROM Assignment a WHERE a.file = :file AND a.kind = :kind", Assignment.class)
        .setParameter("file", file.value())
        .setParameter("kind", kind)
        .getResultList();
  }
}
