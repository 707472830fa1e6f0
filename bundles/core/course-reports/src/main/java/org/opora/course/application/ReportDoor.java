package org.opora.course.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Decision;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.ReportPart;
import org.opora.course.shared.Refusals;

/**
 * Who may have to do with a report: whoever works with the family in whose file it is, and for the
 * part about a child only who sees that child as well, by its sub-file and under each of its keys.
 */
record ReportDoor(Access access, AuditTrail audit, People people, CaseFiles files) {
  /**
   * @throws NotFound when the viewer may not know of the file
   */
  CaseFiles.Header file(Viewer viewer, String permission, CaseFileId file) {
    access.require(viewer, permission, Subject.of(file));
    Decision decision = access.decide(viewer, permission, Subject.of(file));
    boolean informed =
        viewer.reach(permission) == Reach.ALL
            || RelationKind.informed().stream().map(Decision::by).anyMatch(decision::equals);
    if (!informed) {
      audit.denied(viewer, permission, List.of(Subject.of(file)), "no-relation");
      throw new NotFound();
    }
    return files.header(viewer, file);
  }

  /** The same for who changes something: nothing of a file in the archive changes. */
  CaseFiles.Header change(Viewer viewer, String permission, CaseFileId file) {
    CaseFiles.Header header = file(viewer, permission, file);
    if (header.status() == FileStatus.ARCHIVED) {
      throw Refusals.refused(null, "report.refused.archived");
    }
    return header;
  }

  /**
   * Who writes for everybody leaves nobody out, and does not see who is.
   *
   * @throws org.opora.api.faults.Refused when a wall keeps somebody who is in the file from the
   *     viewer
   */
  void whole(Viewer viewer, CaseFileId file) {
    if (!files.whole(viewer, file)) {
      throw Refusals.refused(null, "report.refused.hidden");
    }
  }

  /** Names of those whom the viewer sees. */
  Map<PersonId, PersonName> names(Viewer viewer, Collection<PersonId> whose) {
    return people.names(viewer, whose);
  }

  /**
   * Whether the viewer may learn where somebody lives; whose whereabouts are open, everybody may.
   */
  boolean tellsWhere(Viewer viewer, PersonId person) {
    if (access.decide(viewer, People.WHEREABOUTS, Subject.of(person)).allowed()) {
      return true;
    }
    try {
      return !people.view(viewer, person).undisclosed();
    } catch (NotFound gone) {
      // Who has left is nobody's any more: whoever may learn it of their own people knew it then.
      return viewer.may(People.WHEREABOUTS);
    }
  }

  /** Whether the viewer may do this in the file; what is lent for reading is not changed. */
  boolean may(Viewer viewer, String permission, CaseFileId file) {
    return decide(viewer, permission, Subject.of(file));
  }

  /**
   * Whether the viewer sees the part; nothing is recorded. Of a report that is under way, whoever
   * works with the family keeps the part about a child that has left it meanwhile, or nobody could
   * go on with it.
   */
  boolean sees(Viewer viewer, String permission, CareReport row, ReportPart part) {
    return reaches(viewer, permission, part) || keeps(viewer, permission, row, part);
  }

  /** Whether the viewer sees the part because the child is theirs to see. */
  boolean reaches(Viewer viewer, String permission, ReportPart part) {
    return part.child() == null
        || decide(viewer, permission, Subject.of(part.childFile()))
            && unwalled(viewer, permission, part.child());
  }

  private boolean keeps(Viewer viewer, String permission, CareReport row, ReportPart part) {
    Decision decision = access.decide(viewer, permission, Subject.of(row.file()));
    return row.open()
        && decision.allowed()
        && RelationKind.working().stream().map(Decision::by).anyMatch(decision::equals)
        && !behindWall(viewer, permission, part)
        && files.header(viewer, row.file()).children().stream()
            .noneMatch(child -> child.file().equals(part.childFile()));
  }

  /** Whether a wall stands before the child of a part, or its sub-file. */
  boolean behindWall(Viewer viewer, String permission, ReportPart part) {
    return part.child() != null
        && (walled(viewer, permission, Subject.of(part.childFile()))
            || !unwalled(viewer, permission, part.child()));
  }

  /** Children of a file whom the viewer sees. */
  List<CaseFiles.Child> children(Viewer viewer, String permission, CaseFiles.Header header) {
    return header.children().stream()
        .filter(child -> decide(viewer, permission, Subject.of(child.file())))
        .filter(child -> unwalled(viewer, permission, child.person()))
        .toList();
  }

  /**
   * @throws NotFound when the viewer does not see the part
   */
  void require(Viewer viewer, String permission, CareReport row, ReportPart part) {
    if (!sees(viewer, permission, row, part)) {
      access.require(viewer, permission, Subject.of(part.childFile()));
      access.requireNoWall(viewer, permission, keys(part.child()).toList());
    }
  }

  private boolean decide(Viewer viewer, String permission, Subject subject) {
    return access.decide(viewer, permission, subject).allowed();
  }

  /** Whether no wall stands before somebody, under whichever key. */
  boolean unwalled(Viewer viewer, String permission, PersonId person) {
    return keys(person).noneMatch(key -> walled(viewer, permission, key));
  }

  private boolean walled(Viewer viewer, String permission, Subject subject) {
    return Decision.WALL.equals(access.decide(viewer, permission, subject).reason());
  }

  private Stream<Subject> keys(PersonId person) {
    return people.idsOf(person).stream().map(Subject::of);
  }
}
