package org.opora.registry.standards.application;

import java.time.LocalDate;

/**
 * A criterion in the words of the centre.
 *
 * @param standard code of its standard
 * @param letter within the standard
 * @param source where the words were read, or null
 * @param until last day on which it holds, or null
 */
public record NewCriterion(
    String standard,
    String letter,
    String wording,
    String source,
    LocalDate since,
    LocalDate until) {}
