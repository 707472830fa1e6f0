package org.opora.calendar.views.persistence;

import java.time.Instant;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.calendar.Slot;
import org.opora.api.text.Title;

/** An appointment as it stands in the book. */
public record EntryRow(
    UUID id,
    long version,
    String origin,
    String kind,
    UUID source,
    Subject.Kind subjectKind,
    UUID subject,
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

  /** Null when it is about nobody. */
  public Subject about() {
    return subject == null ? null : new Subject(subjectKind, subject);
  }
}
