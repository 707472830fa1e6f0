package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Another person than whoever asks decides on an expense. */
@Component(service = ExpenseDecisions.class)
public final class ExpenseDecisions {
  private final Transactions tx;
  private final Inbox inbox;
  private final Messages messages;
  private final BandDesk bands;
  private final GrantDoor door;
  private final Deciders deciders;
  private final ExpenseChange change;
  private final ExpenseSeals seals;

  @Activate
  public ExpenseDecisions(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Keys keys,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference BandDesk bands,
      @Reference Colleagues colleagues,
      @Reference Staff staff) {
    this.tx = tx;
    this.inbox = inbox;
    this.messages = messages;
    this.bands = bands;
    this.door = new GrantDoor(tx, access, audit, aliases);
    this.deciders = new Deciders(tx, aliases, colleagues, staff);
    this.change = new ExpenseChange(tx, audit, door);
    this.seals = new ExpenseSeals(keys);
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
    change.in(
        viewer,
        Grant.APPROVE,
        expense,
        version,
        "grant.approved",
        (em, row) -> {
          another(em, viewer, row);
          if (words == null) {
            bands.withinBand(em, row);
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
    change.in(
        viewer,
        Grant.APPROVE,
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
    if (Writers.include(viewer, row, Writers.of(em, row))) {
      throw Refusals.refused(null, "grant.refused.own");
    }
  }

  private static void undecided(Expense row) {
    if (row.state() != ExpenseState.PROPOSED) {
      throw Refusals.refused(null, "grant.refused.decided");
    }
  }

  /**
   * The approval was a mistake: it is decided anew.
   *
   * @throws org.opora.api.faults.Refused when it is not approved, or paid already
   */
  public void openAgain(Viewer viewer, UUID expense, long version) {
    change.in(
        viewer,
        Grant.APPROVE,
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
   * What whoever decides should know: which band of the year would be passed. Empty for nothing,
   * and for a viewer who does not decide on it.
   */
  public Optional<Text> beforeDeciding(Viewer viewer, UUID expense) {
    Expense row = tx.read(em -> Held.load(em, Expense.class, expense));
    door.open(viewer, Grant.READ, row.file());
    change.known(viewer, Grant.READ, row);
    return viewer.may(Grant.APPROVE)
            && row.state() == ExpenseState.PROPOSED
            && !tx.read(em -> Writers.include(viewer, row, Writers.of(em, row)))
        ? bands.bandPassed(row)
        : Optional.empty();
  }

  /**
   * Names of those who may decide on it, and pay it back to a carer: nobody does with what they
   * asked for or wrote.
   */
  public List<String> deciders(Viewer viewer, UUID expense) {
    Expense row = tx.read(em -> Held.load(em, Expense.class, expense));
    door.open(viewer, Grant.READ, row.file());
    change.known(viewer, Grant.READ, row);
    return deciders.names(viewer, row);
  }

  private void told(Expense row) {
    inbox.tell(
        row.changedBy(),
        messages.title("inbox.grant." + row.state()),
        "/grant/expenses/" + row.id());
  }
}
