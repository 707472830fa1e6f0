package org.opora.registry.grant.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Stale;
import org.opora.api.grant.Grant;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.domain.Settlement;
import org.opora.registry.grant.persistence.AgreementQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was done after the end of an agreement. */
@Component(service = SettlementDesk.class)
public final class SettlementDesk {
  private final Transactions tx;
  private final AuditTrail audit;
  private final GrantDoor door;

  @Activate
  public SettlementDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases) {
    this.tx = tx;
    this.audit = audit;
    this.door = new GrantDoor(tx, access, audit, aliases);
  }

  /**
   * Writes down what was done after the end of an agreement.
   *
   * @param version 0 while nothing was, since that last day
   * @param reported null while nobody has reported it
   * @param returned in haléře; null exactly when {@code on} is
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when the agreement lasts, or beside the field
   */
  public void settle(
      Viewer viewer,
      AgreementId agreement,
      long version,
      LocalDate reported,
      Long returned,
      LocalDate on) {
    Agreement row = door.agreement(viewer, Grant.APPROVE, agreement);
    LocalDate last = row.endedOn();
    if (last == null || last.isAfter(viewer.today())) {
      throw Refusals.refused(null, "grant.refused.lasts");
    }
    if (reported != null) {
      ExpenseCheck.past(viewer, "reportedOn", reported);
    }
    if (returned != null && on == null) {
      throw Refusals.refused("returnedOn", "refused.required");
    }
    if (returned != null) {
      ExpenseCheck.sum("returned", returned);
    }
    if (returned == null && on != null) {
      throw Refusals.refused("returned", "refused.required");
    }
    if (on != null) {
      ExpenseCheck.past(viewer, "returnedOn", on);
    }
    if (reported == null && on == null) {
      throw Refusals.refused("reportedOn", "grant.refused.nothing-done");
    }
    tx.run(
        em -> {
          if (!last.equals(Held.hold(em, Agreement.class, agreement.value()).endedOn())) {
            throw new Stale();
          }
          Settlement settlement =
              new AgreementQueries(em)
                      .settlements(List.of(agreement.value()))
                      .getOrDefault(agreement.value(), List.of())
                      .stream()
                      .filter(one -> one.lastDay().equals(last))
                      .findFirst()
                      .orElse(null);
          Refusals.fresh(settlement == null ? 0 : settlement.version(), version);
          if (settlement == null) {
            settlement = new Settlement(Ids.next(), agreement, last, row.file());
            settlement.says(reported, returned, on, viewer.staff());
            em.persist(settlement);
          } else {
            settlement.says(reported, returned, on, viewer.staff());
          }
          audit.wrote(
              viewer, "grant.settled", List.of(Subject.of(row.file())), "agreement=" + agreement);
        });
  }
}
