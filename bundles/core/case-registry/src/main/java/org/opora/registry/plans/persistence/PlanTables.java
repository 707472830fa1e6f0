package org.opora.registry.plans.persistence;

import java.util.List;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.plans.domain.PlanLine;
import org.opora.registry.plans.domain.PlanPrint;
import org.opora.registry.plans.domain.PlanReview;
import org.opora.registry.plans.domain.PlanScan;
import org.opora.registry.plans.domain.PlanSignature;
import org.opora.registry.plans.domain.PlanVersion;
import org.opora.registry.shared.persistence.Tables;

/** The tables of plans. */
public final class PlanTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Plan.class,
              PlanLine.class,
              PlanReview.class,
              PlanVersion.class,
              PlanPrint.class,
              PlanSignature.class,
              PlanScan.class),
          List.of("PLAN.CHILD", "PLAN.CARER", "PLAN_SIGNATURE.PERSON"),
          List.of("PLAN.FILE", "PLAN.CHILD_FILE"));

  private PlanTables() {}
}
