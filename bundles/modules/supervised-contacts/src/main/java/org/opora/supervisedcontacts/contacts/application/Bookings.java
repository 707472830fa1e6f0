package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Slot;
import org.opora.api.choices.Choices;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Joint;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Span;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.risks.application.RiskGate;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts are booked, changed and moved. Each stands in the calendar of the house by the same
 * transaction, or is not written at all: room, facilitator, children and those they meet are in one
 * place only, and people who must not meet do not.
 */
@Component(service = Bookings.class)
public final class Bookings {
  /** Code of the kind in the calendar. */
  public static final String KIND = CalendarEntry.KIND;

  private final Transactions transactions;
  private final Calendar calendar;
  private final RiskGate risks;
  private final AuditTrail audit;
  private final BookingRows rows;
  private final ContactStory story;
  private final ContactDoors doors;
  private final BookingCheck check;
  private final Facilitators facilitators;
  private final FacilitatorReach reach;
  private final Objections objections;
  private final CalendarEntry entry;
  private final Invitations invitations;

  @Activate
  public Bookings(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference Colleagues colleagues,
      @Reference AuditTrail audit,
      @Reference FacilitatorReach reach,
      @Reference People people,
      @Reference Staff staff,
      @Reference CaseFiles files,
      @Reference Calendar calendar,
      @Reference Choices choices,
      @Reference Settings settings,
      @Reference Overrides overrides,
      @Reference RiskGate risks,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.calendar = calendar;
    this.risks = risks;
    this.audit = audit;
    this.rows = new BookingRows(new SealedTexts(keys));
    this.story = new ContactStory(new Story(timeline, messages));
    this.doors = new ContactDoors(access, people);
    this.check = new BookingCheck(people, choices);
    ContactFigures figures = new ContactFigures(settings);
    this.reach = reach;
    this.facilitators = new Facilitators(colleagues, staff, doors.door());
    this.objections = new Objections(files, people, figures, overrides, messages);
    this.entry = new CalendarEntry(messages);
    this.invitations = new Invitations(check);
  }

  /**
   * Books a contact.
   *
   * @param because why it is booked although something speaks against it that yields to a reason;
   *     null when nobody said so. It is kept only where a reason is asked for
   * @throws org.opora.api.faults.Refused beside the field, also when something stands in the way
   */
  public ContactId book(Viewer viewer, NewContact wanted, Because because) {
    return transactions.required(
        em -> {
          List<ContactPlan> plans = plans(em, viewer, wanted);
          Draft draft = check.draft(em, viewer, plans, wanted);
          risks.require(wanted.plans());
          Contact contact =
              new Contact(ContactId.next(), draft.form(), wanted.series(), wanted.insteadOf());
          contact.assistedBy(wanted.facilitator());
          contact.takes(draft.span(), wanted.place());
          goOn(em, viewer, contact.id(), draft, because);
          put(viewer, contact, plans, draft.expected(), because);
          em.persist(contact);
          em.flush();
          List<ContactChild> children = rows.children(em, contact, plans, wanted.placeWords());
          invitations.write(em, contact, children, draft.expected());
          assist(viewer, contact, children);
          wrote(viewer, contact, children, "supervised-contacts.book");
          return contact.id();
        });
  }

  /**
   * Changes when and where it is, who assists and who comes. Its children stay.
   *
   * @throws org.opora.api.faults.Refused as {@link #book}; also when it is not planned any more
   * @throws Stale when somebody else has changed it meanwhile
   */
  public void change(
      Viewer viewer, ContactId id, long version, NewContact wanted, Because because) {
    transactions.run(
        em -> {
          Held held = planned(em, viewer, id);
          Contact contact = held.contact();
          if (contact.version() != version) {
            throw new Stale();
          }
          List<ContactPlan> plans = plansOf(em, held);
          Draft draft = check.draft(em, viewer, plans, wanted);
          requireRisks(plans);
          boolean onTheDay = draft.day().equals(contact.span().day());
          if (!contact.facilitator().equals(wanted.facilitator())) {
            reach.end(viewer, contact, held.children());
          }
          contact.assistedBy(wanted.facilitator());
          BookingRows.takes(contact, held.children(), draft.span(), wanted.place());
          held.children().forEach(child -> rows.words(child, contact, wanted.placeWords()));
          objections.withdraw(id);
          goOn(em, viewer, id, draft, because);
          put(viewer, contact, plans, draft.expected(), because);
          invitations.become(em, held, draft.expected(), onTheDay);
          assist(viewer, contact, held.children());
          wrote(viewer, contact, held.children(), "supervised-contacts.change");
        });
  }

