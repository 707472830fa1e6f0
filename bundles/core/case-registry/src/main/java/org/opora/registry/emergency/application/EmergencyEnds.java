package org.opora.registry.emergency.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.emergency.domain.EmergencyAccess;
import org.opora.registry.emergency.persistence.EmergencyQueries;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.shared.application.Held;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ends emergency accesses: by whoever opened one, by whoever reviews them, and when their time is
 * over. The decision and every list know the moment themselves, so nobody reads on because nobody
 * came here in time.
 */
@Component(service = EmergencyEnds.class)
public final class EmergencyEnds {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final FileChange change;

  @Activate
  public EmergencyEnds(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference FileChange change) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.change = change;
  }

  /** Nothing happens when it is over already. */
  public void end(Viewer viewer, UUID id) {
    CaseFileId file = fileOf(id);
    tx.run(
        em -> {
          Held.hold(em, CaseFile.class, file.value());
          EmergencyAccess row = Held.hold(em, EmergencyAccess.class, id);
          if (!row.staff().equals(viewer.staff())) {
            access.require(viewer, EmergencyReviews.REVIEW, Subject.of(file));
          }
          if (row.endedAt() == null) {
            row.ends(viewer.now(), viewer.staff());
            change.lent(em, file);
            audit.wrote(
                viewer, "emergency.ended", List.of(Subject.of(file)), EmergencyDesk.detail(row));
          }
        });
  }

  private CaseFileId fileOf(UUID id) {
    return tx.read(em -> new EmergencyQueries(em).fileOf(id)).orElseThrow(NotFound::new);
  }

  /**
   * Closes what is over, also what ended while the house was down.
   *
   * @return how many
   */
  public int over(Instant now) {
    List<UUID> expired = tx.read(em -> new EmergencyQueries(em).expired(now));
    expired.forEach(id -> close(id, now));
    return expired.size();
  }

  private void close(UUID id, Instant now) {
    CaseFileId file = fileOf(id);
    EmergencyAccess closed =
        tx.required(
            em -> {
              Held.hold(em, CaseFile.class, file.value());
              EmergencyAccess row = Held.hold(em, EmergencyAccess.class, id);
              if (row.endedAt() != null) {
                return null;
              }
              row.ends(now, null);
              change.lent(em, file);
              return row;
            });
    if (closed != null) {
      audit.noted(closed.staff(), "emergency.over", EmergencyDesk.detail(closed));
    }
  }
}
