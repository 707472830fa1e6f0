package org.opora.registry.grant.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.grant.Grant;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.domain.Receipt;
import org.opora.registry.grant.persistence.AgreementQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What came for agreements. */
@Component(service = ReceiptDesk.class)
public final class ReceiptDesk {
  private final Transactions tx;
  private final AuditTrail audit;
  private final GrantDoor door;

  @Activate
  public ReceiptDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases) {
    this.tx = tx;
    this.audit = audit;
    this.door = new GrantDoor(tx, access, audit, aliases);
  }

  /**
   * Writes down what came.
   *
   * @param amount in haléře, more than 0
   */
  public UUID receive(Viewer viewer, AgreementId agreement, int year, long amount, LocalDate on) {
    Agreement row = door.agreement(viewer, Grant.APPROVE, agreement);
    LocalDate day = ExpenseCheck.past(viewer, "receivedOn", on);
    ExpenseCheck.sum("received", amount);
    known(viewer, row, year);
    if (day.isBefore(row.concludedOn())) {
      throw Refusals.refused(
          "receivedOn", "grant.refused.before-agreement", day, row.concludedOn());
    }
    return tx.required(
        em -> {
          Receipt receipt =
              new Receipt(Ids.next(), row.file(), agreement, year, amount, day, viewer.staff());
          em.persist(receipt);
          wrote(viewer, "grant.received", row.file(), "receipt=" + receipt.id());
          return receipt.id();
        });
  }

  /** A receipt was written down by mistake: it stays there, and counts no more. */
  public void notReceived(Viewer viewer, UUID receipt) {
    Receipt before = tx.read(em -> Held.load(em, Receipt.class, receipt));
    door.sums(viewer, Grant.APPROVE, before.file());
    tx.run(
        em -> {
          Receipt row = Held.hold(em, Receipt.class, receipt);
          if (row.struckOn() != null) {
            throw Refusals.refused(null, "grant.refused.struck");
          }
          row.struck(viewer.staff(), viewer.today());
          wrote(viewer, "grant.not-received", before.file(), "receipt=" + receipt);
        });
  }

  /** Of which agreement and year a receipt is. */
  public Receipt receipt(Viewer viewer, UUID receipt) {
    Receipt row = tx.read(em -> Held.load(em, Receipt.class, receipt));
    door.sums(viewer, Grant.READ, row.file());
    return row;
  }

  private static void known(Viewer viewer, Agreement row, int year) {
    if (year > viewer.today().getYear() + 1
        || row.concludedOn().getYear() > year
        || row.endedOn() != null && row.endedOn().getYear() < year) {
      throw Refusals.refused(null, "grant.refused.year", String.valueOf(year));
    }
  }

  /** What came for an agreement and a year, the oldest first. */
  public List<Receipt> of(Viewer viewer, AgreementId agreement, int year) {
    door.agreement(viewer, Grant.READ, agreement);
    return tx.read(em -> new AgreementQueries(em).receipts(List.of(agreement.value()), year));
  }

  private void wrote(Viewer viewer, String action, CaseFileId file, String detail) {
    audit.wrote(viewer, action, List.of(Subject.of(file)), detail);
  }
}
