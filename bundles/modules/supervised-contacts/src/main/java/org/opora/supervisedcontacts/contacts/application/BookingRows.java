package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.ids.Ids;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.Joint;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Span;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
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

  /** Whom the children are to meet, each once, however many plans name them. */
  static void invite(
      EntityManager em, Contact contact, List<ContactChild> children, List<Joint> expected) {
    Map<PlanId, ContactChildId> byPlan =
        children.stream().collect(Collectors.toMap(ContactChild::plan, ContactChild::id));
    for (Joint one : expected) {
      Attendance attendance = new Attendance(Ids.next(), contact.id(), one.person());
      em.persist(attendance);
      em.flush();
      for (PlanPerson as : one.as()) {
        em.persist(new AttendsAs(attendance, byPlan.get(as.plan()), as.id()));
      }
    }
  }
}
