package org.opora.registry.story.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** An entry with the key of its writer. */
public record TimelineRow(
    UUID id,
    String origin,
    String kind,
    LocalDate day,
    String cs,
    String pl,
    String en,
    UUID by,
    String href) {}
