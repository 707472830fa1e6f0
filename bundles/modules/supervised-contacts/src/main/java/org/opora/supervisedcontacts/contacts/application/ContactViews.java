package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rooms;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.Safety;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactView.Met;
import org.opora.supervisedcontacts.contacts.application.ContactView.Part;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.ChildTold;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Notice;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One contact as its page shows it to this viewer. */
@Component(service = ContactViews.class)
public final class ContactViews {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final Staff staff;
  private final Safety safety;
  private final Choices choices;
  private final LineReader lines;
  private final ContactFigures figures;

  @Activate
  public ContactViews(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff,
      @Reference Safety safety,
      @Reference Rooms rooms,
      @Reference Choices choices,
      @Reference Settings settings) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.staff = staff;
    this.safety = safety;
    this.choices = choices;
    this.lines = new LineReader(people, staff, rooms, choices);
    this.figures = new ContactFigures(settings);
  }

  /**
   * One contact; what was observed only for those who may read it.
   *
   * @throws NotFound also when the viewer may see none of its children
   */
  public ContactView view(Viewer viewer, ContactId id) {
    return transactions.read(
        em -> {
          List<ContactRow> seen =
              ContactQueries.these(
                  em, access.scope(viewer, SupervisedContactsModule.READ), List.of(id.value()));
          List<ContactRow> all = ContactQueries.ofContacts(em, List.of(id.value()));
          if (all.isEmpty()) {
            throw new NotFound();
          }
          if (seen.isEmpty()) {
            refuse(viewer, all.get(0));
          }
          return view(em, viewer, id, seen, all.size());
        });
  }

  /** The refusal is in the trail as any other. */
  private void refuse(Viewer viewer, ContactRow row) {
    door.require(
        viewer,
        SupervisedContactsModule.READ,
        new CaseFileId(row.caseFile()),
        new ChildFileId(row.childFile()),
        new PersonId(row.child()));
    throw new NotFound();
  }

  private ContactView view(
      EntityManager em, Viewer viewer, ContactId id, List<ContactRow> seen, int all) {
    Contact contact = em.find(Contact.class, id.value());
    OneContact of = new OneContact(em);
    ContactRow row = seen.get(0);
    List<Attendance> attendance = of.attendance(id);
    List<Met> met = met(em, attendance, of.named(id), seen);
    StaffId facilitator = contact.facilitator();
    return new ContactView(
        row,
        staff.names(List.of(facilitator)).get(facilitator),
        lines.places(viewer, List.of(row)).get(row.key()),
        parts(viewer, of, id, seen),
        all - seen.size(),
        met,
        attendance.size() - met.size(),
        contact.onward(),
        contact.beganAt(),
        contact.endedAt(),
        ending(contact),
        ContactQueries.substitute(em, id.value()));
  }

  private ContactView.Ending ending(Contact contact) {
    if (contact.planned() || contact.state().tookPlace()) {
      return null;
    }
    Notice notice =
        contact.state() == ContactState.CANCELLED
            ? Notice.of(contact.toldAt(), contact.span().start())
            : null;
    return new ContactView.Ending(
        notice,
        figures.noticeHours(contact.span().day()),
        contact.waitedMinutes(),
        contact.effort());
  }

  private List<Part> parts(Viewer viewer, OneContact of, ContactId id, List<ContactRow> seen) {
    List<PersonId> keys = seen.stream().map(row -> new PersonId(row.child())).toList();
    Map<PersonId, PersonName> names = people.names(viewer, keys);
    Map<PersonId, List<Safety.Alert>> alerts = safety.alerts(viewer, keys);
    Map<UUID, ContactChild> children =
        of.children(id).stream()
            .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    Map<UUID, ContactRecord> records =
        of.records(id).stream()
            .collect(Collectors.toMap(one -> one.contactChild().value(), Function.identity()));
    Map<StaffId, String> writers =
        staff.names(records.values().stream().map(ContactRecord::writtenBy).toList());
    List<Part> parts = new ArrayList<>();
    for (ContactRow row : seen) {
      PersonId child = new PersonId(row.child());
      parts.add(
          part(
              row,
              names.get(child),
              alerts.getOrDefault(child, List.of()),
              children.get(row.key()),
              door.readsWords(viewer, new ChildFileId(row.childFile())),
              records.get(row.key()),
              writers));
    }
    return parts;
  }

  private Part part(
      ContactRow row,
      PersonName name,
      List<Safety.Alert> alerts,
      ContactChild child,
      boolean mayRead,
      ContactRecord record,
      Map<StaffId, String> writers) {
    ChildFileId file = child.childFile();
    return new Part(
        row,
        child.version(),
        name,
        alerts,
        sealed.open(file, SealedTexts.PLACE, row.key(), child.placeWords()),
        sealed.open(file, SealedTexts.REASON, row.key(), child.reason()),
        told(child, mayRead),
        record == null || !mayRead ? null : observed(record, file, writers));
  }

  private ContactView.ToldView told(ContactChild child, boolean mayRead) {
    ChildTold told = child.told();
    if (told == null) {
      return null;
    }
    String reaction =
        mayRead
            ? sealed.open(
                child.childFile(), SealedTexts.REACTION, child.id().value(), told.reaction())
            : null;
    return new ContactView.ToldView(told.by(), told.at(), told.how(), reaction);
  }

  private ContactView.Observed observed(
      ContactRecord record, ChildFileId file, Map<StaffId, String> writers) {
    UUID row = record.contactChild().value();
    return new ContactView.Observed(
        sealed.open(file, SealedTexts.BEFORE, row, record.before()),
        sealed.open(file, SealedTexts.DURING, row, record.during()),
        sealed.open(file, SealedTexts.AFTER, row, record.after()),
        writers.get(record.writtenBy()),
        record.writtenAt());
  }

  /** Those whom the plan of a child names whom the viewer may see, each once. */
  private List<Met> met(
      EntityManager em, List<Attendance> attendance, List<AttendsAs> named, List<ContactRow> seen) {
    Map<UUID, ContactRow> rows =
        seen.stream().collect(Collectors.toMap(ContactRow::key, Function.identity()));
    Map<UUID, AttendsAs> as = new HashMap<>();
    named.stream()
        .filter(one -> rows.containsKey(one.contactChild().value()))
        .forEach(one -> as.putIfAbsent(one.attendance(), one));
    Map<UUID, PlanPerson> persons =
        PlanQueries.people(em, seen.stream().map(ContactRow::plan).distinct().toList()).stream()
            .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    Choices.Spoken kin = choices.all(Kin.LIST);
    return attendance.stream()
        .filter(one -> as.containsKey(one.id()))
        .map(
            one -> {
              AttendsAs name = as.get(one.id());
              ContactRow row = rows.get(name.contactChild().value());
              return met(one, persons.get(name.planPerson().value()), row, kin);
            })
        .sorted(
            Comparator.comparingInt((Met person) -> kin.place(person.kin().code()))
                .thenComparing(Met::name))
        .toList();
  }

  private Met met(Attendance attendance, PlanPerson person, ContactRow row, Choices.Spoken kin) {
    return new Met(
        person.id(),
        sealed.open(
            new ChildFileId(row.childFile()), SealedTexts.NAME, person.id().value(), person.name()),
        kin.term(person.kin()),
        person.standing() == Standing.FORBIDDEN,
        person.together() != null,
        attendance.came(),
        attendance.met());
  }
}