  /**
   * Moves it, with nothing else changed. What it went against before has its reason already.
   *
   * @param room null when it is, or goes back to where it was, outside of the house
   */
  public void move(Viewer viewer, ContactId id, Slot slot, RoomId room, Because because) {
    transactions.run(
        em -> {
          Held held = planned(em, viewer, id);
          Contact contact = held.contact();
          Place where = contact.place().moved(room);
          List<ContactPlan> plans = plansOf(em, held);
          Span span = new Span(slot.start(), slot.end(), day(viewer, slot));
          BookingCheck.covers(plans, span.day());
          check.place(viewer, contact.form(), where, null);
          requireRisks(plans);
          List<Joint> invited = invitations.of(em, held, plans);
          BookingCheck.nobodyForbidden(invited);
          Draft before = draft(plans, contact, invited);
          BookingRows.takes(contact, held.children(), span, where);
          List<Objection> fresh =
              Objection.beside(
                  objections.to(em, viewer, before),
                  objections.to(em, viewer, draft(plans, contact, invited)));
          objections.goneOn(viewer, id, plans.get(0), before.children(), fresh, because);
          put(viewer, contact, plans, invited, because);
          assist(viewer, contact, held.children());
          wrote(viewer, contact, held.children(), "supervised-contacts.move");
        });
  }

  /**
   * What speaks against it, and what is only told: that which yields to nothing first. Nothing is
   * held: another may book a moment later.
   *
   * @param id of a contact that is changed; null for a new one
   * @throws org.opora.api.faults.Refused when it cannot be booked like that whatever is free
   */
  public Against against(Viewer viewer, ContactId id, NewContact wanted) {
    return transactions.read(
        em -> {
          List<ContactPlan> plans = plans(em, viewer, wanted);
          Draft draft = check.draft(em, viewer, plans, wanted);
          List<Collision> collisions =
              calendar.collisions(
                  viewer,
                  entry.of(id == null ? ContactId.next() : id, wanted, plans, draft.expected()));
          return new Against(objections.to(em, viewer, draft), collisions);
        });
  }

  /**
   * @param objections which somebody may go on against who says why
   * @param collisions in the calendar, those that nothing opens first
   */
  public record Against(List<Objection> objections, List<Collision> collisions) {
    public Against {
      objections = List.copyOf(objections);
      collisions = List.copyOf(collisions);
    }

    /** Whether somebody has to say why, or to change something. */
    public boolean stands() {
      return !objections.isEmpty()
          || collisions.stream().anyMatch(one -> one.kind().grade() != Collision.Grade.TOLD);
    }

    public boolean nothing() {
      return objections.isEmpty() && collisions.isEmpty();
    }
  }

  private List<ContactPlan> plans(EntityManager em, Viewer viewer, NewContact wanted) {
    List<ContactPlan> plans =
        wanted.plans().stream().distinct().map(plan -> Plans.find(em, plan)).toList();
    doors.requirePlans(viewer, SupervisedContactsModule.WRITE, plans);
    return plans;
  }

  private Held planned(EntityManager em, Viewer viewer, ContactId id) {
    Held held = doors.hold(em, viewer, SupervisedContactsModule.WRITE, id);
    if (!held.contact().planned()) {
      throw Refusals.refused(null, "book.not-planned");
    }
    return held;
  }

  /** Also of contacts that stand already: what was found since holds for them as well. */
  private void requireRisks(List<ContactPlan> plans) {
    risks.require(plans.stream().map(ContactPlan::id).toList());
  }

  private static Draft draft(List<ContactPlan> plans, Contact contact, List<Joint> invited) {
    return new Draft(
        plans, contact.form(), contact.span(), contact.place(), contact.facilitator(), invited);
  }

  private static List<ContactPlan> plansOf(EntityManager em, Held held) {
    return held.children().stream().map(child -> Plans.find(em, child.plan())).toList();
  }

  private void goOn(
      EntityManager em, Viewer viewer, ContactId contact, Draft draft, Because because) {
    objections.goneOn(
        viewer,
        contact,
        draft.plans().get(0),
        draft.children(),
        objections.to(em, viewer, draft),
        because);
  }

  private void put(
      Viewer viewer,
      Contact contact,
      List<ContactPlan> plans,
      List<Joint> expected,
      Because because) {
    calendar.put(viewer, entry.of(contact, plans, expected), because);
  }

  private static LocalDate day(Viewer viewer, Slot slot) {
    return LocalDate.ofInstant(slot.start(), viewer.zone());
  }

  /** Whoever assists has to do with the children from now on, and may. */
  private void assist(Viewer viewer, Contact contact, List<ContactChild> children) {
    reach.settle(viewer, contact, children);
    facilitators.require(viewer, contact, children);
  }

  private void wrote(Viewer viewer, Contact contact, List<ContactChild> children, String act) {
    audit.wrote(
        viewer, act, children.stream().map(child -> Subject.of(child.childFile())).toList());
    story.tell(viewer, contact, children, "timeline.planned");
  }
}
