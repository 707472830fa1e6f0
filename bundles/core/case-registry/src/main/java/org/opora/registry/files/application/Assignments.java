package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * Somebody beside the key worker and the deputy: there may be several.
   *
   * @param until last day; null while it lasts
   */
  UUID beside(RelationKind kind, StaffId staff, LocalDate from, LocalDate until) {
    if (em.find(StaffMember.class, staff.value()) == null) {
      throw Refusals.refused("staff", "refused.nobody");
    }
    Assignment row = new Assignment(Ids.next(), file, staff, kind, from, until);
    em.persist(row);
    return row.id();
  }

  /**
   * Whatever this member of staff does in the file, except as key worker, ends before the day.
   *
   * @return what ended, as it was before
   */
  List<Assignment> leave(StaffId staff, LocalDate day) {
    List<Assignment> left = new ArrayList<>();
    for (RelationKind kind :
        List.of(RelationKind.DEPUTY, RelationKind.CO_WORKER, RelationKind.STAND_IN)) {
      for (Assignment row : rows(kind)) {
        boolean lasts = row.until() == null || !row.until().isBefore(day);
        if (row.staff().equals(staff) && lasts) {
          left.add(row.asItIs());
          end(row, day.minusDays(1));
        }
      }
    }
    return left;
  }

  /** Key workers and deputies of the day or to come. */
  Set<StaffId> leading(LocalDate day) {
    return Stream.of(RelationKind.KEY_WORKER, RelationKind.DEPUTY)
        .flatMap(kind -> rows(kind).stream())
        .filter(row -> row.until() == null || !row.until().isBefore(day))
        .map(Assignment::staff)
        .collect(Collectors.toSet());
  }

  /** Who was key worker until the eve of this row. */
  Optional<Assignment> before(Assignment row) {
    LocalDate eve = row.since().minusDays(1);
    return rows(RelationKind.KEY_WORKER).stream()
        .filter(one -> !one.staff().equals(row.staff()) && eve.equals(one.until()))
        .findFirst();
  }

  /** It lasts until this day at most; what would end before it began has never been. */
  void end(Assignment row, LocalDate lastDay) {
    if (row.since().isAfter(lastDay)) {
      em.remove(row);
    } else if (row.until() == null || row.until().isAfter(lastDay)) {
      row.lasts(lastDay);
    }
  }

  List<Assignment> rows(RelationKind kind) {
    return em.createQuery(
            "SELECT a FROM Assignment a WHERE a.file = :file AND a.kind = :kind", Assignment.class)
        .setParameter("file", file.value())
        .setParameter("kind", kind)
        .getResultList();
  }
}
