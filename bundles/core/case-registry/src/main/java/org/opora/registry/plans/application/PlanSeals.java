package org.opora.registry.plans.application;

import java.util.UUID;
import org.opora.api.persistence.Keys;
import org.opora.registry.plans.domain.Plan;

/**
 * The words of a plan of stay hang on the key of the child's sub-file, with which they move; those
 * of a plan of education on the key of the file.
 */
record PlanSeals(Keys keys) {
  static final String WORDS = "PLAN.WORDS";
  static final String FORMER = "PLAN_VERSION.WORDS";
  static final String LINE = "PLAN_LINE.WORDS";
  static final String HOW = "PLAN_LINE.HOW";
  static final String REVIEW = "PLAN_REVIEW.WORDS";

  byte[] seal(Plan plan, String place, UUID row, String plain) {
    return plain == null ? null : keys.seal(PlanOwner.owner(plan), place, row, plain);
  }

  String open(Plan plan, String place, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(PlanOwner.owner(plan), place, row, sealed);
  }
}
