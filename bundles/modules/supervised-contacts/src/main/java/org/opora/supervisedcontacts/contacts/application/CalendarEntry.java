package org.opora.supervisedcontacts.contacts.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Joint;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Span;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;

/**
 * A contact as the calendar of the house takes it: everybody whom the registry knows is there by
 * key, so that nobody is in two places and people who must not meet do not; all others are guests.
 * It is about each of its children, so that whoever has to do with one of them sees what it is.
 */
record CalendarEntry(Messages messages) {
  /** Code of the kind in the calendar. */
  static final String KIND = "supervised-contact";

  /**
   * @param plans one for each child
   * @param met whom the children meet; null for each whom the registry does not know
   */
  private record Wanted(
      ContactId contact,
      List<ContactPlan> plans,
      Slot slot,
      Place place,
      StaffId facilitator,
      List<PersonId> met,
      UUID series) {}

  /** One that is there. */
  Booking of(Contact contact, List<ContactPlan> plans, List<Joint> expected) {
    Span span = contact.span();
    Slot slot = new Slot(span.start(), span.end());
    return booking(wanted(contact.id(), plans, slot, expected, contact.place(), contact));
  }

  /** One that is wished for. */
  Booking of(ContactId id, NewContact wanted, List<ContactPlan> plans, List<Joint> expected) {
    Contact contact = new Contact(id, wanted.form(), wanted.series(), wanted.insteadOf());
    contact.assistedBy(wanted.facilitator());
    return booking(wanted(id, plans, wanted.slot(), expected, wanted.place(), contact));
  }

  private static Wanted wanted(
      ContactId id,
      List<ContactPlan> plans,
      Slot slot,
      List<Joint> expected,
      Place place,
      Contact contact) {
    return new Wanted(
        id,
        plans,
        slot,
        place,
        contact.facilitator(),
        expected.stream().map(Joint::person).toList(),
        contact.series());
  }

  private Booking booking(Wanted wanted) {
    List<Attendee> attendees = new ArrayList<>();
    attendees.add(Attendee.of(wanted.facilitator()));
    Set<PersonId> once = new HashSet<>();
    Stream.concat(
            wanted.plans().stream().map(ContactPlan::child),
            wanted.met().stream().filter(Objects::nonNull))
        .filter(once::add)
        .map(Attendee::of)
        .forEach(attendees::add);
    return new Booking(
        what(wanted),
        wanted.slot(),
        where(wanted.place()),
        attendees,
        strangers(wanted.met()),
        wanted.series());
  }

  private Booking.What what(Wanted wanted) {
    List<Booking.About> children =
        wanted.plans().stream()
            .map(plan -> new Booking.About(Subject.of(plan.childFile()), plan.caseFile()))
            .distinct()
            .toList();
    return new Booking.What(
        SupervisedContactsModule.ID,
        KIND,
        wanted.contact().value(),
        children.get(0).subject(),
        children.get(0).file(),
        children.subList(1, children.size()),
        SupervisedContactsModule.READ,
        messages.title("calendar.contact"),
        SupervisedContactsModule.HOME + "/contacts/" + wanted.contact());
  }

  private static Where where(Place place) {
    return place.inTheHouse() ? Where.in(place.room()) : Where.elsewhere(place.wayMinutes());
  }

  private static int strangers(Collection<PersonId> met) {
    return (int) met.stream().filter(Objects::isNull).count();
  }
}
