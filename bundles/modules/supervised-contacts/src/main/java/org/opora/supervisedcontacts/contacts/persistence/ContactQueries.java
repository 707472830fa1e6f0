package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.TimeSlot;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.rooms.domain.Room;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/** Everything the module asks its tables. Lists are scoped, ordered by a key and cut by it. */
public final class ContactQueries {
  private static final String CONTACT_ROW =
      "NEW org.opora.supervisedcontacts.contacts.persistence.ContactRow(c.id, c.version, c.plan, c.caseFile,"
          + " c.childFile, c.child, c.room, r.name, c.facilitator, c.start, c.end, c.state,"
          + " c.cancelledBy, c.toldAt)";

  private ContactQueries() {}

  /** Contacts of these sub-files, newest first. */
  public static List<ContactRow> contactsOf(
      EntityManager em, Scope scope, Collection<UUID> childFiles, int limit) {
    if (scope.empty() || childFiles.isEmpty()) {
      return List.of();
    }
    TypedQuery<ContactRow> query =
        em.createQuery(
            "SELECT DISTINCT "
                + CONTACT_ROW
                + " FROM "
                + scope.from("Contact", "c", "childFile")
                + " JOIN Room r ON r.id = c.room WHERE "
                + ChildScope.where(scope, "c")
                + " AND c.childFile IN :files ORDER BY c.start DESC, c.id",
            ContactRow.class);
    return scope.bind(query).setParameter("files", childFiles).setMaxResults(limit).getResultList();
  }

  /**
   * Contacts from this moment on (or, when {@code past}, before it), the nearest first; continued
   * behind the cursor.
   */
  public static List<ContactRow> around(
      EntityManager em, Scope scope, boolean past, Instant from, Contact after, int limit) {
    if (scope.empty()) {
      return List.of();
    }
    String way = past ? " DESC" : "";
    String behind =
        past
            ? " AND (c.start < :start OR (c.start = :start AND c.id < :id))"
            : " AND (c.start > :start OR (c.start = :start AND c.id > :id))";
    TypedQuery<ContactRow> query =
        em.createQuery(
            "SELECT DISTINCT "
                + CONTACT_ROW
                + " FROM "
                + scope.from("Contact", "c", "childFile")
                + " JOIN Room r ON r.id = c.room WHERE "
                + ChildScope.where(scope, "c")
                + (past ? " AND c.start < :from" : " AND c.start >= :from")
                + (after == null ? "" : behind)
                + " ORDER BY c.start"
                + way
                + ", c.id"
                + way,
            ContactRow.class);
    scope.bind(query).setParameter("from", from);
    if (after != null) {
      query.setParameter("start", after.slot().start()).setParameter("id", after.id().value());
    }
    return query.setMaxResults(limit).getResultList();
  }

  public static ContactRow contact(EntityManager em, UUID contact) {
    return em.createQuery(
            "SELECT "
                + CONTACT_ROW
                + " FROM Contact c JOIN Room r ON r.id = c.room WHERE c.id = :id",
            ContactRow.class)
        .setParameter("id", contact)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Those of these contacts that the scope reaches, in no order. */
  public static List<ContactRow> these(EntityManager em, Scope scope, Collection<UUID> contacts) {
    if (scope.empty() || contacts.isEmpty()) {
      return List.of();
    }
    TypedQuery<ContactRow> query =
        em.createQuery(
            "SELECT DISTINCT "
                + CONTACT_ROW
                + " FROM "
                + scope.from("Contact", "c", "childFile")
                + " JOIN Room r ON r.id = c.room WHERE "
                + ChildScope.where(scope, "c")
                + " AND c.id IN :contacts",
            ContactRow.class);
    return scope.bind(query).setParameter("contacts", contacts).getResultList();
  }

  /**
   * Contacts not cancelled that overlap the slot and use one of these resources. The caller holds
   * their locks.
   *
   * @param child every key of the child
   */
  public static List<ContactRow> clashes(
      EntityManager em, TimeSlot slot, UUID room, UUID facilitator, Collection<UUID> child) {
    return em.createQuery(
            "SELECT "
                + CONTACT_ROW
                + " FROM Contact c JOIN Room r ON r.id = c.room WHERE c.state <> :cancelled AND"
                + " c.start > :reach AND c.start < :end AND c.end > :start AND (c.room = :room OR"
                + " c.facilitator = :facilitator OR c.child IN :child) ORDER BY c.start",
            ContactRow.class)
        .setParameter("cancelled", ContactState.CANCELLED)
        .setParameter("reach", slot.start().minus(TimeSlot.LONGEST))
        .setParameter("start", slot.start())
        .setParameter("end", slot.end())
        .setParameter("room", room)
        .setParameter("facilitator", facilitator)
        .setParameter("child", child)
        .getResultList();
  }

  /** The contact of the plan that starts last, cancelled ones left out; null when there is none. */
  public static ContactRow lastOfPlan(EntityManager em, UUID plan) {
    return em.createQuery(
            "SELECT "
                + CONTACT_ROW
                + " FROM Contact c JOIN Room r ON r.id = c.room WHERE c.plan = :plan"
                + " AND c.state <> :cancelled ORDER BY c.start DESC, c.id DESC",
            ContactRow.class)
        .setParameter("plan", plan)
        .setParameter("cancelled", ContactState.CANCELLED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Planned contacts with people whom the plan forbids by now, the nearest first. */
  public static List<ContactRow> bookedAgainstPlan(EntityManager em, UUID plan) {
    return em.createQuery(
            "SELECT DISTINCT "
                + CONTACT_ROW
                + " FROM Contact c JOIN Room r ON r.id = c.room JOIN Attendance a ON a.contact ="
                + " c.id JOIN PlanPerson p ON p.id = a.planPerson WHERE c.plan = :plan AND c.state"
                + " = :planned AND p.standing = :forbidden ORDER BY c.start, c.id",
            ContactRow.class)
        .setParameter("plan", plan)
        .setParameter("planned", ContactState.PLANNED)
        .setParameter("forbidden", Standing.FORBIDDEN)
        .getResultList();
  }

  /** Whether a wall stands that day between this member of staff and one of these subjects. */
  public static boolean walled(
      EntityManager em, UUID staff, Collection<UUID> subjects, LocalDate day) {
    return em.createQuery(
                "SELECT COUNT(w.id) FROM Wall w WHERE w.staff = :staff AND w.subject IN :subjects"
                    + " AND w.liftedOn IS NULL AND (w.until IS NULL OR w.until >= :day)",
                Long.class)
            .setParameter("staff", staff)
            .setParameter("subjects", subjects)
            .setParameter("day", day)
            .getSingleResult()
        > 0;
  }

  public static List<Attendance> attendance(EntityManager em, UUID contact) {
    return em.createQuery(
            "SELECT a FROM Attendance a WHERE a.contact = :contact ORDER BY a.planPerson",
            Attendance.class)
        .setParameter("contact", contact)
        .getResultList();
  }

  public static List<Room> rooms(EntityManager em) {
    return em.createQuery("SELECT r FROM Room r ORDER BY r.name, r.id", Room.class).getResultList();
  }
}
