package org.opora.registry.intake.application;

import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/**
 * Who may have to do with an entry of first contact: who wrote it, who is to see to it, and who
 * works at intake. Once it belongs to a file, whoever may see the file, and nobody else. The lists
 * follow the same rule.
 */
record IntakeDoor(Access access, AuditTrail audit) {
  /**
   * @param permission of intake, to read or to write
   * @param file null while it belongs to none
   * @throws NotFound when the viewer may not know of it
   */
  void require(
      Viewer viewer, String permission, CaseFileId file, StaffId recordedBy, StaffId doer) {
    access.require(viewer, permission);
    if (file != null) {
      access.require(
          viewer,
          permission.equals(Intake.READ) ? CaseFiles.READ : CaseFiles.WRITE,
          Subject.of(file));
    } else if (viewer.reach(permission) != Reach.ALL
        && !viewer.staff().equals(recordedBy)
        && !viewer.staff().equals(doer)) {
      audit.denied(viewer, permission, List.of(), "no-relation");
      throw new NotFound();
    }
  }
}
