package org.opora.registry.grant.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.persistence.AgreementQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Walled;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.RelationQueries;

/**
 * Who may see and do what with the money of a family: those who lead it, and those who may see
 * everybody. What a family gets tells of the health of its children, so a co-worker does not see
 * it. A wall at a child closes what was spent for it, under whichever key.
 */
record GrantDoor(Transactions tx, Access access, AuditTrail audit, Aliases aliases) {
  /**
   * @throws NotFound when the viewer may not know of the file or does not lead its family
   */
  void open(Viewer viewer, String permission, CaseFileId file) {
    access.require(viewer, permission, Subject.of(file));
    if (!leads(viewer, permission, file)) {
      throw denied(viewer, permission, Subject.of(file), "no-relation");
    }
  }

  /** Whether the viewer leads the family, or may see everybody. */
  boolean leads(Viewer viewer, String permission, CaseFileId file) {
    return viewer.reach(permission) == Reach.ALL
        || !tx.read(
                em ->
                    new RelationQueries(em)
                        .related(
                            viewer.staff(),
                            RelationKind.leading(),
                            viewer.today(),
                            viewer.now(),
                            List.of(file.value())))
            .isEmpty();
  }

  /**
   * Every key of the child.
   *
   * @throws NotFound when a wall keeps it from the viewer
   */
  List<UUID> child(Viewer viewer, String permission, PersonId child) {
    List<UUID> keys = Chunks.values(aliases.idsOf(child));
    Set<UUID> walled = walled(viewer);
    if (keys.stream().anyMatch(walled::contains)) {
      throw denied(viewer, permission, Subject.of(child), "wall");
    }
    return keys;
  }

  /** Whether a wall keeps the child from the viewer; null is nobody. */
  boolean walled(Viewer viewer, PersonId child) {
    Set<UUID> walled = walled(viewer);
    return child != null && Chunks.values(aliases.idsOf(child)).stream().anyMatch(walled::contains);
  }

  /**
   * What belongs to an agreement, and what is spent of it, tells of every child of the family: a
   * wall at one of them closes the sums.
   *
   * @throws NotFound when a wall keeps one of its children from the viewer
   */
  void sums(Viewer viewer, String permission, CaseFileId file) {
    open(viewer, permission, file);
    if (partClosed(viewer, file)) {
      throw denied(viewer, permission, Subject.of(file), "wall");
    }
  }

  /**
   * The agreement, if its sums are open to the viewer.
   *
   * @throws NotFound also when the viewer may not know of it
   */
  Agreement agreement(Viewer viewer, String permission, AgreementId agreement) {
    Agreement row = tx.read(em -> Held.load(em, Agreement.class, agreement.value()));
    sums(viewer, permission, row.file());
    return row;
  }

  /** Whether a wall keeps from the viewer a child that was in the family, or was paid for. */
  boolean partClosed(Viewer viewer, CaseFileId file) {
    Set<UUID> walled = walled(viewer);
    return !walled.isEmpty()
        && tx.read(em -> new AgreementQueries(em).tellsOf(file, List.copyOf(walled)));
  }

  Set<UUID> walled(Viewer viewer) {
    return tx.read(em -> new Walled(aliases).before(em, viewer.staff(), viewer.today()));
  }

  private NotFound denied(Viewer viewer, String permission, Subject subject, String reason) {
    audit.denied(viewer, permission, List.of(subject), reason);
    return new NotFound();
  }
}
