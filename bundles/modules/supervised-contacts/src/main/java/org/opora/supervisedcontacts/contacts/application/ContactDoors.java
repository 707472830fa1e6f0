package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.people.People;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.shared.application.ContactDoor;

/**
 * Who may have to do with a contact: what changes the event is for those who may do so for each of
 * its children, so that nobody decides for a family behind the back of those who know it.
 */
record ContactDoors(ContactDoor door) {
  ContactDoors(Access access, People people) {
    this(new ContactDoor(access, people));
  }

  /**
   * A contact with all that belongs to it, held until the end of the transaction: whoever else
   * decides on it waits, so that the second one sees what the first did.
   */
  record Held(
      Contact contact,
      List<ContactChild> children,
      List<Attendance> attendance,
      List<AttendsAs> named) {}

  /**
   * @throws NotFound when the viewer may not know of one of its children
   */
  Held hold(EntityManager em, Viewer viewer, String permission, ContactId id) {
    Contact contact = em.find(Contact.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (contact == null) {
      throw new NotFound();
    }
    OneContact of = new OneContact(em);
    Held held = new Held(contact, of.children(id), of.attendance(id), of.named(id));
    require(viewer, permission, held.children());
    return held;
  }

  void require(Viewer viewer, String permission, Collection<ContactChild> children) {
    children.forEach(child -> door.require(viewer, permission, child.whose()));
  }

  void requirePlans(Viewer viewer, String permission, Collection<ContactPlan> plans) {
    plans.forEach(
        plan -> door.require(viewer, permission, plan.caseFile(), plan.childFile(), plan.child()));
  }
}
