package org.opora.registry.incidents.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.incidents.persistence.IncidentQueries;
import org.opora.registry.shared.application.Walled;
import org.opora.registry.shared.persistence.RelationQueries;

/**
 * Who may have to do with an incident: those who lead the family, whoever may see all of them, for
 * reading whoever its file was opened to for an inspection, and, for reading and for going on with
 * it, whoever wrote it down or did something about it, until some time after its end. Everybody who
 * works with the family may write one down. A wall at the file or at anybody involved closes it to
 * all of them. The lists of {@link IncidentQueries} follow the same rule.
 */
record IncidentDoor(Access access, AuditTrail audit, Aliases aliases) {
  private static final String WALL = "wall";

  /** Everybody behind a wall for the viewer, under every key. */
  Set<UUID> walled(EntityManager em, Viewer viewer) {
    return new Walled(aliases).before(em, viewer.staff(), viewer.today());
  }

  /** Whether no wall keeps this member of staff from the incident, whoever they are to it. */
  boolean open(EntityManager em, StaffId staff, Incident row, LocalDate day) {
    Set<UUID> walled = new Walled(aliases).before(em, staff, day);
    return !walled.contains(row.file().value())
        && involved(em, row).stream().noneMatch(walled::contains);
  }

  private static Set<UUID> involved(EntityManager em, Incident row) {
    return new IncidentQueries(em)
        .people(row.id()).stream().map(one -> one.person().value()).collect(Collectors.toSet());
  }

  /**
   * @throws NotFound when the viewer may not know of the incident
   * @return whether the viewer may have to do with all of it; otherwise they wrote it down, or did
   *     something about it
   */
  boolean require(EntityManager em, Viewer viewer, String permission, Incident row) {
    access.require(viewer, permission);
    if (blocked(em, viewer, permission, row)) {
      throw denied(viewer, permission, row.file(), WALL);
    }
    if (related(em, viewer, permission, row.file(), whole(permission))) {
      return true;
    }
    if (!row.followed(viewer.today()) || !acted(em, viewer.staff(), row)) {
      throw denied(viewer, permission, row.file(), "no-relation");
    }
    return false;
  }

  /** Who may have to do with all incidents of a family. */
  private static Set<RelationKind> whole(String permission) {
    return Permission.reads(permission) ? IncidentQueries.READERS : RelationKind.leading();
  }

  private static boolean acted(EntityManager em, StaffId staff, Incident row) {
    return row.author().equals(staff) || did(em, staff, row);
  }

  /** Whether a step of the incident names this member of staff. */
  static boolean did(EntityManager em, StaffId staff, Incident row) {
    return new IncidentQueries(em)
        .steps(row.id()).stream().anyMatch(step -> step.doer().equals(staff));
  }

  private static boolean related(
      EntityManager em, Viewer viewer, String permission, CaseFileId file, Set<RelationKind> who) {
    return viewer.reach(permission) == Reach.ALL
        || !new RelationQueries(em)
            .related(viewer.staff(), who, viewer.today(), viewer.now(), List.of(file.value()))
            .isEmpty();
  }

  /**
   * The same for what only those who lead the family, and whoever may see all, may do.
   *
   * @throws NotFound also when the viewer only wrote it down or did something about it
   */
  void requireWhole(EntityManager em, Viewer viewer, String permission, Incident row) {
    if (!require(em, viewer, permission, row)) {
      throw denied(viewer, permission, row.file(), "no-relation");
    }
  }

  /**
   * @throws NotFound when the viewer may not write incidents of this file down
   */
  void require(EntityManager em, Viewer viewer, String permission, CaseFileId file) {
    access.require(viewer, permission, Subject.of(file));
    if (!related(em, viewer, permission, file, RelationKind.working())) {
      throw denied(viewer, permission, file, "no-relation");
    }
  }

  /** Whether the viewer may have to do with every incident of the file, whomever it names. */
  boolean leads(EntityManager em, Viewer viewer, String permission, CaseFileId file) {
    return may(em, viewer, permission, file, whole(permission))
        && Collections.disjoint(new IncidentQueries(em).peopleOf(file), walled(em, viewer));
  }

  /** Whether the viewer may write incidents of this file down. */
  boolean works(EntityManager em, Viewer viewer, String permission, CaseFileId file) {
    return may(em, viewer, permission, file, RelationKind.working());
  }

  private boolean may(
      EntityManager em, Viewer viewer, String permission, CaseFileId file, Set<RelationKind> who) {
    return access.decide(viewer, permission, Subject.of(file)).allowed()
        && related(em, viewer, permission, file, who);
  }

  private boolean blocked(EntityManager em, Viewer viewer, String permission, Incident row) {
    if (WALL.equals(access.decide(viewer, permission, Subject.of(row.file())).reason())) {
      return true;
    }
    Set<UUID> walled = walled(em, viewer);
    return !walled.isEmpty() && involved(em, row).stream().anyMatch(walled::contains);
  }

  private NotFound denied(Viewer viewer, String permission, CaseFileId file, String reason) {
    audit.denied(viewer, permission, List.of(Subject.of(file)), reason);
    return new NotFound();
  }
}
