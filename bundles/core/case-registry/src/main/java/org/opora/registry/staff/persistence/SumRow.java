package org.opora.registry.staff.persistence;

import java.util.UUID;

/**
 * Visits, or notes, of a member of staff in a month.
 *
 * @param timed how many have a length
 * @param minutes all together; null when none has a length
 * @param travel minutes on the way, all together; null when there are none, as {@code kilometres}
 */
public record SumRow(
    UUID staff, Long entries, Long timed, Long minutes, Long travel, Long kilometres) {}
