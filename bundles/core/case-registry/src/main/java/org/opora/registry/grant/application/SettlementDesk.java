package org.opora.registry.grant.application;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
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
import org.opora.registry.files.application.FollowUpTasks;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.domain.Settlement;
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
  private final FollowUpTasks followUps;
  private final GrantDoor door;

  @Activate
  public SettlementDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference FollowUpTasks followUps) {
    this.tx = tx;
    this.audit = audit;
    this.followUps = followUps;
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
    Agreement row = ended(viewer, Grant.APPROVE, agreement);
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
    write(
        viewer,
        row,
        version,
        "grant.settled",
        settlement -> settlement.says(reported, returned, on, viewer.staff()));
  }

  /**
   * Writes down that the end of an agreement was reported, or that it was not after all; whoever
   * leads the family does it. The task that asks for it is done by this, and only by this.
   *
   * @param version 0 while nothing was done since that last day
   * @param reported null when it was not
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when the agreement lasts, or beside the field
   */
  public void report(Viewer viewer, AgreementId agreement, long version, LocalDate reported) {
    Agreement row = ended(viewer, Grant.WRITE, agreement);
    if (reported != null) {
      ExpenseCheck.past(viewer, "reportedOn", reported);
    } else if (version == 0) {
      throw Refusals.refused("reportedOn", "refused.required");
    }
    write(
        viewer,
        row,
        version,
        "grant.reported",
        settlement ->
            settlement.says(
                reported, settlement.returned(), settlement.returnedOn(), viewer.staff()));
  }

  private Agreement ended(Viewer viewer, String permission, AgreementId agreement) {
    Agreement row = door.agreement(viewer, permission, agreement);
    if (row.endedOn() == null || row.endedOn().isAfter(viewer.today())) {
      throw Refusals.refused(null, "grant.refused.lasts");
    }
    return row;
  }

  private void write(
      Viewer viewer, Agreement row, long version, String action, Consumer<Settlement> said) {
    LocalDate last = row.endedOn();
    AgreementId agreement = new AgreementId(row.id());
    tx.run(
        em -> {
          Agreement held = Held.hold(em, Agreement.class, row.id());
          if (!last.equals(held.endedOn())) {
            throw new Stale();
          }
          Settlement settlement = EndReports.settlement(em, held).orElse(null);
          Refusals.fresh(settlement == null ? 0 : settlement.version(), version);
          boolean fresh = settlement == null;
          if (fresh) {
            settlement = new Settlement(Ids.next(), agreement, last, row.file());
          }
          said.accept(settlement);
          if (fresh) {
            em.persist(settlement);
          }
          followUps.reported(viewer, held, settlement.reportedOn() != null);
          audit.wrote(viewer, action, List.of(Subject.of(row.file())), "agreement=" + agreement);
        });
  }
}
