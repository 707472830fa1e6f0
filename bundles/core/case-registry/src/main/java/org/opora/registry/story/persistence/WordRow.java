package org.opora.registry.story.persistence;

import java.util.UUID;

/**
 * A word by which something is found.
 *
 * @param id key of the word: the cursor
 * @param entry key of the thing
 */
public record WordRow(UUID id, UUID entry, String word) {}
