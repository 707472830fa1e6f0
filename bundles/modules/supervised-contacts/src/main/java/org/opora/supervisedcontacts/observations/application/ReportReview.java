package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.inbox.Inbox;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.FacilitatorReach;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What becomes of a report that was written: somebody else than its author approves it or gives it
 * back, it is revised, or withdrawn.
 */
@Component(service = ReportReview.class)
public final class ReportReview {
  private final Transactions transactions;
  private final ReportSeals seals;
  private final ReportRows rows;
  private final Steps steps;

  @Activate
  public ReportReview(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference People people,
      @Reference FacilitatorReach reach,
      @Reference Evidence evidence,
      @Reference Timeline timeline,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.seals = new ReportSeals(new SealedTexts(keys));
    ContactDoor door = new ContactDoor(access, people);
    this.rows = new ReportRows(seals, door, reach);
    this.steps =
        new Steps(
            door, audit, colleagues, evidence, new Story(timeline, messages), inbox, messages);
  }

  /**
   * Somebody else than the author finds it right.
   *
   * @throws org.opora.api.faults.Refused when the author is asked, or it does not wait
   * @throws org.opora.api.faults.Stale as {@link Reports#write}
   */
  public void approve(Viewer viewer, ReportId id, long version) {
    transactions.run(
        em -> {
          ObservationReport row = looked(em, viewer, id, version);
          row.approve();
          ReportRows.present(em, row).approvedBy(viewer.staff(), viewer.now());
          rows.settle(em, viewer, row);
          steps.decided(viewer, row, "supervised-contacts.report.approve");
        });
  }

  private ObservationReport looked(EntityManager em, Viewer viewer, ReportId id, long version) {
    ObservationReport row = rows.hold(em, viewer, SupervisedContactsModule.APPROVE, id, version);
    if (row.author().equals(viewer.staff())) {
      throw Refusals.refused(null, "observation.own");
    }
    ReportRows.in(row, ReportState.SUBMITTED);
    return row;
  }

  /**
   * Somebody else wants it otherwise.
   *
   * @param why what is to be changed
   * @throws org.opora.api.faults.Refused as {@link #approve}; also when nobody says why
   * @throws org.opora.api.faults.Stale as {@link Reports#write}
   */
  public void giveBack(Viewer viewer, ReportId id, long version, String why) {
    String said = Refusals.words("why", why, Reports.REASON);
    transactions.run(
        em -> {
          ObservationReport row = looked(em, viewer, id, version);
          row.back(viewer.staff(), seals.seal(row, ReportSeals.RETURNED, row.key(), said));
          rows.settle(em, viewer, row);
          steps.decided(viewer, row, "supervised-contacts.report.return");
        });
  }

  /**
   * Begins the next version of one that stands fast; the former one stays, with its copies.
   *
   * @param reason why it has to be written anew
   * @throws org.opora.api.faults.Refused when it does not stand fast, or nobody says why
   * @throws org.opora.api.faults.Stale as {@link Reports#write}
   */
  public void revise(Viewer viewer, ReportId id, long version, String reason) {
    String said = Refusals.words("reason", reason, Reports.REASON);
    transactions.run(
        em -> {
          ObservationReport row =
              rows.hold(em, viewer, SupervisedContactsModule.RECORD, id, version);
          if (!row.state().fast()) {
            throw ReportRows.wrong(row);
          }
          Map<Section, String> words = seals.words(em, row, ReportRows.present(em, row));
          row.revise(viewer.staff());
          rows.version(em, viewer, row, words, said);
          rows.settle(em, viewer, row);
          steps.changed(viewer, row, "supervised-contacts.report.revise");
        });
  }

  /**
   * It does not count any more. One that stands fast is withdrawn by whoever approves reports.
   *
   * @throws org.opora.api.faults.Refused when it is withdrawn already, or nobody says why
   * @throws org.opora.api.faults.Stale as {@link Reports#write}
   */
  public void withdraw(Viewer viewer, ReportId id, long version, String why) {
    String said = Refusals.words("why", why, Reports.REASON);
    transactions.run(
        em -> {
          boolean fast = ReportReader.find(em, id).state().fast();
          ObservationReport row =
              rows.hold(
                  em,
                  viewer,
                  fast ? SupervisedContactsModule.APPROVE : SupervisedContactsModule.RECORD,
                  id,
                  version);
          if (row.state() == ReportState.WITHDRAWN) {
            throw ReportRows.wrong(row);
          }
          UUID key = row.key();
          row.withdraw(
              viewer.staff(), viewer.today(), seals.seal(row, ReportSeals.WITHDRAWN, key, said));
          rows.settle(em, viewer, row);
          steps.withdrawn(viewer, row);
        });
  }
}
