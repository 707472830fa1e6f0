package org.opora.registry.plans.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;

/** What the carers say to a wording of a plan. Who refuses is not outvoted by who signs. */
public enum Answer {
  NONE,
  SIGNED,
  REFUSED;

  /**
   * @param signatures of the plan, whatever their wording; those that were struck do not count, and
   *     of each carer the last one does
   */
  public static Answer to(int wording, Collection<PlanSignature> signatures) {
    Map<PersonId, Boolean> refused =
        signatures.stream()
            .filter(one -> one.wording() == wording && one.struckOn() == null)
            .sorted(Comparator.comparing(PlanSignature::notedAt))
            .collect(
                Collectors.toMap(
                    PlanSignature::person, PlanSignature::refused, (before, last) -> last));
    if (refused.isEmpty()) {
      return NONE;
    }
    return refused.containsValue(true) ? REFUSED : SIGNED;
  }
}
