package org.opora.supervisedcontacts.preparation.application;

import java.util.List;
import java.util.Map;
import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.preparation.domain.Circle;
import org.opora.supervisedcontacts.preparation.domain.Preparation;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * The one place that says who reads what a child said when it was prepared. The promise is the
 * child's: no role goes beyond it. Whoever leads the family and whoever wrote it down always read
 * it, because they have to act on it; others of the centre where the child lets them; whoever comes
 * from outside, for an inspection, does not.
 */
record Voice(Access access, CaseFiles files) {
  /** Whether the words may be shown to the viewer, who may know of the record. */
  boolean reads(Viewer viewer, Preparation row) {
    return row.writtenBy().equals(viewer.staff())
        || leads(viewer, row.whose())
        || row.readers().contains(Circle.HOUSE) && ofTheHouse(viewer, row.whose());
  }

  /**
   * Whether somebody who does not read the words can take them away from others, when the child
   * says so: who answers for the child today, and who may write in every file.
   */
  boolean narrows(Viewer viewer, Preparation row) {
    return row.whom() == Whom.CHILD
        && (viewer.reach(SupervisedContactsModule.WRITE) == Reach.ALL
            || leads(viewer, row.whose()));
  }

  private boolean leads(Viewer viewer, ChildOfFile whose) {
    CaseFiles.Header header = files.headers(viewer, List.of(whose.file())).get(whose.file());
    return RelationKind.leading().stream().anyMatch(kind -> related(viewer, whose, kind))
        || header != null
            && (viewer.staff().equals(header.keyWorker())
                || viewer.staff().equals(header.deputy()));
  }

  private boolean ofTheHouse(Viewer viewer, ChildOfFile whose) {
    return viewer.reach(SupervisedContactsModule.READ) == Reach.ALL
        || !related(viewer, whose, RelationKind.INSPECTOR);
  }

  /** What somebody is to the child is asked as if they saw no other file than their own. */
  private boolean related(Viewer viewer, ChildOfFile whose, RelationKind kind) {
    Viewer own =
        new Viewer(
            viewer.staff(),
            viewer.name(),
            Map.of(SupervisedContactsModule.READ, Reach.OWN),
            viewer.locale(),
            viewer.zone(),
            viewer.clock(),
            viewer.requestId());
    return Decision.by(kind)
        .equals(access.decide(own, SupervisedContactsModule.READ, Subject.of(whose.childFile())));
  }
}
