package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.intake.persistence.InquiryQueries.Which;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Inquiries for an agreement, from the first call to the family's file or to the refusal. */
@Component(service = InquiryDesk.class)
public final class InquiryDesk {
  private static final int LINE = 200;
  private static final int LONGEST_PAGE = 100;
  private static final String ON = "on";
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final IntakeDoor door;
  private final InquirySeals seals;
  private final ContactDesk contacts;
  private final InquiryRules rules;
  private final InquiryLines lines;
  private final InquiryTasks reminders;

  @Activate
  public InquiryDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Tasks tasks,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference ContactLaw law,
      @Reference ContactDesk contacts) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
    this.door = new IntakeDoor(access, audit);
    this.seals = new InquirySeals(keys);
    this.contacts = contacts;
    this.rules = new InquiryRules(law, seals);
    this.lines = new InquiryLines(staff, law, seals);
    this.reminders = new InquiryTasks(tasks, messages, law);
  }

  /**
   * @param phone or another way to reach them
   * @param note what they said, or null
   * @param doer who sees to it
   */
  public record NewInquiry(LocalDate on, String name, String phone, String note, StaffId doer) {}

  /**
   * @param ground code, from the list that holds on the day
   * @param toldOn when the family was told
   * @param others bodies that were offered, one a line; empty when none
   */
  public record Refusal(String ground, LocalDate toldOn, List<String> others) {
    public Refusal {
      others = List.copyOf(others);
    }
  }

  /**
   * @param places null when the centre has set none
   * @param used agreements in force
   */
  public record Capacity(Integer places, int used) {
    /** Null when nobody has said how many places there are. */
    public Integer free() {
      return places == null ? null : Math.max(0, places - used);
    }
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID record(Viewer viewer, NewInquiry inquiry) {
    return record(viewer, inquiry, null);
  }

  /**
   * The same from a first contact, which is forgotten together with the inquiry.
   *
   * @param contact null when there is none
   * @throws org.opora.api.faults.Refused beside the field; also when an inquiry has come of the
   *     contact already
   */
  public UUID record(Viewer viewer, NewInquiry inquiry, UUID contact) {
    access.require(viewer, Intake.WRITE);
    return tx.required(
        em -> {
          Inquiry row =
              new Inquiry(Ids.next(), InquiryRules.past(viewer, ON, inquiry.on()), viewer.staff());
          if (contact != null) {
            follow(em, viewer, row, contact);
          }
          write(viewer, row, inquiry, null);
          em.persist(row);
          em.flush();
          reminders.follow(em, viewer, row, null);
          wrote(viewer, "inquiry.recorded", row);
          return row.id();
        });
  }

  private void follow(EntityManager em, Viewer viewer, Inquiry row, UUID contact) {
    FirstContact from = Held.hold(em, FirstContact.class, contact);
    door.require(viewer, Intake.WRITE, from.file(), from.recordedBy(), from.doer());
    if (from.anonymisedOn() != null) {
      throw Refusals.refused(null, "refused.intake-forgotten", from.anonymisedOn());
    }
    if (new InquiryQueries(em).of(contact).isPresent()) {
      throw Refusals.refused(null, "refused.inquiry-of-contact");
    }
    row.follows(contact);
    if (from.nextStep() == NextStep.INQUIRY) {
      reminders.came(viewer, from);
    }
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field; also when it is settled
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID inquiry, long version, NewInquiry now) {
    change(
        viewer,
        inquiry,
        version,
        "inquiry.amended",
        (em, row) -> {
          LocalDate on = InquiryRules.past(viewer, ON, now.on());
          if (row.state() != InquiryState.NEW && on.isAfter(row.stateOn())) {
            throw Refusals.refused(ON, "refused.inquiry-before", row.stateOn());
          }
          write(viewer, row, now, row.doer());
        });
  }

  private void write(Viewer viewer, Inquiry row, NewInquiry inquiry, StaffId before) {
    String name = Refusals.line("name", inquiry.name(), LINE);
    String phone = Refusals.line("phone", inquiry.phone(), LINE);
    String note = Refusals.optional("note", inquiry.note(), InquiryRules.TEXT);
    if (inquiry.doer() == null) {
      throw Refusals.refused("doer", "refused.required");
    }
    if (!inquiry.doer().equals(before) && !doers(viewer).contains(inquiry.doer())) {
      throw Refusals.refused("doer", "refused.intake-doer");
    }
    row.says(
        inquiry.on(),
        seals.name(row, name),
        seals.phone(row, phone),
        seals.note(row, note),
        inquiry.doer());
  }

  /** Colleagues who can see to it: those who may read entries of intake, the viewer among them. */
  public Set<StaffId> doers(Viewer viewer) {
    return Stream.concat(
            Stream.of(viewer.staff()),
            colleagues.holding(viewer, Intake.READ, null, List.of()).stream())
        .collect(Collectors.toSet());
  }

  /**
   * An agreement is offered, the family waits for a place, or it does not go on.
   *
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void go(Viewer viewer, UUID inquiry, long version, InquiryState next, LocalDate on) {
    change(
        viewer,
        inquiry,
        version,
        "inquiry.step",
        (em, row) -> {
          if (next == null || next == row.state() || next == InquiryState.NEW) {
            throw Refusals.refused("next", "refused.required");
          }
          if (next == InquiryState.ACCEPTED || next == InquiryState.REFUSED) {
            throw Refusals.refused("next", "refused.inquiry-own-form");
          }
          LocalDate day = after(viewer, ON, row, on);
          if (next == InquiryState.WITHDRAWN) {
            InquiryRules.notFiled(em, ON, day);
          }
          row.goes(next, day);
        });
  }

  /**
   * Refuses for exactly one of the reasons of the law, with the places of that day beside it.
   *
   * @throws org.opora.api.faults.Refused beside the field; also when the return on that year is
   *     filed
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void refuse(Viewer viewer, UUID inquiry, long version, Refusal refusal) {
    change(
        viewer,
        inquiry,
        version,
        "inquiry.refused",
        (em, row) -> {
          LocalDate told = after(viewer, "toldOn", row, refusal.toldOn());
          row.refused(
              told, rules.grounds(em, row, "toldOn", told, refusal.ground(), refusal.others()));
        });
  }

  /**
   * The family gets a file: whatever opens it does so in the same transaction. Name and phone are
   * with the person from then on; a first contact behind it goes with it.
   *
   * @param opening the use case that opens the file
   */
  public CaseFileId accept(Viewer viewer, UUID inquiry, Supplier<CaseFileId> opening) {
    return accept(viewer, inquiry, opening, true);
  }

  /**
   * The same for a family that has a file already.
   *
   * @param finding gives the file that is there
   */
  public CaseFileId acceptInto(Viewer viewer, UUID inquiry, Supplier<CaseFileId> finding) {
    return accept(viewer, inquiry, finding, false);
  }

  private CaseFileId accept(
      Viewer viewer, UUID inquiry, Supplier<CaseFileId> opening, boolean founds) {
    return tx.required(
        em -> {
          Inquiry row = held(em, viewer, inquiry);
          CaseFileId file = opening.get();
          String note = seals.note(row);
          row.accepted(file, viewer.today());
          row.noted(note == null ? null : seals.note(row, note));
          reminders.follow(em, viewer, row, row.doer());
          row.brought(founds, withContact(em, viewer, row, file), withProposal(em, row, file));
          audit.wrote(viewer, "inquiry.accepted", List.of(Subject.of(file)), "inquiry=" + row.id());
          return file;
        });
  }

  /** An agreement in preparation there was before is what this inquiry is about: one, not two. */
  private static boolean withProposal(EntityManager em, Inquiry row, CaseFileId file) {
    Optional<Proposal> before = new InquiryQueries(em).open(file).stream().findFirst();
    before.ifPresent(proposal -> proposal.follows(row.id()));
    return before.isPresent();
  }

  private boolean withContact(EntityManager em, Viewer viewer, Inquiry row, CaseFileId file) {
    FirstContact from =
        row.contact() == null ? null : Held.hold(em, FirstContact.class, row.contact());
    boolean goes = from != null && from.file() == null && from.anonymisedOn() == null;
    if (goes) {
      contacts.goesTo(em, viewer, from, file);
    }
    return goes;
  }

  private Inquiry held(EntityManager em, Viewer viewer, UUID inquiry) {
    Inquiry row = Held.hold(em, Inquiry.class, inquiry);
    door.require(viewer, Intake.WRITE, row.file(), row.recordedBy(), row.doer());
    if (!row.state().open()) {
      throw Refusals.refused(null, "refused.inquiry-settled", row.stateOn());
    }
    return row;
  }

  private void change(Viewer viewer, UUID inquiry, long version, String action, Change change) {
    Inquiry seen = tx.read(em -> Held.load(em, Inquiry.class, inquiry));
    door.require(viewer, Intake.WRITE, seen.file(), seen.recordedBy(), seen.doer());
    tx.run(
        em -> {
          Inquiry row = Held.hold(em, Inquiry.class, inquiry);
          Refusals.fresh(row.version(), version);
          if (!row.state().open()) {
            throw Refusals.refused(null, "refused.inquiry-settled", row.stateOn());
          }
          StaffId before = row.doer();
          change.to(em, row);
          reminders.follow(em, viewer, row, before);
          wrote(viewer, action, row);
        });
  }

  private static LocalDate after(Viewer viewer, String field, Inquiry row, LocalDate on) {
    InquiryRules.past(viewer, field, on);
    if (on.isBefore(row.stateOn())) {
      throw Refusals.refused(field, "refused.inquiry-after", row.stateOn());
    }
    return on;
  }

  private void wrote(Viewer viewer, String action, Inquiry row) {
    audit.wrote(
        viewer,
        action,
        row.file() == null ? List.of() : List.of(Subject.of(row.file())),
        "inquiry=" + row.id());
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  public InquiryLine view(Viewer viewer, UUID inquiry) {
    return tx.read(
        em -> {
          Inquiry row = Held.load(em, Inquiry.class, inquiry);
          door.require(viewer, Intake.READ, row.file(), row.recordedBy(), row.doer());
          return lines.one(em, row);
        });
  }

  /**
   * The newest first; the waiting list by the day since when they wait.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<InquiryLine> list(Viewer viewer, Which which, String after, int limit) {
    access.require(viewer, Intake.READ);
    return tx.read(
        em -> {
          Page<Inquiry> page =
              new InquiryQueries(em)
                  .page(
                      access.scope(viewer, Intake.READ),
                      access.scope(viewer, CaseFiles.READ),
                      which,
                      after,
                      Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines.many(em, page.items()), page.next());
        });
  }

  /** Places and agreements on the day. */
  public Capacity capacity(Viewer viewer, LocalDate day) {
    access.require(viewer, Intake.READ);
    return tx.read(em -> InquiryRules.capacity(em, day));
  }

  /** The inquiry that came of a first contact, when the viewer may know of it; null otherwise. */
  public UUID of(Viewer viewer, UUID contact) {
    access.require(viewer, Intake.READ);
    return tx.read(
        em ->
            new InquiryQueries(em)
                .of(contact)
                .filter(row -> sees(viewer, row))
                .map(Inquiry::id)
                .orElse(null));
  }

  private boolean sees(Viewer viewer, Inquiry row) {
    return row.file() == null
        ? viewer.reach(Intake.READ) == Reach.ALL
            || viewer.staff().equals(row.recordedBy())
            || viewer.staff().equals(row.doer())
        : access.decide(viewer, CaseFiles.READ, Subject.of(row.file())).allowed();
  }

  /** What is done to an inquiry whose row is held. */
  @FunctionalInterface
  private interface Change {
    void to(EntityManager em, Inquiry row);
  }
}
