package org.opora.documents.store.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.documents.DocumentsModule;
import org.opora.documents.shared.Refusals;
import org.opora.documents.store.domain.Limits;
import org.opora.documents.store.domain.LimitsRow;
import org.opora.documents.store.persistence.DocumentQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much the centre lets in. What is in already stays, whatever it decides. */
@Component(service = LimitBook.class)
public final class LimitBook {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;

  @Activate
  public LimitBook(
      @Reference(target = "(opora.unit=documents)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
  }

  /**
   * What holds now.
   *
   * @param number of the decision; 0 while the centre has not decided
   * @param by who decided; null while nobody has
   */
  public record Decided(int number, Limits limits, String by, Instant at) {}

  /** It is no data about a person, so it asks for no viewer. */
  public Limits now() {
    return tx.read(em -> new DocumentQueries(em).limits().map(LimitsRow::limits))
        .orElse(Limits.FIRST);
  }

  public Decided decided(Viewer viewer) {
    access.require(viewer, DocumentsModule.LIMITS);
    return tx.read(em -> new DocumentQueries(em).limits())
        .map(
            row -> {
              Map<StaffId, String> names = staff.names(List.of(row.decidedBy()));
              return new Decided(
                  row.number(), row.limits(), names.get(row.decidedBy()), row.decidedAt());
            })
        .orElse(new Decided(0, Limits.FIRST, null, null));
  }

  /**
   * @param seen number of the decision that is changed
   * @throws Stale when somebody else decided meanwhile
   * @throws org.opora.api.faults.Refused when the house could not bear it
   */
  public void decide(Viewer viewer, int seen, Limits limits) {
    access.require(viewer, DocumentsModule.LIMITS);
    within("megabytes", limits.megabytes(), Limits.MOST_MEGABYTES);
    within("of-a-file", limits.ofAFile(), Limits.MOST_OF_A_FILE);
    within("versions", limits.versions(), Limits.MOST_VERSIONS);
    tx.run(
        em -> {
          int number = new DocumentQueries(em).limits().map(LimitsRow::number).orElse(0);
          if (number != seen) {
            throw new Stale();
          }
          em.persist(new LimitsRow(number + 1, limits, viewer.staff(), viewer.now()));
          audit.wrote(viewer, "document.limits-changed", List.of());
        });
  }

  private static void within(String field, int value, int most) {
    if (value < 1 || value > most) {
      throw Refusals.refused(field, "limits.refused", most);
    }
  }
}
