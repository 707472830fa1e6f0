package org.opora.supervisedcontacts.plans.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;

/**
 * What a plan is to say.
 *
 * @param standings what people of the plan may from now on; who is not in it stays as they are
 * @param together siblings who must be there when people of the plan meet the child, the child
 *     itself left out; who is not in it stays as they are
 * @param known who people known by words alone are in the register; null for nobody there
 * @param added whom the plan names besides
 * @param because why it goes beyond what the court decided; null when none is given
 * @param releaseWhy why somebody is to be taken off the forbidden list; null when nobody is
 */
public record PlanChange(
    PlanTerms terms,
    Map<PlanPersonId, Standing> standings,
    Map<PlanPersonId, Set<PersonId>> together,
    Map<PlanPersonId, PersonId> known,
    List<Plans.Named> added,
    Because because,
    String releaseWhy) {
  public PlanChange {
    standings = Map.copyOf(standings);
    together = Map.copyOf(together);
    known = Map.copyOf(known);
    added = List.copyOf(added);
  }

  /** A first wording. */
  public static PlanChange first(PlanTerms terms, List<Plans.Named> named, Because because) {
    return new PlanChange(terms, Map.of(), Map.of(), Map.of(), named, because, null);
  }

  /** Terms, standings and people, and nobody is taken off the forbidden list. */
  public static PlanChange of(
      PlanTerms terms,
      Map<PlanPersonId, Standing> standings,
      List<Plans.Named> added,
      Because because) {
    return new PlanChange(terms, standings, Map.of(), Map.of(), added, because, null);
  }

  /** The same with a reason for taking somebody off the forbidden list. */
  public PlanChange releasing(String why) {
    return new PlanChange(terms, standings, together, known, added, because, why);
  }
}
