package org.opora.moduletemplate.application;

import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;

/**
 * Who may have to do with a wish: the file opens it, and a wall at the child whose wish it is,
 * under whichever key, closes it as well.
 */
record WishDoor(Access access, People people) {
  /**
   * @param child null for a wish of the whole family
   * @throws org.opora.api.faults.NotFound when the viewer may not know of it
   */
  void require(Viewer viewer, String permission, CaseFileId file, PersonId child) {
    access.require(viewer, permission, Subject.of(file));
    if (child != null) {
      access.requireNoWall(
          viewer, permission, people.idsOf(child).stream().map(Subject::of).toList());
    }
  }
}
