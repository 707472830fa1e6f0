package org.opora.registry.care.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.registry.care.persistence.ChildRow;

/**
 * The note hangs on the key of the file; what concerns a child hangs on the key of its own
 * sub-file, with which it moves.
 */
final class VisitSeals {
  private static final String NOTE = "VISIT.NOTE";
  private static final String GONE = "VISIT.GONE_WHY";
  private static final String REASON = "VISIT_CHILD.NOT_ALONE_REASON";
  private static final String VIEW = "VISIT_CHILD.CHILD_VIEW";
  private final Keys keys;

  VisitSeals(Keys keys) {
    this.keys = keys;
  }

  byte[] note(CaseFileId file, UUID visit, String plain) {
    return keys.seal(Subject.of(file), NOTE, visit, plain);
  }

  String note(CaseFileId file, UUID visit, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), NOTE, visit, sealed);
  }

  byte[] gone(CaseFileId file, UUID visit, String why) {
    return keys.seal(Subject.of(file), GONE, visit, why);
  }

  String gone(CaseFileId file, UUID visit, byte[] why) {
    return keys.open(Subject.of(file), GONE, visit, why);
  }

  byte[] reason(ChildFileId child, UUID part, String plain) {
    return keys.seal(Subject.of(child), REASON, part, plain);
  }

  byte[] view(ChildFileId child, UUID part, String plain) {
    return keys.seal(Subject.of(child), VIEW, part, plain);
  }

  ChildPart open(ChildRow row) {
    return new ChildPart(
        new PersonId(row.child()),
        row.seenAlone(),
        open(row, REASON, row.notAloneReason()),
        view(row),
        row.learntBy());
  }

  String view(ChildRow row) {
    return open(row, VIEW, row.view());
  }

  private String open(ChildRow row, String place, byte[] sealed) {
    return sealed == null
        ? null
        : keys.open(Subject.of(new ChildFileId(row.childFile())), place, row.id(), sealed);
  }
}
