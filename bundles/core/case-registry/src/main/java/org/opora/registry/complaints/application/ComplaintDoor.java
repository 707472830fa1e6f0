package org.opora.registry.complaints.application;

import java.util.List;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Decision;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.registry.complaints.domain.Complaint;

/**
 * Who may have to do with a complaint: whoever may see all of them, and whoever handles this one;
 * never those it is about, whatever they hold. The lists of {@code ComplaintQueries} follow the
 * same rule.
 */
record ComplaintDoor(Access access, AuditTrail audit) {
  /**
   * @throws NotFound when the viewer may not know of the complaint
   */
  void require(Viewer viewer, String permission, Complaint complaint, Set<StaffId> about) {
    access.require(viewer, permission);
    Decision decision = decide(viewer, permission, complaint.handler(), about);
    if (!decision.allowed()) {
      audit.denied(viewer, permission, List.of(complaint.self()), decision.reason());
      throw new NotFound();
    }
  }

  static Decision decide(Viewer viewer, String permission, StaffId handler, Set<StaffId> about) {
    if (about.contains(viewer.staff())) {
      return Decision.denied("complained-about");
    }
    if (viewer.reach(permission) == Reach.ALL) {
      return Decision.allowed("all");
    }
    return viewer.reach(permission) == Reach.OWN && viewer.staff().equals(handler)
        ? Decision.allowed("handler")
        : Decision.denied("no-relation");
  }
}
