package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.domain.ExpenseWriter;
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

/**
 * Expenses of the state contribution: proposed by anybody who leads the family, decided by another
 * person, paid with evidence.
 */
@Component(service = {GrantDesk.class, Grant.class})
public final class GrantDesk implements Grant {
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final People people;
  private final Staff staff;
  private final Inbox inbox;
  private final Messages messages;
  private final GrantBook law;
  private final ContactLaw rights;
  private final Entitlements entitlements;
  private final GrantDoor door;
  private final ExpenseCheck check;
  private final ExpenseSeals seals;

  @Activate
  public GrantDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference People people,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference GrantBook law,
      @Reference ContactLaw rights,
      @Reference Entitlements entitlements) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.people = people;
    this.staff = staff;
    this.inbox = inbox;
    this.messages = messages;
    this.law = law;
    this.rights = rights;
    this.entitlements = entitlements;
    this.door = new GrantDoor(tx, access, audit, aliases);
    this.check = new ExpenseCheck(law, rights, door);
    this.seals = new ExpenseSeals(keys);
  }

  @Override
  public UUID propose(Viewer viewer, NewExpense expense) {
    door.open(viewer, WRITE, expense.file());
    return tx.required(
        em -> {
          openFile(em, expense.file());
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
            known(viewer, WRITE, row);
            unspent(row);
            write(em, viewer, row, expense);
          }
          wrote(viewer, "grant.proposed", row);
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
          openFile(em, file);
          change(
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

  private static void undecided(Expense row) {
    if (row.state() != ExpenseState.PROPOSED) {
      throw Refusals.refused(null, "grant.refused.decided");
    }
  }

  private void write(EntityManager em, Viewer viewer, Expense row, NewExpense now) {
    ExpenseCheck.Checked checked = check.expense(em, viewer, now, row.id());
    Set<StaffId> writers = writers(em, row);
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
    change(
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

  /**
   * Approves what somebody else asked for.
   *
   * @param why why the band of the right is passed; null when it is not
   * @throws org.opora.api.faults.Refused when the viewer asked for it, or a band would be passed
   *     and nobody says why
   */
  public void approve(Viewer viewer, UUID expense, long version, String why) {
    String words = Refusals.optional("bandReason", why, ExpenseCheck.TEXT);
    change(
        viewer,
        APPROVE,
        expense,
        version,
        "grant.approved",
        (em, row) -> {
          another(em, viewer, row);
          if (words == null) {
            entitlements.withinBand(em, row);
          }
          row.passesBand(seals.seal(row, ExpenseSeals.BAND, words));
          row.approved(viewer.staff(), viewer.today());
          told(row);
        });
  }

  /**
   * @throws org.opora.api.faults.Refused when the viewer asked for it, or without a reason
   */
  public void reject(Viewer viewer, UUID expense, long version, String reason) {
    String words = Refusals.line("reason", reason, ExpenseCheck.TEXT);
    change(
        viewer,
        APPROVE,
        expense,
        version,
        "grant.rejected",
        (em, row) -> {
          another(em, viewer, row);
          row.rejected(viewer.staff(), viewer.today(), seals.seal(row, ExpenseSeals.REASON, words));
          told(row);
        });
  }

  /** Who asks does not decide, and neither does who has ever written what is asked for. */
  private static void another(EntityManager em, Viewer viewer, Expense row) {
    undecided(row);
    if (own(viewer, row, writers(em, row))) {
      throw Refusals.refused(null, "grant.refused.own");
    }
  }

  private static boolean own(Viewer viewer, Expense row, Set<StaffId> writers) {
    return viewer.staff().equals(row.proposedBy()) || writers.contains(viewer.staff());
  }

  private static Set<StaffId> writers(EntityManager em, Expense row) {
    return new ExpenseQueries(em).writers(List.of(row.id())).getOrDefault(row.id(), Set.of());
  }

  /**
   * The approval was a mistake: it is decided anew.
   *
   * @throws org.opora.api.faults.Refused when it is not approved, or paid already
   */
  public void openAgain(Viewer viewer, UUID expense, long version) {
    change(
        viewer,
        APPROVE,
        expense,
        version,
        "grant.opened-again",
        (em, row) -> {
          if (row.state() != ExpenseState.APPROVED) {
            throw Refusals.refused(null, "grant.refused.not-approved");
          }
          row.openAgain();
        });
  }

  /**
   * It is paid, with this evidence.
   *
   * @throws org.opora.api.faults.Refused when it is not approved, or the evidence is not whole, or
   *     a carer is paid back by whoever asked for it
   */
  public void pay(Viewer viewer, UUID expense, long version, Proof proof) {
    change(
        viewer,
        APPROVE,
        expense,
        version,
        "grant.paid",
        (em, row) -> {
          if (row.state() != ExpenseState.APPROVED) {
            throw Refusals.refused(null, "grant.refused.not-approved");
          }
          if (row.route() == PaymentRoute.REFUND && own(viewer, row, writers(em, row))) {
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
    change(
        viewer,
        APPROVE,
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

  private void change(
      Viewer viewer,
      String permission,
      UUID expense,
      long version,
      String action,
      BiConsumer<EntityManager, Expense> change) {
    Expense before = tx.read(em -> Held.load(em, Expense.class, expense));
    door.open(viewer, permission, before.file());
    known(viewer, permission, before);
    tx.run(
        em -> {
          Expense row = Held.hold(em, Expense.class, expense);
          Refusals.fresh(row.version(), version);
          change.accept(em, row);
          wrote(viewer, action, row);
        });
  }

  private void known(Viewer viewer, String permission, Expense row) {
    if (row.child() != null) {
      door.child(viewer, permission, row.child());
    }
  }

  /** Holds the file, so that nobody closes it meanwhile. */
  private static void openFile(EntityManager em, CaseFileId file) {
    CaseFile held = Held.hold(em, CaseFile.class, file.value());
    if (held.closedOn() != null) {
      throw Refusals.refused(null, "refused.file-closed", held.closedOn());
    }
  }

  private void told(Expense row) {
    inbox.tell(
        row.changedBy(),
        messages.title("inbox.grant." + row.state()),
        "/grant/expenses/" + row.id());
  }

  private void wrote(Viewer viewer, String action, Expense row) {
    audit.wrote(
        viewer,
        action,
        Stream.of(Subject.of(row.file()), row.child() == null ? null : Subject.of(row.child()))
            .filter(Objects::nonNull)
            .toList(),
        "expense=" + row.id());
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

  /** Whether the viewer may see the money of the family. */
  public boolean readable(Viewer viewer, CaseFileId file) {
    access.require(viewer, READ, Subject.of(file));
    return door.leads(viewer, READ, file);
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  public ExpenseLine view(Viewer viewer, UUID expense) {
    Expense row = tx.read(em -> Held.load(em, Expense.class, expense));
    door.open(viewer, READ, row.file());
    known(viewer, READ, row);
    return lines(viewer, List.of(row)).get(0);
  }

  /**
   * The newest first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<ExpenseLine> list(Viewer viewer, Wanted wanted, String after, int limit) {
    if (wanted.file() == null) {
      access.require(viewer, READ);
    } else {
      door.open(viewer, READ, wanted.file());
    }
    Set<UUID> walled = door.walled(viewer);
    Page<Expense> rows =
        tx.read(
            em ->
                new ExpenseQueries(em)
                    .page(
                        access.scope(viewer, READ),
                        wanted,
                        walled,
                        after,
                        Cursors.within(limit, LONGEST_PAGE)));
    return new Page<>(lines(viewer, rows.items()), rows.next());
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
                    own(viewer, row, writers.getOrDefault(row.id(), Set.of()))))
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

  /**
   * What whoever decides should know: which band of the year would be passed. Empty for nothing,
   * and for a viewer who does not decide.
   */
  public Optional<Text> beforeDeciding(Viewer viewer, UUID expense) {
    Expense row = tx.read(em -> Held.load(em, Expense.class, expense));
    door.open(viewer, READ, row.file());
    return viewer.may(APPROVE) && row.state() == ExpenseState.PROPOSED
        ? entitlements.bandPassed(row)
        : Optional.empty();
  }

  private Text warning(Expense row) {
    return row.route() == PaymentRoute.REFUND
        ? law.refundDiscouraged(row.on()).map(one -> one.source()).orElse(null)
        : null;
  }
}
