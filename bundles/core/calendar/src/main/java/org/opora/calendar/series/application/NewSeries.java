package org.opora.calendar.series.application;

import java.time.LocalDate;
import java.time.LocalTime;
import org.opora.api.calendar.Rhythm;

/**
 * When a meeting comes again and again.
 *
 * @param first earliest day
 * @param from the time on the wall, the same on each day; {@code until} as well
 * @param withoutHolidays whether days are left out on which nobody works although it is an ordinary
 *     day of the week
 */
public record NewSeries(
    LocalDate first, LocalTime from, LocalTime until, Rhythm rhythm, boolean withoutHolidays) {}
