package org.opora.supervisedcontacts.shared.application;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

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
    access.requireNoWall(viewer, permission, around(new ChildOfFile(file, childFile, child)));
  }

  /**
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the child's contacts
   */
  public void require(Viewer viewer, String permission, ChildOfFile whose) {
    require(viewer, permission, whose.file(), whose.childFile(), whose.child());
  }

  /**
   * Whether the viewer reads what was written in words. Whoever may write it down does, and so does
   * whoever the file was opened to for an inspection: they hold the permission and only write
   * nothing. An emergency opens no words.
   */
  public boolean readsWords(Viewer viewer, ChildFileId file) {
    Subject subject = Subject.of(file);
    Decision decision = access.decide(viewer, SupervisedContactsModule.RECORD, subject);
    return decision.allowed()
        || decision.reason().equals(Decision.READS_ONLY)
            && Decision.by(RelationKind.INSPECTOR)
                .equals(access.decide(viewer, SupervisedContactsModule.READ, subject));
  }

  /** The child's file and the child under every key: a wall at any of them closes what is told. */
  public List<Subject> around(ChildOfFile whose) {
    List<Subject> all = new ArrayList<>(List.of(Subject.of(whose.file())));
    people.idsOf(whose.child()).stream().map(Subject::of).forEach(all::add);
    return all;
  }
}
