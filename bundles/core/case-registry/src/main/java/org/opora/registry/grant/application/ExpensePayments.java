package org.opora.registry.grant.application;

import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was approved is paid, with its evidence. */
@Component(service = ExpensePayments.class)
public final class ExpensePayments {
  private final ExpenseChange change;
  private final ExpenseCheck check;
  private final ExpenseSeals seals;

  @Activate
  public ExpensePayments(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Keys keys,
      @Reference GrantBook law,
      @Reference ContactLaw rights) {
    GrantDoor door = new GrantDoor(tx, access, audit, aliases);
    this.change = new ExpenseChange(tx, audit, door);
    this.check = new ExpenseCheck(law, rights, door);
    this.seals = new ExpenseSeals(keys);
  }

  /**
   * It is paid, with this evidence.
   *
   * @throws org.opora.api.faults.Refused when it is not approved, or the evidence is not whole, or
   *     a carer is paid back by whoever asked for it
   */
  public void pay(Viewer viewer, UUID expense, long version, Proof proof) {
    change.in(
        viewer,
        Grant.APPROVE,
        expense,
        version,
        "grant.paid",
        (em, row) -> {
          if (row.state() != ExpenseState.APPROVED) {
            throw Refusals.refused(null, "grant.refused.not-approved");
          }
          if (row.route() == PaymentRoute.REFUND
              && Writers.include(viewer, row, Writers.of(em, row))) {
            throw Refusals.refused(null, "grant.refused.own-refund");
          }
          Proof checked = check.proof(viewer, row, proof);
          row.evidence(
              seals.seal(row, ExpenseSeals.INVOICE, checked.invoice()),
              seals.seal(row, ExpenseSeals.SUPPLIER, checked.supplier()),
              checked.invoicedOn(),
              checked.namesChild(),
              seals.seal(row, ExpenseSeals.ACCOUNT, checked.account()),
              seals.seal(row, ExpenseSeals.NOTE, checked.note()));
          row.paid(checked.paidOn(), viewer.staff());
        });
  }

  /** It was not paid after all; the evidence stays to be corrected. */
  public void notPaid(Viewer viewer, UUID expense, long version) {
    change.in(
        viewer,
        Grant.APPROVE,
        expense,
        version,
        "grant.not-paid",
        (em, row) -> {
          if (row.state() != ExpenseState.PAID) {
            throw Refusals.refused(null, "grant.refused.not-paid");
          }
          row.notPaid();
        });
  }
}
