package org.opora.supervisedcontacts.meeting.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.meeting.domain.MeetingStep;

/** What is asked of meetings. */
public record MeetingQueries(EntityManager em) {
  /** Contacts of a facilitator that begin or end between these moments, the first one first. */
  public List<Contact> around(UUID facilitator, Instant from, Instant until) {
    return em.createQuery(
            "SELECT c FROM Contact c WHERE c.facilitator = :facilitator AND c.start <= :until"
                + " AND c.end >= :from AND c.state IN :states ORDER BY c.start, c.id",
            Contact.class)
        .setParameter("facilitator", facilitator)
        .setParameter("from", from)
        .setParameter("until", until)
        .setParameter(
            "states", List.of(ContactState.PLANNED, ContactState.HELD, ContactState.STOPPED))
        .getResultList();
  }

  /** Of these children of contacts, in the order in which they happened. */
  public List<MeetingStep> steps(Collection<UUID> contactChildren) {
    return contactChildren.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT s FROM MeetingStep s WHERE s.contactChild IN :children"
                    + " ORDER BY s.at, s.id",
                MeetingStep.class)
            .setParameter("children", contactChildren)
            .getResultList();
  }

  /** Of a child, under each of these keys. */
  public List<MeetingStep> ofChild(Collection<UUID> children) {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT s FROM MeetingStep s WHERE s.child IN :children ORDER BY s.at, s.id",
                MeetingStep.class)
            .setParameter("children", children)
            .getResultList();
  }
}
