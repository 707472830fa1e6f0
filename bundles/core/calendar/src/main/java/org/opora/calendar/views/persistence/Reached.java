package org.opora.calendar.views.persistence;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;

/**
 * An appointment and one of those whom it is about, by whom somebody may know of it.
 *
 * @param caseFile in whose work that is; null when it is in no file
 */
public record Reached(UUID appointment, Subject.Kind kind, UUID subject, UUID caseFile) {

  public Subject about() {
    return new Subject(kind, subject);
  }

  /** In whose work that is; null when it is in no file. */
  public CaseFileId file() {
    return caseFile == null ? null : new CaseFileId(caseFile);
  }
}
