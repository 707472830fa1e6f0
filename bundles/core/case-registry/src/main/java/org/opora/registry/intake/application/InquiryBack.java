package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.MistakenFiles;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryCorrection;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An inquiry that was accepted by mistake is turned back, with a reason, as long as nothing was
 * built upon it and no return counts it. A file that was opened for it is closed as opened by
 * mistake; one the family had before stays as it is.
 */
@Component(service = InquiryBack.class)
public final class InquiryBack {
  private static final String ON = "on";
  private static final int LINE = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final IntakeDoor door;
  private final InquirySeals seals;
  private final InquiryTasks reminders;
  private final ContactDesk contacts;
  private final MistakenFiles files;

  @Activate
  public InquiryBack(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Tasks tasks,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference ContactLaw law,
      @Reference ContactDesk contacts,
      @Reference MistakenFiles files) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.door = new IntakeDoor(access, audit);
    this.seals = new InquirySeals(keys);
    this.reminders = new InquiryTasks(tasks, messages, law);
    this.contacts = contacts;
    this.files = files;
  }

  /**
   * Where it goes on.
   *
   * @param state one that is open
   * @param on since when
   * @param name who asked: with the acceptance it went to the person
   * @param phone or another way to reach them
   * @param reason why it is turned back
   */
  public record Back(InquiryState state, LocalDate on, String name, String phone, String reason) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field; also when something was built upon it,
   *     or a return that counts it is filed
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void turn(Viewer viewer, UUID inquiry, long version, Back back) {
    access.require(viewer, Intake.RETURN);
    Inquiry seen = tx.read(em -> Held.load(em, Inquiry.class, inquiry));
    door.require(viewer, Intake.WRITE, seen.file(), seen.recordedBy(), seen.doer());
    String name = Refusals.line("name", back.name(), LINE);
    String phone = Refusals.line("phone", back.phone(), LINE);
    String reason = Refusals.line("reason", back.reason(), InquiryRules.TEXT);
    tx.run(
        em -> {
          Inquiry row = Held.hold(em, Inquiry.class, inquiry);
          Refusals.fresh(row.version(), version);
          LocalDate on = day(em, viewer, row, back);
          CaseFileId file = row.file();
          // Held, so that nobody prepares an agreement meanwhile.
          Held.hold(em, CaseFile.class, file.value());
          parted(em, row);
          InquiryCorrection before =
              new InquiryCorrection(Ids.next(), row, viewer.today(), viewer.staff());
          before.because(seals.reason(before, reason));
          boolean founded = row.founded();
          if (founded) {
            before.founded(file);
          }
          em.persist(before);
          withContact(em, viewer, row, name, phone);
          String note = seals.note(row);
          row.turnedBack(back.state(), on);
          row.says(
              row.askedOn(),
              seals.name(row, name),
              seals.phone(row, phone),
              note == null ? null : seals.note(row, note),
              row.doer());
          em.flush();
          if (founded) {
            files.close(viewer, file);
          }
          reminders.follow(em, viewer, row, row.doer());
          audit.wrote(
              viewer,
              "inquiry.turned-back",
              List.of(Subject.of(file)),
              "inquiry=" + row.id() + ";to=" + row.state());
        });
  }

  private static LocalDate day(EntityManager em, Viewer viewer, Inquiry row, Back back) {
    if (row.anonymisedOn() != null) {
      throw Refusals.refused(null, "refused.inquiry-forgotten", row.anonymisedOn());
    }
    if (row.state() != InquiryState.ACCEPTED) {
      throw Refusals.refused(null, "refused.inquiry-not-accepted");
    }
    if (back.state() == null || !back.state().open()) {
      throw Refusals.refused("state", "refused.required");
    }
    InquiryRules.notFiled(em, null, row.stateOn());
    LocalDate on =
        back.state() == InquiryState.NEW ? row.askedOn() : InquiryRules.past(viewer, ON, back.on());
    if (on.isBefore(row.askedOn())) {
      throw Refusals.refused(ON, "refused.inquiry-before-asked", row.askedOn());
    }
    return on;
  }

  /**
   * An agreement in preparation there was before goes on by itself; any other one is built on it.
   */
  private static void parted(EntityManager em, Inquiry row) {
    for (Proposal proposal : new InquiryQueries(em).following(row.id())) {
      if (!row.withProposal() || settled(proposal)) {
        throw Refusals.refused(null, "refused.inquiry-built");
      }
      proposal.follows(null);
    }
  }

  private static boolean settled(Proposal proposal) {
    return proposal.state() == AgreementState.SIGNED || proposal.state() == AgreementState.DROPPED;
  }

  private void withContact(
      EntityManager em, Viewer viewer, Inquiry row, String name, String phone) {
    if (row.withContact()) {
      FirstContact from = Held.hold(em, FirstContact.class, row.contact());
      if (from.anonymisedOn() == null && row.file().equals(from.file())) {
        contacts.comesBack(em, viewer, from, name, phone);
      }
    }
  }
}
