package org.opora.registry.care.application;

import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitPrint;
import org.opora.registry.care.domain.VisitScan;
import org.opora.registry.care.domain.VisitSignature;
import org.opora.registry.care.persistence.PaperTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The papers of visits. */
@Component(service = VisitPapers.class)
public final class VisitPapers extends Papers {
  public static final PaperKind KIND =
      new PaperKind(
          new PaperTables("Visit"),
          "visits",
          PaperOwner.FILE,
          PaperProof.NOTHING,
          Visit.class,
          VisitSignature.class,
          VisitScan.class,
          VisitSignature::new,
          VisitScan::new,
          VisitPrint::new);

  @Activate
  public VisitPapers(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Keys keys) {
    super(tx, access, audit, staff, keys, KIND);
  }
}
