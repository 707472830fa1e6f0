package org.opora.registry.plans.domain;

import java.time.LocalDate;

/**
 * When a plan was drawn up, for which days, and when it is looked at again.
 *
 * @param reviewOn null when it is looked at no more
 */
public record PlanTerms(LocalDate on, LocalDate first, LocalDate last, LocalDate reviewOn) {}
