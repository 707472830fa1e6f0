package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.standards.InternalRules;
import org.opora.api.standards.Standards;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * What waits in records that say themselves who sees to it, and belongs to no family that is handed
 * over: only in that record can it be given to somebody else. Of what the viewer may see.
 */
public final class KeptRecords {
  private final EntityManager em;
  private final Viewer viewer;

  KeptRecords(EntityManager em, Viewer viewer) {
    this.em = em;
    this.viewer = viewer;
  }

  Kept of(StaffId doer) {
    return new Kept(
        count(
            PostDesk.READ,
            Clause.of("LETTER t WHERE t.DOER = ? AND t.WAITING = TRUE", doer.value())
                .then(" AND t.FILE IS NULL")),
        count(
            Intake.READ,
            open(Clause.of("FIRST_CONTACT t WHERE t.DOER = ?", doer.value()))
                .then(" AND t.RESPONDED_ON IS NULL")),
        count(
            Intake.READ,
            open(Clause.of("INQUIRY t WHERE t.DOER = ?", doer.value()))
                .then(" AND t.STATE IN ('NEW', 'OFFERED', 'WAITING')")),
        count(
            ComplaintDesk.READ,
            Clause.of("COMPLAINT t WHERE t.HANDLER = ?", doer.value())
                .then(" AND t.CLOSED_ON IS NULL AND t.VOID_ON IS NULL")
                .then(
                    " AND NOT EXISTS (SELECT a.ID FROM CASE_REGISTRY.COMPLAINED_ABOUT a"
                        + " WHERE a.COMPLAINT = t.ID AND a.STAFF = ?)",
                    viewer.staff().value())),
        count(
            Standards.WRITE,
            Clause.of("IMPROVEMENT t WHERE t.DOER = ?", doer.value())
                .then(" AND t.STILL_OPEN = TRUE")),
        count(
            InternalRules.WRITE,
            Clause.of("RULE_READER t WHERE t.STAFF = ?", doer.value())
                .then(" AND t.STILL_OPEN = TRUE")
                .then(
                    " AND NOT EXISTS (SELECT r.ID FROM CASE_REGISTRY.INTERNAL_RULE r"
                        + " WHERE r.ID = t.RULE AND r.ENDED_ON < ?)",
                    viewer.today())));
  }

  /** No wall keeps the viewer from the file behind it. */
  private Clause open(Clause which) {
    return which.then(
        " AND NOT EXISTS (SELECT w.ID FROM ACCESS.WALL w WHERE w.STAFF = ? AND w.LIFTED_ON IS NULL"
            + " AND (w.UNTIL_DAY IS NULL OR w.UNTIL_DAY >= ?) AND w.SUBJECT = t.FILE)",
        viewer.staff().value(),
        viewer.today());
  }

  private int count(String permission, Clause which) {
    return viewer.reach(permission) == Reach.ALL
        ? Sql.query(
                em,
                Clause.of("SELECT COUNT(t.ID) FROM CASE_REGISTRY.").then(which),
                row -> row.getInt(1))
            .get(0)
        : 0;
  }

  /**
   * How many wait.
   *
   * @param letters that concern no family
   * @param contacts first contacts that nobody has answered
   * @param inquiries for an agreement that are open
   * @param measures of the plan of improvement that are not done
   * @param rules versions of internal rules that they have not confirmed
   */
  public record Kept(
      int letters, int contacts, int inquiries, int complaints, int measures, int rules) {
    public int all() {
      return letters + contacts + inquiries + complaints + measures + rules;
    }
  }
}
