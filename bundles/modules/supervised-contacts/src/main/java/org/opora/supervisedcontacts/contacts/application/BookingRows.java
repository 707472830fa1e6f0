package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Span;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.shared.application.SealedTexts;

/** Rows of a contact as it is booked: its children and whom they are to meet. */
record BookingRows(SealedTexts sealed) {
  /** When and where it is, for all of its children. */
  static void takes(Contact contact, List<ContactChild> children, Span span, Place place) {
    contact.takes(span, place);
    children.forEach(child -> child.takes(span));
  }

  List<ContactChild> children(
      EntityManager em, Contact contact, List<ContactPlan> plans, String placeWords) {
    List<ContactChild> children = new ArrayList<>();
    for (ContactPlan plan : plans) {
      ContactChild child = new ContactChild(ContactChildId.next(), contact, plan);
      child.takes(contact.span());
      words(child, contact, placeWords);
      em.persist(child);
      children.add(child);
    }
    em.flush();
    return children;
  }

  /** More about the place: each child's under its own key. */
  void words(ContactChild child, Contact contact, String placeWords) {
    String words = contact.place().inTheHouse() ? null : placeWords;
    child.isAt(sealed.seal(child.childFile(), SealedTexts.PLACE, child.id().value(), words));
  }
}
