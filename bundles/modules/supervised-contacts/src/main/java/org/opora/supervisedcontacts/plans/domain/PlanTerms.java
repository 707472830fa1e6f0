package org.opora.supervisedcontacts.plans.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The terms of a plan.
 *
 * @param basisReference reference of the decision or agreement, as written; null when there is none
 * @param decision key of the decision in the register; null when it is known by words alone, or
 *     there is none
 * @param validUntil last day; null while it lasts
 * @param everyWeeks how often; null when as needed
 * @param minutes how long a contact lasts
 * @param places codes of the list {@link Places#LIST}; none means wherever the centre sees fit
 * @param languages in which they speak with one another, in words; null when it is no question
 * @param conditions conditions in words; null when there are none
 * @param reviewOn when the plan is looked at again; null when no day was set
 */
public record PlanTerms(
    Basis basis,
    String basisReference,
    UUID decision,
    LocalDate validFrom,
    LocalDate validUntil,
    ContactForm form,
    Integer everyWeeks,
    int minutes,
    Set<String> places,
    String languages,
    String conditions,
    LocalDate reviewOn) {
  public PlanTerms {
    places = Set.copyOf(places);
  }

  /** Known by words alone, anywhere, in any language, looked at when somebody does. */
  public PlanTerms(
      Basis basis,
      String basisReference,
      LocalDate validFrom,
      LocalDate validUntil,
      ContactForm form,
      Integer everyWeeks,
      int minutes,
      String conditions) {
    this(
        basis,
        basisReference,
        null,
        validFrom,
        validUntil,
        form,
        everyWeeks,
        minutes,
        Set.of(),
        null,
        conditions,
        null);
  }

  /** Whether this rests on a decision of a court. */
  public boolean byCourt() {
    return basis == Basis.COURT_DECISION;
  }

  /** Whether both rest on the same decision: by its key, and where there is none by reference. */
  public boolean onDecision(UUID otherDecision, String otherReference) {
    return decision != null && otherDecision != null
        ? decision.equals(otherDecision)
        : Objects.equals(basisReference, otherReference);
  }
}
