package org.opora.registry.grant.application;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.grant.Grant;
import org.opora.api.grant.Grant.Measure;
import org.opora.api.grant.Grant.Share;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.grant.persistence.Wanted;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Expenses as whoever leads the family, and whoever sees all, may read them. */
@Component(service = ExpenseList.class)
public final class ExpenseList {
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final People people;
  private final Staff staff;
  private final GrantBook law;
  private final ContactLaw rights;
  private final GrantDoor door;
  private final ExpenseChange change;
  private final ExpenseSeals seals;

  @Activate
  public ExpenseList(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference People people,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference GrantBook law,
      @Reference ContactLaw rights) {
    this.tx = tx;
    this.access = access;
    this.people = people;
    this.staff = staff;
    this.law = law;
    this.rights = rights;
    this.door = new GrantDoor(tx, access, audit, aliases);
    this.change = new ExpenseChange(tx, audit, door);
    this.seals = new ExpenseSeals(keys);
  }

  /** Whether the viewer may see the money of the family. */
  public boolean readable(Viewer viewer, CaseFileId file) {
    access.require(viewer, Grant.READ, Subject.of(file));
    return door.leads(viewer, Grant.READ, file);
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  public ExpenseLine view(Viewer viewer, UUID expense) {
    Expense row = tx.read(em -> Held.load(em, Expense.class, expense));
    door.open(viewer, Grant.READ, row.file());
    change.known(viewer, Grant.READ, row);
    return lines(viewer, List.of(row)).get(0);
  }

  /** Words of a right by which a list is narrowed down; null where it is any. */
  public Text rightWords(Wanted wanted) {
    return wanted.right() == null || wanted.right().equals(Wanted.ANY)
        ? null
        : rights.words(wanted.right());
  }

  /**
   * The newest first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<ExpenseLine> list(Viewer viewer, Wanted wanted, String after, int limit) {
    if (wanted.file() == null) {
      access.require(viewer, Grant.READ);
    } else {
      door.open(viewer, Grant.READ, wanted.file());
    }
    Set<UUID> walled = door.walled(viewer);
    Page<Expense> rows =
        tx.read(
            em ->
                new ExpenseQueries(em)
                    .page(
                        access.scope(viewer, Grant.READ),
                        wanted,
                        walled,
                        after,
                        Cursors.within(limit, LONGEST_PAGE)));
    return new Page<>(lines(viewer, rows.items()), rows.next());
  }

  /** How many expenses all pages of the list have. */
  public long count(Viewer viewer, Wanted wanted) {
    access.require(viewer, Grant.READ);
    Set<UUID> walled = door.walled(viewer);
    return tx.read(
        em -> new ExpenseQueries(em).count(access.scope(viewer, Grant.READ), wanted, walled));
  }

  private List<ExpenseLine> lines(Viewer viewer, List<Expense> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<CaseFileId> keys = rows.stream().map(Expense::file).collect(Collectors.toSet());
    Map<CaseFileId, FileLabel> files =
        viewer.may(CaseFiles.READ)
            ? tx.read(em -> new LabelQueries(em).files(access.scope(viewer, CaseFiles.READ), keys))
            : Map.of();
    Map<PersonId, PersonName> children =
        people.names(
            viewer,
            rows.stream().map(Expense::child).filter(Objects::nonNull).collect(Collectors.toSet()));
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(
                    row ->
                        Stream.of(row.proposedBy(), row.changedBy(), row.decidedBy(), row.paidBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<UUID, Set<StaffId>> writers =
        tx.read(em -> new ExpenseQueries(em).writers(rows.stream().map(Expense::id).toList()));
    return rows.stream()
        .map(
            row ->
                line(
                    row,
                    files.get(row.file()),
                    children,
                    names,
                    Writers.include(viewer, row, writers.getOrDefault(row.id(), Set.of()))))
        .toList();
  }

  private ExpenseLine line(
      Expense row,
      FileLabel file,
      Map<PersonId, PersonName> children,
      Map<StaffId, String> names,
      boolean mine) {
    PersonName child = row.child() == null ? null : children.get(row.child());
    Measure cap = row.cap();
    Share share = row.share();
    return new ExpenseLine(
        row.id(),
        row.version(),
        row.file(),
        file,
        row.agreement(),
        row.child(),
        child == null ? null : child.spoken(),
        row.on(),
        row.right(),
        row.right() == null ? null : rights.words(row.right()),
        seals.open(row, ExpenseSeals.WHAT, row.what()),
        row.amount(),
        row.route(),
        warning(row),
        cap == null ? null : cap.cap(),
        cap == null ? null : law.capWords(cap.cap()),
        cap == null ? null : cap.units(),
        share == null ? null : share.amount(),
        share == null ? null : share.measure().cap(),
        share == null ? null : law.capWords(share.measure().cap()),
        share == null ? null : share.measure().units(),
        row.overCap(),
        seals.open(row, ExpenseSeals.WHY, row.justification()),
        seals.open(row, ExpenseSeals.BAND, row.bandReason()),
        row.href(),
        row.origin().equals(Refusals.BUNDLE),
        mine,
        row.state(),
        names.get(row.proposedBy()),
        row.proposedOn(),
        row.changedBy().equals(row.proposedBy()) ? null : names.get(row.changedBy()),
        row.decidedBy() == null ? null : names.get(row.decidedBy()),
        row.decidedOn(),
        seals.open(row, ExpenseSeals.REASON, row.reason()),
        seals.open(row, ExpenseSeals.INVOICE, row.invoice()),
        seals.open(row, ExpenseSeals.SUPPLIER, row.supplier()),
        row.invoicedOn(),
        row.namesChild(),
        seals.open(row, ExpenseSeals.ACCOUNT, row.account()),
        seals.open(row, ExpenseSeals.NOTE, row.note()),
        row.paidOn(),
        row.paidBy() == null ? null : names.get(row.paidBy()));
  }

  private Text warning(Expense row) {
    return row.route() == PaymentRoute.REFUND
        ? law.refundDiscouraged(row.on()).map(one -> one.source()).orElse(null)
        : null;
  }
}
