package org.opora.registry.story.persistence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An entry with the key of its writer.
 *
 * @param writer their name where it was read, too; null otherwise, and when nobody knows them
 * @param href null where it leads into another file than the one it is shown in
 */
public record TimelineRow(
    UUID id,
    String origin,
    String kind,
    UUID source,
    LocalDate day,
    String cs,
    String pl,
    String en,
    UUID by,
    String writer,
    String href) {
  /**
   * Whoever sees a child's story in the file where it lives now need not be let into the one where
   * it lived before.
   *
   * @param writtenIn file in which the entry was written; null where its subject goes nowhere
   * @param shownIn file whose story is told
   */
  static String link(String href, UUID writtenIn, UUID shownIn) {
    return writtenIn != null
            && !writtenIn.equals(shownIn)
            && href != null
            && href.startsWith("/files/" + writtenIn)
        ? null
        : href;
  }
}
