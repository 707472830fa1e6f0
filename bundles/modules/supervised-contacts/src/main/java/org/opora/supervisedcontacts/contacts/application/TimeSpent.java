package org.opora.supervisedcontacts.contacts.application;

import java.util.List;
import org.opora.api.text.Messages;
import org.opora.api.time.Spent;
import org.opora.api.time.StaffTime;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;

/**
 * What a contact took from its facilitator, also one that did not take place: for the sheet of
 * their month. It stands in the work for the family of the first child.
 */
record TimeSpent(StaffTime time, Messages messages) {
  void of(Contact contact, List<ContactChild> children) {
    time.put(SupervisedContactsModule.ID, contact.id().value(), spent(contact, children.get(0)));
  }

  private List<Spent> spent(Contact contact, ContactChild child) {
    if (contact.state().tookPlace()) {
      return List.of(
          line(contact, child, "calendar.contact")
              .lasting(contact.minutes())
              .travelling(way(contact), null));
    }
    StaffEffort effort = contact.effort();
    return effort.nothing()
        ? List.of()
        : List.of(
            line(contact, child, "timeline." + contact.state())
                .lasting(effort.minutes())
                .travelling(null, effort.kilometres()));
  }

  private Spent line(Contact contact, ContactChild child, String title) {
    return Spent.of(
            contact.facilitator(), contact.span().day(), Contacts.EVIDENCE, messages.title(title))
        .in(child.caseFile())
        .about(child.child())
        .written(SupervisedContactsModule.HOME + "/contacts/" + contact.id());
  }

  /** There and back; null in the house. */
  private static Integer way(Contact contact) {
    boolean none = contact.place().inTheHouse() || contact.place().wayMinutes() == 0;
    return none ? null : 2 * contact.place().wayMinutes();
  }
}
