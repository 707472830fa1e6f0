package org.opora.duties.domain.recurrence;

import java.time.LocalDate;
import org.opora.duties.domain.Standing;

/**
 * When it is due again, with what explains it.
 *
 * @param often whether it is due because it was so many times, and not because of the time
 * @param start the day from which is counted, which is also the day whose numbers apply
 * @param due null when not assessed
 * @param nextBy the due date, also when not assessed
 * @param count how many times it was since then
 */
public record Recurrence(
    Standing standing,
    boolean often,
    LocalDate start,
    LocalDate due,
    LocalDate nextBy,
    int count) {}
