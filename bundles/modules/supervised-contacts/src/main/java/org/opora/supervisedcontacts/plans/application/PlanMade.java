package org.opora.supervisedcontacts.plans.application;

import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;

/** Whoever asked for a plan and is told that it was made. */
public interface PlanMade {
  /**
   * In the transaction that makes the plan.
   *
   * @param request key of what was asked for
   */
  void made(Viewer viewer, UUID request, ContactPlan plan);
}
