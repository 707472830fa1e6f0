package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.contacts.domain.ContactState;

/**
 * The contacts that are nearest to now among those of somebody, as far as the scope reaches. One
 * question for each way in which somebody has to do with them, because each has an index of its
 * own.
 *
 * @param people keys of the person, as a child or as whom a child meets
 * @param childFiles sub-files of the children in whose lives they are
 */
public record ContactsAround(
    EntityManager em, Scope scope, Collection<UUID> people, Collection<UUID> childFiles) {

  /** The next one that is planned; null when there is none. */
  public ContactRow next(Instant now) {
    return nearest(
        "c.start >= :now AND c.state = :planned ORDER BY c.start, k.id", now, true, earliest());
  }

  /** The last one that has begun, whatever became of it; null when there is none. */
  public ContactRow last(Instant now) {
    return nearest(
        "c.start < :now ORDER BY c.start DESC, k.id DESC", now, false, earliest().reversed());
  }

  private static Comparator<ContactRow> earliest() {
    return Comparator.comparing(ContactRow::start).thenComparing(ContactRow::key);
  }

  private ContactRow nearest(
      String which, Instant now, boolean planned, Comparator<ContactRow> order) {
    if (scope.empty()) {
      return null;
    }
    return Stream.of(
            first(people, "k.child IN :whose AND " + which, now, planned),
            first(
                people,
                "EXISTS (SELECT a.id FROM Attendance a WHERE a.contact = c.id"
                    + " AND a.person IN :whose) AND "
                    + which,
                now,
                planned),
            first(childFiles, "k.childFile IN :whose AND " + which, now, planned))
        .flatMap(Optional::stream)
        .min(order)
        .orElse(null);
  }

  private Optional<ContactRow> first(
      Collection<UUID> whose, String which, Instant now, boolean planned) {
    if (whose.isEmpty()) {
      return Optional.empty();
    }
    TypedQuery<ContactRow> query =
        em.createQuery(ContactQueries.scoped(scope) + which, ContactRow.class)
            .setParameter("whose", whose)
            .setParameter("now", now);
    if (planned) {
      query.setParameter("planned", ContactState.PLANNED);
    }
    return scope.bind(query).setMaxResults(1).getResultStream().findFirst();
  }
}
