package org.opora.registry.house.application;

import java.time.LocalDate;

/**
 * A liability insurance as typed.
 *
 * @param contract its number, or null
 * @param until null while it lasts
 */
public record NewInsurance(
    String insurer, String contract, LocalDate concludedOn, LocalDate since, LocalDate until) {}
