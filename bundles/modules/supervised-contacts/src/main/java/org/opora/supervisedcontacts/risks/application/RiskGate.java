package org.opora.supervisedcontacts.risks.application;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.risks.domain.RiskAssessment;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;
import org.opora.supervisedcontacts.risks.persistence.RiskQueries;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether contacts can be booked under a plan, as far as its risks go. Whoever books asks here in
 * the transaction of the booking. A plan that nobody has assessed yet is open: the facts say so on
 * its page, and what was not asked is nobody's refusal.
 */
@Component(service = RiskGate.class)
public final class RiskGate {
  private final Transactions transactions;

  @Activate
  public RiskGate(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Keys only, so it asks for no viewer; the caller has decided who may book.
   *
   * @throws org.opora.api.faults.Refused for the whole form, when the last assessment of one of the
   *     plans found something high and no second person has approved it, or decided that there are
   *     no contacts now
   */
  public void require(Collection<PlanId> plans) {
    Set<PlanId> seen = new HashSet<>();
    for (RiskAssessment each : transactions.read(em -> RiskQueries.ofPlans(em, keys(plans)))) {
      // The last one of each plan comes first, and it alone counts.
      if (seen.add(each.plan()) && !each.opens()) {
        throw Refusals.refused(
            null,
            each.state().counts() && each.outcome() == RiskOutcome.NOT_NOW
                ? "risk.gate.not-now"
                : "risk.gate.waiting",
            each.assessedOn());
      }
    }
  }

  private static Set<UUID> keys(Collection<PlanId> plans) {
    Set<UUID> keys = new HashSet<>();
    plans.forEach(plan -> keys.add(plan.value()));
    return keys;
  }
}
