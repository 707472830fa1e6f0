package org.opora.supervisedcontacts.contacts.application;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Colleagues;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;

/**
 * Who assists at contacts: somebody who can sign in and write down what was observed, and from whom
 * no wall keeps a child of the contact. They have to do with the children as long as the contact
 * has to be written down.
 */
record Facilitators(
    Colleagues colleagues,
    Relations relations,
    Staff staff,
    ContactDoor door,
    ContactFigures figures) {
  /** Somebody by name. */
  record Colleague(StaffId id, String name) {}

  /** By name. */
  List<Colleague> offered(Viewer viewer) {
    Set<StaffId> all = colleagues.holding(viewer, SupervisedContactsModule.RECORD, null, List.of());
    return staff.names(all).entrySet().stream()
        .map(one -> new Colleague(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparing(Colleague::name, Collator.getInstance(viewer.locale()))
                .thenComparing(one -> one.id().value()))
        .toList();
  }

  /**
   * The facilitator has to do with these children from now on. Whether they may is asked after it:
   * before, nothing but the contact could say so.
   *
   * @throws org.opora.api.faults.Refused when they cannot sign in, may not write down contacts, or
   *     are kept from one of the children
   */
  void give(Viewer viewer, Contact contact, Collection<ContactChild> children) {
    LocalDate today = viewer.today();
    LocalDate day = contact.span().day();
    // A contact that is entered late has still to be written down.
    LocalDate until = (day.isBefore(today) ? today : day).plusDays(figures.daysToWrite(day));
    for (ContactChild child : children) {
      for (Subject subject : subjects(child)) {
        relations.grant(
            contact.facilitator(),
            subject,
            RelationKind.FACILITATOR,
            today,
            until,
            origin(contact.id()));
      }
      if (!able(child, today).contains(contact.facilitator())) {
        throw Refusals.refused("staff", "book.facilitator.not-able");
      }
    }
  }

  private Set<StaffId> able(ContactChild child, LocalDate day) {
    return colleagues.able(
        SupervisedContactsModule.RECORD,
        Subject.of(child.childFile()),
        door.around(child.whose()),
        day);
  }

  /** The contact does not take place: whoever was to assist sees so until the end of the day. */
  void end(Viewer viewer, Contact contact, Collection<ContactChild> children) {
    for (ContactChild child : children) {
      for (Subject subject : subjects(child)) {
        relations.end(subject, RelationKind.FACILITATOR, origin(contact.id()), viewer.today());
      }
    }
  }

  private static List<Subject> subjects(ContactChild child) {
    return List.of(Subject.of(child.childFile()), Subject.of(child.child()));
  }

  /** Who says that the facilitator has to do with the child. */
  static String origin(ContactId contact) {
    return SupervisedContactsModule.ID + ":" + contact;
  }
}
