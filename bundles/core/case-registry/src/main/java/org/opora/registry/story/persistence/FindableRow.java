package org.opora.registry.story.persistence;

import java.util.UUID;

/**
 * Something found.
 *
 * @param word key of the word it was found by: the cursor
 */
public record FindableRow(
    UUID word,
    UUID id,
    String origin,
    String kind,
    String cs,
    String pl,
    String en,
    String href,
    String text) {}
