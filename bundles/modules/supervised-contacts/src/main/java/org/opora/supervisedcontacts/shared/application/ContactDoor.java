package org.opora.supervisedcontacts.shared.application;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;

/**
 * Who may have to do with a child's contacts: the child's sub-file opens them, and a wall at the
 * family's file or at the child, under whichever key, closes them as well as one at the sub-file.
 */
public record ContactDoor(Access access, People people) {
  /**
   * @throws org.opora.api.faults.NotFound when the viewer may not know of them
   */
  public void require(
      Viewer viewer, String permission, CaseFileId file, ChildFileId childFile, PersonId child) {
    access.require(viewer, permission, Subject.of(childFile));
    List<Subject> all = new ArrayList<>(List.of(Subject.of(file)));
    people.idsOf(child).stream().map(Subject::of).forEach(all::add);
    access.requireNoWall(viewer, permission, all);
  }
}
