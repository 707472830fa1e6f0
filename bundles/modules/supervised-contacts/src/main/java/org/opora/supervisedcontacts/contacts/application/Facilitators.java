package org.opora.supervisedcontacts.contacts.application;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;

/**
 * Who assists at contacts: somebody who can sign in and write down what was observed, and from whom
 * no wall keeps a child of the contact.
 */
record Facilitators(Colleagues colleagues, Staff staff, ContactDoor door) {
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
   * That the facilitator may write down what is observed of these children. Asked after the contact
   * has brought them together: before, nothing but the contact could say so.
   *
   * @throws org.opora.api.faults.Refused when they cannot sign in, may not write down contacts, or
   *     are kept from one of the children
   */
  void require(Viewer viewer, Contact contact, Collection<ContactChild> children) {
    for (ContactChild child : children) {
      if (!able(child, viewer.today()).contains(contact.facilitator())) {
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
}
