package org.opora.supervisedcontacts.plans.domain;

import java.time.LocalDate;

/**
 * The terms of a plan.
 *
 * @param basisReference reference of the decision or agreement, as written; null when there is none
 * @param validUntil last day; null while it lasts
 * @param everyWeeks how often; null when as needed
 * @param minutes how long a contact lasts
 * @param conditions conditions in words; null when there are none
 */
public record PlanTerms(
    Basis basis,
    String basisReference,
    LocalDate validFrom,
    LocalDate validUntil,
    ContactForm form,
    Integer everyWeeks,
    int minutes,
    String conditions) {}
