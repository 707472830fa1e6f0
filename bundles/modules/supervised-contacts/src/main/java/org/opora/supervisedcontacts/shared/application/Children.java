package org.opora.supervisedcontacts.shared.application;

import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/** The children who live with a family today, as records name them. */
public record Children(CaseFiles files) {
  /**
   * @throws org.opora.api.faults.Refused beside {@code child} when the child is not placed there
   */
  public ChildOfFile of(Viewer viewer, CaseFileId file, PersonId child) {
    return files.header(viewer, file).children().stream()
        .filter(each -> each.person().equals(child))
        .map(each -> new ChildOfFile(file, each.file(), child))
        .findFirst()
        .orElseThrow(() -> Refusals.refused("child", "plan.child.not-here"));
  }
}
