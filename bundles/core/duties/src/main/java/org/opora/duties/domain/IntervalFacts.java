package org.opora.duties.domain;

import java.time.LocalDate;

/**
 * What is known of one person in one file.
 *
 * @param began the day the duty began here: the later of agreement and placement
 * @param last the last time in this file; null when there is none
 * @param elsewhere the last time in another file, for a clock that goes with the person; null when
 *     there is none
 * @param movedIn the day the file came from former records; null when it began here
 */
public record IntervalFacts(
    LocalDate began, LocalDate last, LocalDate elsewhere, LocalDate movedIn) {}
