package org.opora.duties.domain.interval;

import java.time.LocalDate;
import org.opora.duties.domain.Standing;

/**
 * The answer for one person in one file, with what explains it.
 *
 * @param due null when not assessed
 * @param start the day the time is counted from, which is also the day whose figure of the law
 *     applies
 * @param nextBy the due date, also when not assessed: the day by which it must have happened
 */
public record Assessment(
    Standing standing, Ground ground, LocalDate start, LocalDate due, LocalDate nextBy) {}
