package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;

/**
 * The contacts of a person, under every key: as a child, or as somebody whom a child meets.
 *
 * @param people keys of the person
 */
public record ContactsOfChild(EntityManager em, Collection<UUID> people) {
  public ContactsOfChild {
    people = List.copyOf(people);
  }

  /** As a child, from the earliest. */
  public List<ContactRow> contacts() {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT "
                    + ContactQueries.ROW
                    + " FROM ContactChild k JOIN Contact c ON c.id = k.contact"
                    + " WHERE k.child IN :people ORDER BY c.start, k.id",
                ContactRow.class)
            .setParameter("people", people)
            .getResultList();
  }

  public List<ContactChild> children() {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT k FROM ContactChild k WHERE k.child IN :people ORDER BY k.start, k.id",
                ContactChild.class)
            .setParameter("people", people)
            .getResultList();
  }

  /** What was observed of the child. */
  public List<ContactRecord> records() {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM ContactRecord r JOIN ContactChild k ON k.id = r.contactChild"
                    + " WHERE k.child IN :people",
                ContactRecord.class)
            .setParameter("people", people)
            .getResultList();
  }

  /** As somebody whom children met, or were to meet. */
  public List<Attendance> attendances() {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT a FROM Attendance a WHERE a.person IN :people ORDER BY a.id",
                Attendance.class)
            .setParameter("people", people)
            .getResultList();
  }
}
