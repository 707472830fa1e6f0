package org.opora.supervisedcontacts.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.domain.Contact;
import org.opora.supervisedcontacts.domain.ContactPlan;
import org.opora.supervisedcontacts.domain.ContactRecord;
import org.opora.supervisedcontacts.domain.PlanPerson;

/**
 * What the tables hold about a child, under every key.
 *
 * @param children keys of the child
 */
public record PersonQueries(EntityManager em, Collection<UUID> children) {
  public PersonQueries {
    children = List.copyOf(children);
  }

  /** From the earliest. */
  public List<ContactPlan> plans() {
    return of("SELECT p FROM ContactPlan p WHERE p.child IN :children ORDER BY p.validFrom, p.id");
  }

  /** From the earliest. */
  public List<Contact> contacts() {
    return of("SELECT c FROM Contact c WHERE c.child IN :children ORDER BY c.start, c.id");
  }

  /** What was observed at these contacts. */
  public List<ContactRecord> records() {
    return of(
        "SELECT r FROM ContactRecord r JOIN Contact c ON c.id = r.contact"
            + " WHERE c.child IN :children");
  }

  /** Whom the plans name. */
  public List<PlanPerson> named() {
    return of(
        "SELECT n FROM PlanPerson n JOIN ContactPlan p ON p.id = n.plan"
            + " WHERE p.child IN :children");
  }

  public long count() {
    return children.isEmpty()
        ? 0
        : counted("SELECT COUNT(p.id) FROM ContactPlan p WHERE p.child IN :children")
            + counted("SELECT COUNT(c.id) FROM Contact c WHERE c.child IN :children");
  }

  private long counted(String query) {
    return em.createQuery(query, Long.class).setParameter("children", children).getSingleResult();
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> of(String query) {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(query).setParameter("children", children).getResultList();
  }
}
