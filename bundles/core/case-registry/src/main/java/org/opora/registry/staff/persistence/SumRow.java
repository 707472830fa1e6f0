package org.opora.registry.staff.persistence;

import java.util.UUID;

/**
 * What a member of staff spent on one kind of records in a month.
 *
 * @param origin id of the bundle that wrote them
 * @param activity code of what it was spent on
 * @param timed how many have a length
 * @param minutes all together; null when none has a length
 * @param travel minutes on the way, all together; null when there are none, as {@code kilometres}
 */
public record SumRow(
    UUID staff,
    String origin,
    String activity,
    Long entries,
    Long timed,
    Long minutes,
    Long travel,
    Long kilometres) {}
