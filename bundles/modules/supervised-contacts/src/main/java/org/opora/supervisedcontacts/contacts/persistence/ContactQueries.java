package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.FormerRoom;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/**
 * Contacts in lists, each once for every child that the scope reaches: ordered by a key, and cut by
 * it.
 */
public final class ContactQueries {
  static final String ROW =
      "NEW org.opora.supervisedcontacts.contacts.persistence.ContactRow(c.id, c.version, k.id,"
          + " k.plan, k.caseFile, k.childFile, k.child, c.form, c.room, c.place, c.wayMinutes,"
          + " c.facilitator, c.start, c.end, c.day, c.state, c.cancelledBy, c.toldAt, c.missedBy,"
          + " k.present, c.series, c.insteadOf)";

  private static final String ALL =
      "SELECT " + ROW + " FROM ContactChild k JOIN Contact c ON c.id = k.contact WHERE ";

  private ContactQueries() {}

  /** Rooms that were kept here before the house had its own. */
  public static List<FormerRoom> formerRooms(EntityManager em) {
    return em.createQuery("SELECT r FROM FormerRoom r ORDER BY r.id", FormerRoom.class)
        .getResultList();
  }

  /** What this scope reaches, so that only a condition has to follow. */
  static String scoped(Scope scope) {
    return "SELECT DISTINCT "
        + ROW
        + " FROM "
        + scope.from("ContactChild", "k", "childFile")
        + " JOIN Contact c ON c.id = k.contact WHERE "
        + ChildScope.where(scope, "k")
        + " AND ";
  }

  /** Contacts of these sub-files, newest first. */
  public static List<ContactRow> contactsOf(
      EntityManager em, Scope scope, Collection<UUID> childFiles, int limit) {
    if (scope.empty() || childFiles.isEmpty()) {
      return List.of();
    }
    return scope
        .bind(
            em.createQuery(
                scoped(scope) + "k.childFile IN :files ORDER BY c.start DESC, k.id",
                ContactRow.class))
        .setParameter("files", childFiles)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Contacts from this moment on (or, when {@code past}, before it), the nearest first; continued
   * behind the cursor.
   *
   * @param after the last one of the page before; null for the first page
   */
  public static List<ContactRow> around(
      EntityManager em, Scope scope, boolean past, Instant from, ContactRow after, int limit) {
    if (scope.empty()) {
      return List.of();
    }
    String way = past ? " DESC" : "";
    String behind = past ? "<" : ">";
    TypedQuery<ContactRow> query =
        em.createQuery(
            scoped(scope)
                + (past ? "c.start < :from" : "c.start >= :from")
                + (after == null
                    ? ""
                    : " AND (c.start "
                        + behind
                        + " :start OR (c.start = :start AND k.id "
                        + behind
                        + " :key))")
                + " ORDER BY c.start"
                + way
                + ", k.id"
                + way,
            ContactRow.class);
    scope.bind(query).setParameter("from", from);
    if (after != null) {
      query.setParameter("start", after.start()).setParameter("key", after.key());
    }
    return query.setMaxResults(limit).getResultList();
  }

  /** Those of these contacts that the scope reaches, each once for every child it reaches. */
  public static List<ContactRow> these(EntityManager em, Scope scope, Collection<UUID> contacts) {
    if (scope.empty() || contacts.isEmpty()) {
      return List.of();
    }
    return scope
        .bind(
            em.createQuery(
                scoped(scope) + "c.id IN :contacts ORDER BY c.start, k.id", ContactRow.class))
        .setParameter("contacts", contacts)
        .getResultList();
  }

  /** The line with this key, whoever may see it; null when there is none. */
  public static ContactRow line(EntityManager em, UUID key) {
    return one(em.createQuery(ALL + "k.id = :key", ContactRow.class).setParameter("key", key));
  }

  /** All children of these contacts, whoever may see them, in one order. */
  public static List<ContactRow> ofContacts(EntityManager em, Collection<UUID> contacts) {
    return contacts.isEmpty()
        ? List.of()
        : em.createQuery(ALL + "c.id IN :contacts ORDER BY c.start, k.id", ContactRow.class)
            .setParameter("contacts", contacts)
            .getResultList();
  }

  /** The contact of the plan that starts last, cancelled ones left out; null when there is none. */
  public static ContactRow lastOfPlan(EntityManager em, UUID plan) {
    return one(
        em.createQuery(
                ALL + "k.plan = :plan AND c.state <> :cancelled ORDER BY c.start DESC, k.id DESC",
                ContactRow.class)
            .setParameter("plan", plan)
            .setParameter("cancelled", ContactState.CANCELLED)
            .setMaxResults(1));
  }

  /** Planned contacts with people whom the plan forbids by now, the nearest first. */
  public static List<ContactRow> bookedAgainstPlan(EntityManager em, UUID plan) {
    return em.createQuery(
            "SELECT DISTINCT "
                + ROW
                + " FROM ContactChild k JOIN Contact c ON c.id = k.contact JOIN AttendsAs a"
                + " ON a.contactChild = k.id JOIN PlanPerson p ON p.id = a.planPerson"
                + " WHERE k.plan = :plan AND c.state = :planned AND p.standing = :forbidden"
                + " ORDER BY c.start, k.id",
            ContactRow.class)
        .setParameter("plan", plan)
        .setParameter("planned", ContactState.PLANNED)
        .setParameter("forbidden", Standing.FORBIDDEN)
        .getResultList();
  }

  /** Of a plan from the first of these days to the last, in the order of their days. */
  public static List<ContactRow> ofPlan(
      EntityManager em, Scope scope, UUID plan, LocalDate from, LocalDate until) {
    return scope.empty()
        ? List.of()
        : scope
            .bind(
                em.createQuery(
                    scoped(scope)
                        + "k.plan = :plan AND c.day >= :from AND c.day <= :until"
                        + " ORDER BY c.start, k.id",
                    ContactRow.class))
            .setParameter("plan", plan)
            .setParameter("from", from)
            .setParameter("until", until)
            .getResultList();
  }

  /** The contact booked in the place of this one; null when there is none. */
  public static UUID substitute(EntityManager em, UUID contact) {
    return em.createQuery("SELECT c.id FROM Contact c WHERE c.insteadOf = :contact", UUID.class)
        .setParameter("contact", contact)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /**
   * How many contacts hold this place, in the whole centre: also those that were moved into a room
   * since, because they go back to it.
   */
  public static long at(EntityManager em, String place) {
    return em.createQuery("SELECT COUNT(c.id) FROM Contact c WHERE c.place = :place", Long.class)
        .setParameter("place", place)
        .getSingleResult();
  }

  private static ContactRow one(TypedQuery<ContactRow> query) {
    return query.getResultStream().findFirst().orElse(null);
  }
}
