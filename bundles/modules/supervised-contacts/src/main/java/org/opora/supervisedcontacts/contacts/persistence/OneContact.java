package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Outcome;

/** The parts of one contact, and what became of those beside it. */
public record OneContact(EntityManager em) {
  /** In one order. */
  public List<ContactChild> children(ContactId contact) {
    return em.createQuery(
            "SELECT k FROM ContactChild k WHERE k.contact = :contact ORDER BY k.id",
            ContactChild.class)
        .setParameter("contact", contact.value())
        .getResultList();
  }

  public List<Attendance> attendance(ContactId contact) {
    return em.createQuery(
            "SELECT a FROM Attendance a WHERE a.contact = :contact ORDER BY a.id", Attendance.class)
        .setParameter("contact", contact.value())
        .getResultList();
  }

  /** As whom they attend. */
  public List<AttendsAs> named(ContactId contact) {
    return em.createQuery(
            "SELECT n FROM AttendsAs n JOIN Attendance a ON a.id = n.attendance"
                + " WHERE a.contact = :contact ORDER BY n.id",
            AttendsAs.class)
        .setParameter("contact", contact.value())
        .getResultList();
  }

  /** Those of a series, in the order of their days. */
  public List<LocalDate> daysOfSeries(UUID series) {
    return em.createQuery(
            "SELECT c.day FROM Contact c WHERE c.series = :series ORDER BY c.day", LocalDate.class)
        .setParameter("series", series)
        .getResultList();
  }

  /** What was observed of its children. */
  public List<ContactRecord> records(ContactId contact) {
    return em.createQuery(
            "SELECT r FROM ContactRecord r JOIN ContactChild k ON k.id = r.contactChild"
                + " WHERE k.contact = :contact",
            ContactRecord.class)
        .setParameter("contact", contact.value())
        .getResultList();
  }

  /** Those of a plan of which something is known, the latest first. */
  public List<Outcome> latest(UUID plan, int most) {
    return em.createQuery(
            "SELECT "
                + Outcomes.OUTCOME
                + " FROM ContactChild k JOIN Contact c ON c.id = k.contact WHERE k.plan = :plan"
                + " AND c.state <> :planned ORDER BY c.start DESC, k.id DESC",
            Outcome.class)
        .setParameter("plan", plan)
        .setParameter("planned", ContactState.PLANNED)
        .setMaxResults(most)
        .getResultList();
  }
}
