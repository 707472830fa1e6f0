package org.opora.registry.story.persistence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An entry with the key of its writer.
 *
 * @param writer their name where it was read, too; null otherwise, and when nobody knows them
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
    String href) {}
