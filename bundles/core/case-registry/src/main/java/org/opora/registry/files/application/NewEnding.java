package org.opora.registry.files.application;

import java.time.LocalDate;
import org.opora.api.files.EndingWay;

/**
 * An end as it was typed.
 *
 * @param on day of delivery, of the arrangement, or on which it happened
 * @param ground code of the ground; null where the way asks for none
 * @param lastDay null for the one the law gives
 * @param reason why another last day than the law gives; null when there is none
 */
public record NewEnding(
    EndingWay way, LocalDate on, String ground, LocalDate lastDay, String reason) {}
