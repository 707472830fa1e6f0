package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;

/**
 * The contacts of a child, under every key.
 *
 * @param children keys of the child
 */
public record ContactsOfChild(EntityManager em, Collection<UUID> children) {
  public ContactsOfChild {
    children = List.copyOf(children);
  }

  /** From the earliest. */
  public List<Contact> contacts() {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT c FROM Contact c WHERE c.child IN :children ORDER BY c.start, c.id",
                Contact.class)
            .setParameter("children", children)
            .getResultList();
  }

  /** What was observed at these contacts. */
  public List<ContactRecord> records() {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM ContactRecord r JOIN Contact c ON c.id = r.contact"
                    + " WHERE c.child IN :children",
                ContactRecord.class)
            .setParameter("children", children)
            .getResultList();
  }
}
