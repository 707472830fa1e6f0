package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.ledgers.domain.BalanceEntry;
import org.opora.registry.ledgers.domain.BalanceEntry.Origin;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.ledgers.domain.LedgerEntry.Written;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opening balances that somebody has confirmed: how an account stood on the day the former records
 * came. They are written down by being confirmed, and from then on struck and corrected as every
 * entry is.
 */
@Component(service = BalanceLedger.class)
public final class BalanceLedger
    extends Ledger<BalanceEntry, BalanceLedger.NewBalance, BalanceLedger.Line> {
  private static final BigDecimal MOST = new BigDecimal("9999");
  private static final int DECIMALS = 2;
  private static final String DAYS = "d";
  private static final int LONGEST_NOTE = 10_000;

  @Activate
  public BalanceLedger(@Reference LedgerTools tools) {
    super(tools, LedgerQueries.Of.BALANCES, BalanceEntry.class, BalanceEntry.CODE, "BALANCE_ENTRY");
  }

  /**
   * @param quantity null for a remark
   * @param note null for anything else
   */
  public record NewBalance(Origin origin, BigDecimal quantity, String note) {
    /** As people write it: 3.5, and 24 without a point. */
    public BigDecimal amount() {
      BigDecimal amount = quantity.stripTrailingZeros();
      return amount.scale() < 0 ? amount.setScale(0) : amount;
    }
  }

  /**
   * An entry as the viewer sees it.
   *
   * @param name null where it is about the whole family
   */
  public record Line(Mark mark, PersonName name, NewBalance text) {}

  /**
   * Writes down what somebody has confirmed, in the caller's transaction.
   *
   * @return key of the entry
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID confirmed(EntityManager em, Viewer viewer, CaseFileId file, NewBalance now) {
    Origin origin = now.origin();
    boolean said =
        origin.kind() != BalanceKind.NOTE
            && new LedgerQueries(em)
                .balances(file, origin.kind()).stream()
                    .map(BalanceEntry::origin)
                    .anyMatch(
                        one ->
                            one.asOf().equals(origin.asOf())
                                && Objects.equals(one.person(), origin.person()));
    if (said) {
      // Of one day all that is said would be added up.
      throw Refusals.refused("quantity", "importing.refused.confirmed");
    }
    return put(em, viewer, file, null, check(em, viewer, file, now));
  }

  /** What came is taken back with all that was made of it, in the caller's transaction. */
  public void withdraw(EntityManager em, UUID balance) {
    for (BalanceEntry row : new LedgerQueries(em).ofBalance(balance)) {
      silence(row.id());
      em.remove(row);
    }
  }

  @Override
  NewBalance check(EntityManager em, Viewer viewer, CaseFileId file, NewBalance typed) {
    if (typed.origin().kind() == BalanceKind.NOTE) {
      return new NewBalance(
          typed.origin(), null, Refusals.line("note", typed.note(), LONGEST_NOTE));
    }
    BigDecimal quantity = typed.quantity();
    if (quantity == null || quantity.signum() < 0 || quantity.compareTo(MOST) > 0) {
      throw Refusals.refused("quantity", "importing.refused.quantity");
    }
    return new NewBalance(typed.origin(), quantity.setScale(DECIMALS, RoundingMode.HALF_UP), null);
  }

  @Override
  BalanceEntry write(EntityManager em, Written written, NewBalance now) {
    BalanceEntry row =
        new BalanceEntry(
            written,
            now.origin(),
            now.quantity(),
            seals().seal(written.file(), written.id(), "NOTE", now.note()));
    em.persist(row);
    return row;
  }

  /**
   * Hours are a carer's own. Days of respite were counted for the family: they are taken from each
   * who was a carer of it on the day, and from a child only where it was the one child there,
   * because of several nobody knows whose they were. Who may see whom does not matter for what was.
   */
  @Override
  List<NewFact> facts(EntityManager em, BalanceEntry row, NewBalance now) {
    return switch (now.origin().kind()) {
      case EDUCATION_HOURS -> facts(row, Kinds.EDUCATION, Evidence.HOURS, whose(row));
      case RESPITE_DAYS -> facts(row, Kinds.RESPITE, DAYS, rested(em, row));
      case NOTE -> List.of();
    };
  }

  /** A remark proves nothing, so no wall before whom it is about would be found. */
  @Override
  boolean told(BalanceEntry row) {
    return row.origin().kind() != BalanceKind.NOTE;
  }

  private static Stream<PersonId> whose(BalanceEntry row) {
    return Stream.of(row).map(one -> one.origin().person()).filter(Objects::nonNull);
  }

  private static Stream<PersonId> rested(EntityManager em, BalanceEntry row) {
    if (row.origin().person() != null) {
      return whose(row);
    }
    LedgerQueries queries = new LedgerQueries(em);
    List<PersonId> children = queries.childrenOn(row.file(), row.day());
    return Stream.concat(
        queries.carersOn(row.file(), row.day()).stream(),
        children.stream().filter(child -> children.size() == 1));
  }

  private static List<NewFact> facts(
      BalanceEntry row, String kind, String unit, Stream<PersonId> people) {
    return people
        .distinct()
        .map(
            person ->
                NewFact.of(kind, About.person(row.file(), person), row.day())
                    .amounting(row.quantity(), unit)
                    .takenOver())
        .toList();
  }

  @Override
  List<Line> views(EntityManager em, Viewer viewer, List<Marked<BalanceEntry>> rows) {
    Map<PersonId, PersonName> names =
        names(em, viewer, rows.stream().flatMap(one -> whose(one.row())));
    return rows.stream()
        .map(
            one -> {
              BalanceEntry row = one.row();
              Origin origin = row.origin();
              return new Line(
                  one.mark(),
                  origin.person() == null ? null : names.get(origin.person()),
                  new NewBalance(
                      origin,
                      row.quantity(),
                      seals().open(row.file(), row.id(), "NOTE", row.note())));
            })
        .toList();
  }
}
