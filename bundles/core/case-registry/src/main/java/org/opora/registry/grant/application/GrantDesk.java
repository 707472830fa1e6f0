package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.Grant.Standing;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.domain.ExpenseWriter;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Expenses of the state contribution as anybody who leads the family asks for them. */
@Component(service = {GrantDesk.class, Grant.class})
public final class GrantDesk implements Grant {
  private final Transactions tx;
  private final Access access;
  private final GrantDoor door;
  private final ExpenseChange change;
  private final ExpenseCheck check;
  private final ExpenseSeals seals;

  @Activate
  public GrantDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Keys keys,
      @Reference GrantBook law,
      @Reference ContactLaw rights) {
    this.tx = tx;
    this.access = access;
    this.door = new GrantDoor(tx, access, audit, aliases);
    this.change = new ExpenseChange(tx, audit, door);
    this.check = new ExpenseCheck(law, rights, door);
    this.seals = new ExpenseSeals(keys);
  }

  @Override
  public UUID propose(Viewer viewer, NewExpense expense) {
    door.open(viewer, WRITE, expense.file());
    return tx.required(
        em -> {
          ExpenseChange.openFile(em, expense.file());
          Expense row = new ExpenseQueries(em).of(expense.origin(), expense.source()).orElse(null);
          if (row == null) {
            row =
                new Expense(
                    Ids.next(),
                    expense.origin(),
                    expense.source(),
                    expense.file(),
                    viewer.staff(),
                    viewer.today());
            write(em, viewer, row, expense);
          } else {
            if (!row.file().equals(expense.file())) {
              throw Refusals.refused(null, "grant.refused.other-file");
            }
            change.known(viewer, WRITE, row);
            unspent(row);
            write(em, viewer, row, expense);
          }
          change.wrote(viewer, "grant.proposed", row);
          return row.id();
        });
  }

  /**
   * Asks anew for what was entered here, or for what was rejected.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void amend(Viewer viewer, UUID expense, long version, NewExpense now) {
    CaseFileId file = tx.read(em -> Held.load(em, Expense.class, expense)).file();
    door.open(viewer, WRITE, file);
    tx.run(
        em -> {
          ExpenseChange.openFile(em, file);
          change.in(
              viewer,
              WRITE,
              expense,
              version,
              "grant.amended",
              (inner, row) -> {
                if (!row.origin().equals(Refusals.BUNDLE)) {
                  throw Refusals.refused(null, "grant.refused.of-module");
                }
                unspent(row);
                write(inner, viewer, row, now);
              });
        });
  }

  /** What was rejected or withdrawn may be asked for anew; what was granted stays. */
  private static void unspent(Expense row) {
    if (row.state() == ExpenseState.APPROVED || row.state() == ExpenseState.PAID) {
      throw Refusals.refused(null, "grant.refused.decided");
    }
  }

  private void write(EntityManager em, Viewer viewer, Expense row, NewExpense now) {
    ExpenseCheck.Checked checked = check.expense(em, viewer, now, row.id());
    Set<StaffId> writers = Writers.of(em, row);
    boolean anew =
        writers.isEmpty()
            || !row.asks(now.child(), now.on(), now.right(), now.amount(), now.route());
    if (anew) {
      row.changed(viewer.staff());
    }
    row.isFor(
        new AgreementId(checked.agreement().id()), now.child(), now.on(), now.right(), now.href());
    row.costs(
        seals.seal(row, ExpenseSeals.WHAT, checked.what()),
        now.amount(),
        now.route(),
        now.cap(),
        now.share(),
        checked.overCap(),
        seals.seal(row, ExpenseSeals.WHY, checked.justification()));
    em.persist(row);
    if (anew && !writers.contains(viewer.staff())) {
      em.flush(); // its key is named by the record that follows
      em.persist(new ExpenseWriter(Ids.next(), row.id(), viewer.staff()));
    }
  }

  @Override
  public void withdraw(Viewer viewer, String origin, UUID source) {
    tx.run(
        em ->
            new ExpenseQueries(em)
                .of(origin, source)
                .filter(row -> row.state() != ExpenseState.WITHDRAWN)
                .ifPresent(row -> withdraw(viewer, row.id(), row.version())));
  }

  /**
   * Nobody asks for it any more.
   *
   * @throws org.opora.api.faults.Refused when it was approved or paid
   */
  public void withdraw(Viewer viewer, UUID expense, long version) {
    change.in(
        viewer,
        WRITE,
        expense,
        version,
        "grant.withdrawn",
        (em, row) -> {
          unspent(row);
          row.withdrawn(viewer.staff(), viewer.today());
        });
  }

  @Override
  public Optional<Standing> of(Viewer viewer, String origin, UUID source) {
    Optional<Expense> found =
        tx.read(em -> new ExpenseQueries(em).of(origin, source))
            .filter(
                row ->
                    access.decide(viewer, READ, Subject.of(row.file())).allowed()
                        && door.leads(viewer, READ, row.file())
                        && !door.walled(viewer, row.child()));
    return found.map(
        row ->
            new Standing(
                row.id(), row.state(), seals.open(row, ExpenseSeals.REASON, row.reason())));
  }
}
