package org.opora.calendar.views.persistence;

import java.time.Instant;
import java.util.UUID;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Title;

/**
 * An appointment as it stands in the book.
 *
 * @param subject whom it is about first; null when it is about nobody
 */
public record EntryRow(
    UUID id,
    long version,
    String origin,
    String kind,
    UUID source,
    UUID subject,
    UUID caseFile,
    String permission,
    String cs,
    String pl,
    String en,
    String href,
    Instant start,
    Instant end,
    UUID room,
    int travelMinutes) {

  public Slot slot() {
    return new Slot(start, end);
  }

  public Title title() {
    return new Title(cs, pl, en);
  }

  /** In whose work it takes place; null when it is in no file. */
  public CaseFileId file() {
    return caseFile == null ? null : new CaseFileId(caseFile);
  }
}
