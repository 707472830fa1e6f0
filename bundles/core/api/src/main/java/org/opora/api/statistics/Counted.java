package org.opora.api.statistics;

import java.util.UUID;

/**
 * Something that was counted into a figure, once.
 *
 * @param key of the person, the record or the file; of a person the key under which all others are
 *     known as well
 * @param amount with how much it counts, in the measure of the figure
 */
public record Counted(UUID key, long amount) {}
