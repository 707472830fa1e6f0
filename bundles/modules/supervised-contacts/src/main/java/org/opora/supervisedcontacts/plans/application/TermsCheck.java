package org.opora.supervisedcontacts.plans.application;

import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.shared.application.Refusals;

/** Whether the terms of a plan make sense. */
record TermsCheck(Choices choices) {
  private static final int LEAST_MINUTES = 10;
  private static final int MOST_MINUTES = 720;
  private static final int LINE = 200;

  /**
   * @param held codes of the places that the plan names already: they may have gone from the list
   * @throws org.opora.api.faults.Refused beside the field
   */
  void check(Viewer viewer, PlanTerms terms, Set<String> held) {
    if (terms.validUntil() != null && terms.validUntil().isBefore(terms.validFrom())) {
      throw Refusals.refused("validUntil", "plan.until.before-from");
    }
    if (terms.minutes() < LEAST_MINUTES || terms.minutes() > MOST_MINUTES) {
      throw Refusals.refused("minutes", "plan.minutes.range", terms.minutes());
    }
    if (!choices.fits(Places.LIST, terms.places(), viewer.today(), held)) {
      throw Refusals.refused("places", "plan.place.gone");
    }
    Refusals.optional("languages", terms.languages(), LINE);
    Refusals.optional("conditions", terms.conditions(), Plans.TEXT);
    Refusals.after("reviewOn", terms.validFrom(), terms.reviewOn());
  }
}
