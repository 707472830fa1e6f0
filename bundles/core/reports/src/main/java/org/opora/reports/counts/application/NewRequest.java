package org.opora.reports.counts.application;

import java.time.LocalDate;

/**
 * What somebody asks to have counted.
 *
 * @param askedBy who asks, such as the region
 * @param what in their words; null when there is nothing to add
 * @param from first day of the period
 * @param asOf its last day: as of which it is counted
 */
public record NewRequest(
    String askedBy, String what, LocalDate deliveredOn, LocalDate from, LocalDate asOf) {}
