package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.shared.application.Refusals;

/** What must hold before a visit is written down. */
public final class VisitCheck {
  private static final int LONGEST_NOTE = 20_000;
  private static final int LONGEST_VIEW = 5_000;
  private static final int LONGEST_REASON = 500;
  private static final int DAY = 24 * 60;
  private static final int FARTHEST = 2_000;

  private final Access access;
  private final Viewer viewer;
  private final CaseFileId file;
  private final NewVisit visit;

  VisitCheck(Access access, Viewer viewer, CaseFileId file, NewVisit visit) {
    this.access = access;
    this.viewer = viewer;
    this.file = file;
    this.visit = visit;
  }

  /**
   * @param sight what stays as it is, because the viewer does not see it
   * @return the sub-file of each child of the file
   */
  Map<UUID, UUID> pass(EntityManager em, VisitSight sight) {
    facts();
    VisitQueries queries = new VisitQueries(em);
    Map<UUID, UUID> children = queries.childrenOf(file);
    Set<UUID> known = new HashSet<>(children.keySet());
    known.addAll(queries.carersOf(file));
    // Who gives no name was there all the same, and it proves nothing of anybody.
    boolean somebody = visit.present() != null && !visit.present().isEmpty();
    if (!somebody && !(known.isEmpty() && visit.present() != null && queries.maybeUnnamed(file))) {
      throw Refusals.refused("present", "refused.visit-nobody");
    }
    for (PersonId person : visit.present()) {
      if (!known.contains(person.value())
          && !access.decide(viewer, People.READ, Subject.of(person)).allowed()) {
        throw Refusals.refused("present", "refused.visit-stranger");
      }
    }
    Map<PersonId, ChildPart> parts = parts(children, sight.kept());
    for (PersonId person : visit.present()) {
      if (children.containsKey(person.value())
          && !parts.containsKey(person)
          && !sight.kept().contains(person.value())
          && !sight.bare().contains(person.value())) {
        throw Refusals.refused("alone-" + person, "refused.visit-alone");
      }
    }
    for (UUID child : sight.kept()) {
      PersonId person = new PersonId(child);
      if (!sight.hidden().contains(person) && !visit.present().contains(person)) {
        throw Refusals.refused("present", "refused.visit-unseen");
      }
    }
    return children;
  }

  private void facts() {
    LocalDate on = Refusals.day("on", visit.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.visit-future", on);
    }
    if (visit.minutes() != null && (visit.minutes() < 1 || visit.minutes() > DAY)) {
      throw Refusals.refused("minutes", "refused.visit-minutes", visit.minutes());
    }
    way(visit.travelMinutes(), visit.kilometres());
    if (visit.place() == null) {
      throw Refusals.refused("place", "refused.required");
    }
    Refusals.optional("note", visit.note(), LONGEST_NOTE);
  }

  private Map<PersonId, ChildPart> parts(Map<UUID, UUID> children, Set<UUID> kept) {
    Map<PersonId, ChildPart> parts = new HashMap<>();
    List<ChildPart> given = visit.children() == null ? List.of() : visit.children();
    for (ChildPart part : given) {
      PersonId child = part.child();
      if (!children.containsKey(child.value()) || !visit.present().contains(child)) {
        throw Refusals.refused("present", "refused.visit-not-a-child");
      }
      if (kept.contains(child.value())) {
        throw Refusals.refused("present", "refused.visit-unseen");
      }
      if (!part.seenAlone()
          && Refusals.optional("alone-" + child, part.notAloneReason(), LONGEST_REASON) == null) {
        throw Refusals.refused("alone-" + child, "refused.visit-alone");
      }
      boolean told = Refusals.optional("view-" + child, part.view(), LONGEST_VIEW) != null;
      if (told && (part.learntBy() == null || part.learntBy() == ViewLearntBy.NOT_LEARNT)) {
        throw Refusals.refused("learntBy-" + child, "refused.visit-learnt-by");
      }
      parts.put(child, part);
    }
    return parts;
  }

  static ChildFileId childFile(Map<UUID, UUID> children, PersonId child) {
    return new ChildFileId(children.get(child.value()));
  }

  /**
   * The way there and back; each may be null.
   *
   * @throws org.opora.api.faults.Refused when nobody goes so far, or so long
   */
  public static void way(Integer travelMinutes, Integer kilometres) {
    if (travelMinutes != null && (travelMinutes < 0 || travelMinutes > DAY)) {
      throw Refusals.refused("travelMinutes", "refused.visit-travel", travelMinutes);
    }
    if (kilometres != null && (kilometres < 0 || kilometres > FARTHEST)) {
      throw Refusals.refused("kilometres", "refused.visit-kilometres", kilometres);
    }
  }
}
