package org.opora.registry.care.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.registry.care.domain.VisitVersion;
import org.opora.registry.care.domain.VisitVersionChild;

/** The words of former versions hang on the same keys as the words of now. */
record VersionSeals(Keys keys) {
  private static final String NOTE = "VISIT_VERSION.NOTE";
  private static final String WHY = "VISIT_VERSION.WHY";
  private static final String REASON = "VISIT_VERSION_CHILD.NOT_ALONE_REASON";
  private static final String VIEW = "VISIT_VERSION_CHILD.CHILD_VIEW";

  byte[] note(CaseFileId file, UUID version, String plain) {
    return keys.seal(Subject.of(file), NOTE, version, plain);
  }

  byte[] why(CaseFileId file, UUID version, String plain) {
    return keys.seal(Subject.of(file), WHY, version, plain);
  }

  String note(CaseFileId file, VisitVersion row) {
    return keys.open(Subject.of(file), NOTE, row.id(), row.note());
  }

  String why(CaseFileId file, VisitVersion row) {
    return keys.open(Subject.of(file), WHY, row.id(), row.why());
  }

  /**
   * @param childFile sub-file of the child
   */
  VisitVersionChild child(UUID id, UUID former, CaseFileId file, ChildPart part, UUID childFile) {
    Subject owner = owner(file, childFile);
    return new VisitVersionChild(
        id,
        former,
        childFile == null ? null : part.child().value(),
        childFile,
        part.seenAlone(),
        keys.seal(owner, REASON, id, part.notAloneReason()),
        keys.seal(owner, VIEW, id, part.view()),
        part.learntBy());
  }

  ChildPart open(CaseFileId file, VisitVersionChild row) {
    Subject owner = owner(file, row.childFile());
    return new ChildPart(
        row.child() == null ? null : new PersonId(row.child()),
        row.seenAlone(),
        keys.open(owner, REASON, row.id(), row.notAloneReason()),
        keys.open(owner, VIEW, row.id(), row.view()),
        row.learntBy());
  }

  private static Subject owner(CaseFileId file, UUID childFile) {
    return childFile == null ? Subject.of(file) : Subject.of(new ChildFileId(childFile));
  }
}
