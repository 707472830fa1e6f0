package org.opora.registry.disability.application;

import java.time.LocalDate;
import org.opora.api.disability.Dependency.Degree;

/**
 * A degree of dependency, or another disability.
 *
 * @param degree null when only another disability is known
 * @param other other disability in words, or null
 * @param decision number of the decision, or null
 * @param decidedOn day of the decision, or null
 * @param until last day; null while it lasts
 */
public record NewDisability(
    Degree degree,
    String other,
    String decision,
    LocalDate decidedOn,
    LocalDate since,
    LocalDate until) {}
