package org.opora.registry.plans.application;

import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.evidence.Evidence;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.care.application.PaperKind;
import org.opora.registry.care.application.Papers;
import org.opora.registry.care.persistence.PaperTables;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.plans.domain.PlanPrint;
import org.opora.registry.plans.domain.PlanScan;
import org.opora.registry.plans.domain.PlanSignature;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The papers of plans. A plan is about one person, and its former wordings about the same. */
@Component(service = PlanPapers.class)
public final class PlanPapers extends Papers {
  private static final String OF_PERSON =
      "SELECT p.id FROM Plan p WHERE p.child IN :known OR p.carer IN :known";

  public static final PaperKind KIND =
      new PaperKind(
          new PaperTables(
              "Plan",
              OF_PERSON,
              "SELECT f.plan FROM PlanVersion f WHERE f.plan IN (" + OF_PERSON + ")"),
          "plans",
          new PlanOwner(),
          (row, signature) -> List.of(PlanProof.signed((Plan) row, signature)),
          Plan.class,
          PlanSignature.class,
          PlanScan.class,
          PlanSignature::new,
          PlanScan::new,
          PlanPrint::new);

  @Activate
  public PlanPapers(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference Evidence evidence) {
    super(
        tx,
        access,
        audit,
        staff,
        keys,
        KIND,
        (signature, facts) -> evidence.record(Refusals.BUNDLE, signature, facts));
  }
}
