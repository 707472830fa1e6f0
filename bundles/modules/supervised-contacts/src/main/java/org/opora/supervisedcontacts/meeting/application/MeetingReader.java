package org.opora.supervisedcontacts.meeting.application;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Comings;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.meeting.application.MeetingView.Guest;
import org.opora.supervisedcontacts.meeting.application.MeetingView.Step;
import org.opora.supervisedcontacts.meeting.domain.MeetingStep;
import org.opora.supervisedcontacts.meeting.domain.OpenHours;
import org.opora.supervisedcontacts.meeting.persistence.MeetingQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Meetings as pages show them. */
@Component(service = MeetingReader.class)
public final class MeetingReader {
  /** No contact is longer; so far back it is looked for what still goes on. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final ContactDoor door;
  private final ContactViews contacts;
  private final Comings comings;
  private final MeetingFigures figures;

  @Activate
  public MeetingReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference ContactViews contacts,
      @Reference Comings comings,
      @Reference Settings settings) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.contacts = contacts;
    this.comings = comings;
    this.figures = new MeetingFigures(settings);
  }

  /** A meeting that goes on now, or is about to. */
  public record Running(ContactId contact, Instant from, Instant until) {}

  /** Those of the viewer, the first one first. */
  public List<Running> running(Viewer viewer) {
    OpenHours hours = figures.hours(viewer.today());
    Instant now = viewer.now();
    return transactions.read(
        em -> {
          List<Contact> mine =
              new MeetingQueries(em)
                      .around(
                          viewer.staff().value(),
                          now.minus(LONGEST).minus(hours.margin()),
                          now.plus(hours.margin()))
                      .stream()
                      .filter(contact -> hours.open(contact, now))
                      .toList();
          Set<UUID> seen = seen(em, viewer, mine);
          return mine.stream()
              .filter(contact -> seen.contains(contact.id().value()))
              .map(one -> new Running(one.id(), one.span().start(), one.span().end()))
              .toList();
        });
  }

  private Set<UUID> seen(EntityManager em, Viewer viewer, List<Contact> contacts) {
    return ContactQueries.these(
            em,
            access.scope(viewer, SupervisedContactsModule.RECORD),
            contacts.stream().map(contact -> contact.id().value()).toList())
        .stream()
        .map(ContactRow::id)
        .collect(Collectors.toSet());
  }

  /**
   * One meeting.
   *
   * @throws NotFound when the viewer may not know of it, or not write it down
   */
  public MeetingView view(Viewer viewer, ContactId id) {
    ContactView contact = contacts.view(viewer, id);
    List<Text> warnings = warnings(viewer, id);
    return transactions.read(
        em -> {
          Contact event = em.find(Contact.class, id.value());
          OneContact of = new OneContact(em);
          Map<UUID, ContactChild> children =
              of.children(id).stream()
                  .filter(one -> contact.part(one.id()) != null)
                  .collect(Collectors.toMap(ContactChild::key, Function.identity()));
          children
              .values()
              .forEach(one -> door.require(viewer, SupervisedContactsModule.RECORD, one.whose()));
          return new MeetingView(
              contact,
              warnings,
              guests(contact, children, of.attendance(id), asWhom(of, id)),
              steps(contact, new MeetingQueries(em).steps(children.keySet())),
              event.facilitator().equals(viewer.staff()),
              figures.hours(event.span().day()).open(event, viewer.now()),
              event.beganAt(),
              event.endedAt());
        });
  }

  /** Contacts from before the calendar are in no book. */
  private List<Text> warnings(Viewer viewer, ContactId id) {
    try {
      return comings.around(viewer, SupervisedContactsModule.ID, id.value(), viewer.now()).stream()
          .map(Comings.Encounter::text)
          .toList();
    } catch (NotFound inNoBook) {
      return List.of();
    }
  }

  /** Key of the attendance by that of whom a plan names. */
  private static Map<UUID, UUID> asWhom(OneContact of, ContactId id) {
    Map<UUID, UUID> as = new HashMap<>();
    of.named(id).forEach(one -> as.put(one.planPerson().value(), one.attendance()));
    return as;
  }

  private static List<Guest> guests(
      ContactView contact,
      Map<UUID, ContactChild> children,
      Collection<Attendance> attendance,
      Map<UUID, UUID> asWhom) {
    Map<UUID, Attendance> byKey =
        attendance.stream().collect(Collectors.toMap(Attendance::id, Function.identity()));
    List<Guest> guests = new ArrayList<>();
    for (ContactView.Part part : contact.children()) {
      ContactChild child = children.get(part.row().key());
      guests.add(
          new Guest(
              "child." + part.id(),
              part.id(),
              part.name() == null ? null : part.name().spoken(),
              null,
              false,
              false,
              child.cameAt(),
              child.leftAt()));
    }
    for (ContactView.Met met : contact.people()) {
      Attendance one = byKey.get(asWhom.get(met.id().value()));
      guests.add(
          new Guest(
              "person." + met.id(),
              null,
              met.name(),
              met.kin(),
              met.forbidden(),
              met.together(),
              one.cameAt(),
              one.leftAt()));
    }
    return guests;
  }

  /** What was written of several children at once stands once, with the names of those. */
  private List<Step> steps(ContactView contact, List<MeetingStep> rows) {
    Map<Object, List<MeetingStep>> together = new LinkedHashMap<>();
    for (MeetingStep row : rows) {
      together
          .computeIfAbsent(List.of(row.at(), row.kind(), words(row)), one -> new ArrayList<>())
          .add(row);
    }
    return together.values().stream()
        .map(
            same ->
                new Step(
                    same.get(0).at(),
                    same.get(0).kind(),
                    open(same.get(0)),
                    same.size() == contact.children().size() ? List.of() : about(contact, same)))
        .toList();
  }

  private static List<String> about(ContactView contact, List<MeetingStep> same) {
    return same.stream()
        .map(row -> contact.part(row.contactChild()).name())
        .filter(Objects::nonNull)
        .map(PersonName::spoken)
        .toList();
  }

  private String words(MeetingStep row) {
    return Objects.requireNonNullElse(open(row), "");
  }

  private String open(MeetingStep row) {
    return sealed.open(row.childFile(), MeetingDesk.WORDS, row.key(), row.words());
  }

  /**
   * What was written down of one child while the contact went on, for its report.
   *
   * @param began null when nobody wrote down when it began, as {@code ended}
   * @param came null when nobody wrote down when the child came, as {@code left}
   */
  public record OfChild(
      Instant began, Instant ended, Instant came, Instant left, List<Step> steps) {
    public OfChild {
      steps = List.copyOf(steps);
    }
  }

  /**
   * @throws NotFound when the viewer may not know of it, or not write it down
   */
  public OfChild ofChild(Viewer viewer, ContactChildId id) {
    return transactions.read(
        em -> {
          ContactChild child = em.find(ContactChild.class, id.value());
          if (child == null) {
            throw new NotFound();
          }
          door.require(viewer, SupervisedContactsModule.RECORD, child.whose());
          Contact contact = em.find(Contact.class, child.contact().value());
          List<Step> steps =
              new MeetingQueries(em)
                  .steps(List.of(id.value())).stream()
                      .map(row -> new Step(row.at(), row.kind(), open(row), List.of()))
                      .toList();
          return new OfChild(
              contact.beganAt(), contact.endedAt(), child.cameAt(), child.leftAt(), steps);
        });
  }
}
