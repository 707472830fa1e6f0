package org.opora.supervisedcontacts.meeting.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Comings;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Arrivals;
import org.opora.supervisedcontacts.contacts.application.Cancellations;
import org.opora.supervisedcontacts.contacts.application.Course;
import org.opora.supervisedcontacts.contacts.application.Whom;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.meeting.domain.MeetingStep;
import org.opora.supervisedcontacts.meeting.domain.StepKind;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The facilitator writes down what happens while it happens, in small steps and with one hand. Only
 * whoever assists does so, and only while it is the time of the contact; everything later belongs
 * into the report.
 */
@Component(service = MeetingDesk.class)
public final class MeetingDesk {
  /** Longest note. */
  public static final int TEXT = 2000;

  static final String WORDS = "MEETING_STEP.WORDS_S";

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final Comings comings;
  private final Arrivals arrivals;
  private final Course course;
  private final Cancellations cancellations;
  private final MeetingFigures figures;

  @Activate
  public MeetingDesk(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference Comings comings,
      @Reference Arrivals arrivals,
      @Reference Course course,
      @Reference Cancellations cancellations,
      @Reference Settings settings) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.comings = comings;
    this.arrivals = arrivals;
    this.course = course;
    this.cancellations = cancellations;
    this.figures = new MeetingFigures(settings);
  }

  /**
   * These have come just now; the house knows at once that they are in.
   *
   * @throws org.opora.api.faults.Refused when the viewer does not assist, it is not the time, or
   *     the contact does not take place
   */
  public void arrived(Viewer viewer, ContactId id, Collection<Whom> these) {
    boolean inTheBook = inTheBook(viewer, id);
    transactions.run(
        em -> {
          open(em, viewer, id);
          for (PersonId person : arrivals.came(viewer, id, these, viewer.now())) {
            if (inTheBook) {
              comings.arrived(
                  viewer, SupervisedContactsModule.ID, id.value(), person, viewer.now());
            }
          }
        });
  }

  /** These have left just now; otherwise as {@link #arrived}. */
  public void left(Viewer viewer, ContactId id, Collection<Whom> these) {
    boolean inTheBook = inTheBook(viewer, id);
    transactions.run(
        em -> {
          open(em, viewer, id);
          gone(viewer, id, inTheBook, arrivals.left(viewer, id, these, viewer.now()));
        });
  }

  /** That they came was tapped by mistake; otherwise as {@link #arrived}. */
  public void away(Viewer viewer, ContactId id, Collection<Whom> these) {
    boolean inTheBook = inTheBook(viewer, id);
    transactions.run(
        em -> {
          open(em, viewer, id);
          gone(viewer, id, inTheBook, arrivals.away(viewer, id, these));
        });
  }

  private void gone(Viewer viewer, ContactId id, boolean inTheBook, Set<PersonId> people) {
    if (inTheBook) {
      people.forEach(
          person ->
              comings.left(viewer, SupervisedContactsModule.ID, id.value(), person, viewer.now()));
    }
  }

  /** Contacts from before the calendar are in no book. Asked before anything is written. */
  private boolean inTheBook(Viewer viewer, ContactId id) {
    try {
      comings.around(viewer, SupervisedContactsModule.ID, id.value(), viewer.now());
      return true;
    } catch (NotFound inNoBook) {
      return false;
    }
  }

  /**
   * It begins with those who are there.
   *
   * @param onward how, where a sibling is missing without whom somebody may not meet the others
   * @param because why it goes on all the same; null when nobody said so
   * @throws org.opora.api.faults.Refused as {@link #arrived}; also as {@link Course#begin}
   */
  public void begin(Viewer viewer, ContactId id, Onward onward, Because because) {
    transactions.run(
        em -> {
          open(em, viewer, id);
          course.begin(viewer, id, viewer.now(), onward, because);
        });
  }

  /**
   * A quick note.
   *
   * @param key of the note, given by the page: the same again, because an answer was lost, is
   *     written once
   * @param about children it is about; empty for all who are there
   * @param words may be missing where the kind says enough
   * @throws org.opora.api.faults.Refused as {@link #arrived}; also when words are missing, or too
   *     long
   */
  public void note(
      Viewer viewer,
      ContactId id,
      UUID key,
      StepKind kind,
      Set<ContactChildId> about,
      String words) {
    String said =
        kind.needsWords()
            ? Refusals.words("words", words, TEXT)
            : Refusals.optional("words", words, TEXT);
    transactions.run(
        em -> {
          open(em, viewer, id);
          List<ContactChild> children = about(new OneContact(em).children(id), about);
          write(em, viewer, key, kind, children, said);
        });
  }

  /** Those who are meant; who is not there is meant only when somebody says so. */
  private static List<ContactChild> about(List<ContactChild> children, Set<ContactChildId> about) {
    List<ContactChild> meant =
        children.stream()
            .filter(
                child ->
                    about.isEmpty()
                        ? !Boolean.FALSE.equals(child.present())
                        : about.contains(child.id()))
            .toList();
    if (meant.isEmpty()) {
      throw Refusals.refused("about", "meeting.about-nobody");
    }
    return meant;
  }

  private void write(
      EntityManager em,
      Viewer viewer,
      UUID key,
      StepKind kind,
      List<ContactChild> children,
      String words) {
    for (ContactChild child : children) {
      door.require(viewer, SupervisedContactsModule.RECORD, child.whose());
      UUID row = row(key, child.id());
      if (em.find(MeetingStep.class, row) == null) {
        MeetingStep step = new MeetingStep(row, child, kind, viewer.now(), viewer.staff());
        step.says(sealed.seal(child.childFile(), WORDS, row, words));
        em.persist(step);
        audit.wrote(viewer, "supervised-contacts.note", List.of(Subject.of(child.childFile())));
      }
    }
  }

  private static UUID row(UUID key, ContactChildId child) {
    return UUID.nameUUIDFromBytes((key + "|" + child).getBytes(StandardCharsets.US_ASCII));
  }

  /** It is over. */
  public void end(Viewer viewer, ContactId id) {
    transactions.run(
        em -> {
          open(em, viewer, id);
          course.end(viewer, id, false, viewer.now());
        });
  }

  /**
   * It is stopped before its time.
   *
   * @param key of the note that says why, as in {@link #note}
   * @param why stands in the report of each child that was there
   * @throws org.opora.api.faults.Refused as {@link #arrived}; also when nobody says why
   */
  public void stop(Viewer viewer, ContactId id, UUID key, String why) {
    String said = Refusals.words("why", why, TEXT);
    transactions.run(
        em -> {
          open(em, viewer, id);
          List<ContactChild> children = about(new OneContact(em).children(id), Set.of());
          write(em, viewer, key, StepKind.STOP, children, said);
          course.end(viewer, id, true, viewer.now());
        });
  }

  /**
   * It was waited in vain, by those of whom it is written down that they came.
   *
   * @param waitedMinutes how long
   * @param words what is to be said of it; null for nothing
   * @param effort what it took besides
   * @throws org.opora.api.faults.Refused as {@link #arrived}; also when it has begun, or as {@link
   *     Cancellations#missed}
   */
  public void missed(
      Viewer viewer, ContactId id, int waitedMinutes, String words, StaffEffort effort) {
    transactions.run(
        em -> {
          open(em, viewer, id);
          Contact contact = em.find(Contact.class, id.value());
          if (contact.beganAt() != null) {
            throw Refusals.refused(null, "meeting.has-begun");
          }
          OneContact of = new OneContact(em);
          cancellations.missed(
              viewer,
              id,
              contact.version(),
              new Cancellations.NoShow(
                  there(of.children(id)), came(of, id), waitedMinutes, words, effort));
        });
  }

  private static Set<ContactChildId> there(List<ContactChild> children) {
    return children.stream()
        .filter(child -> Boolean.TRUE.equals(child.present()))
        .map(ContactChild::id)
        .collect(Collectors.toSet());
  }

  private static Set<PlanPersonId> came(OneContact of, ContactId id) {
    Set<UUID> came =
        of.attendance(id).stream()
            .filter(one -> Boolean.TRUE.equals(one.came()))
            .map(Attendance::id)
            .collect(Collectors.toSet());
    return of.named(id).stream()
        .filter(as -> came.contains(as.attendance()))
        .map(AttendsAs::planPerson)
        .collect(Collectors.toSet());
  }

  /** Whether the viewer may write it down now; a contact they may not know of is not there. */
  private void open(EntityManager em, Viewer viewer, ContactId id) {
    Contact contact = em.find(Contact.class, id.value());
    if (contact == null) {
      throw new NotFound();
    }
    new OneContact(em)
        .children(id)
        .forEach(child -> door.require(viewer, SupervisedContactsModule.RECORD, child.whose()));
    if (!contact.facilitator().equals(viewer.staff())) {
      throw Refusals.refused(null, "meeting.not-yours");
    }
    if (!figures.hours(contact.span().day()).open(contact, viewer.now())) {
      throw Refusals.refused(null, "meeting.closed");
    }
  }
}
