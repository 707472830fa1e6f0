package org.opora.registry.post.application;

import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.post.domain.Letter;

/**
 * Who may have to do with a letter: the file it concerns opens it. One that concerns no file
 * belongs to who wrote it down, who deals with it and whoever may see all post. The lists of {@code
 * LetterQueries} follow the same rule.
 */
record PostDoor(Access access, AuditTrail audit) {
  /**
   * @throws NotFound when the viewer may not know of the letter
   */
  void require(Viewer viewer, String permission, Letter letter) {
    require(viewer, permission, letter.file());
    if (!theirs(viewer, permission, letter)) {
      audit.denied(viewer, permission, List.of(), "no-relation");
      throw new NotFound();
    }
  }

  /**
   * @param file null when it would concern none
   */
  void require(Viewer viewer, String permission, CaseFileId file) {
    if (file == null) {
      access.require(viewer, permission);
    } else {
      access.require(viewer, permission, Subject.of(file));
    }
  }

  boolean opens(Viewer viewer, String permission, Letter letter) {
    return letter.file() == null
        ? viewer.may(permission) && theirs(viewer, permission, letter)
        : access.decide(viewer, permission, Subject.of(letter.file())).allowed();
  }

  private static boolean theirs(Viewer viewer, String permission, Letter letter) {
    return letter.file() != null
        || viewer.reach(permission) == Reach.ALL
        || viewer.staff().equals(letter.writer())
        || viewer.staff().equals(letter.doer());
  }
}
