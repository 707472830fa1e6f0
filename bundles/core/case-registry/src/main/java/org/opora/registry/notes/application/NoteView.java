package org.opora.registry.notes.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/**
 * One note with its opened words.
 *
 * @param openUntil last day on which it may be corrected without a trace
 * @param amendments how often it was amended
 * @param goneOn null while it counts, as {@code goneBy} and {@code goneWhy} are
 * @param openTasks tasks set from it that are not done
 */
public record NoteView(
    UUID id,
    long version,
    CaseFileId file,
    NoteWording text,
    LocalDate openUntil,
    boolean locked,
    long amendments,
    LocalDate goneOn,
    String goneBy,
    String goneWhy,
    long openTasks) {
  public boolean counts() {
    return goneOn == null;
  }
}
