package org.opora.registry.notes.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/**
 * One note with its opened words.
 *
 * @param openUntil last day on which it may be corrected without a trace
 * @param amendments how often it was amended
 * @param trace where it went, or came from
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
    Trace trace,
    long openTasks) {
  /** A note in another file. */
  public record Place(CaseFileId file, UUID note) {}

  /**
   * @param moved whether it stands in another file now
   * @param to where it stands now; null when the viewer may not see that file
   * @param arrivedOn when it came from another file, or null
   * @param from where it came from; null when the viewer may not see that file
   */
  public record Trace(boolean moved, Place to, LocalDate arrivedOn, String arrivedBy, Place from) {}

  public boolean counts() {
    return goneOn == null;
  }
}
