package org.opora.registry.inbox.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Title;
import org.opora.registry.inbox.domain.InboxMessage;
import org.opora.registry.inbox.domain.InboxRead;
import org.opora.registry.inbox.persistence.MessageRow;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The in-app inbox. A message to everybody who holds a permission is one row; who has read it are
 * rows of their own.
 */
@Component(service = Inbox.class)
public final class InboxDesk implements Inbox {
  private static final int LONGEST_PAGE = 100;
  private static final String FROM =
      " FROM InboxMessage m LEFT JOIN InboxRead r ON r.message = m.id AND r.staff = :me WHERE ";
  private static final String MINE = "m.staff = :me";
  private static final String OURS = "m.permission IN :permissions";

  private final Transactions tx;
  private final Clock clock;

  @Activate
  public InboxDesk(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
    this.clock = Clock.systemUTC();
  }

  @Override
  public void tell(StaffId staff, Title text, String href) {
    send(staff.value(), null, text, href);
  }

  @Override
  public void tellAll(String permission, Title text, String href) {
    send(null, permission, text, href);
  }

  @Override
  public void takeBack(StaffId staff, String href) {
    tx.run(
        em -> {
          List<UUID> gone =
              em.createQuery(
                      "SELECT m.id FROM InboxMessage m WHERE m.staff = :staff AND m.href = :href",
                      UUID.class)
                  .setParameter("staff", staff.value())
                  .setParameter("href", href)
                  .getResultList();
          if (!gone.isEmpty()) {
            for (String rows :
                List.of("InboxRead r WHERE r.message", "InboxMessage r WHERE r.id")) {
              em.createQuery("DELETE FROM " + rows + " IN :gone")
                  .setParameter("gone", gone)
                  .executeUpdate();
            }
          }
        });
  }

  private void send(UUID staff, String permission, Title text, String href) {
    tx.run(
        em ->
            em.persist(
                new InboxMessage(Ids.next(), staff, permission, clock.instant(), text, href)));
  }

  @Override
  public Page<Message> of(Viewer viewer, String after, int limit) {
    int most = Cursors.within(limit, LONGEST_PAGE);
    UUID last = Cursors.key(after);
    List<MessageRow> rows =
        tx.read(
            em ->
                Stream.concat(
                        rows(em, viewer, MINE, last, most + 1),
                        rows(em, viewer, OURS, last, most + 1))
                    .sorted(
                        Comparator.comparing((MessageRow row) -> row.id().toString()).reversed())
                    .limit(most + 1L)
                    .toList());
    return Cursors.page(rows, most, MessageRow::id).map(InboxDesk::message);
  }

  private static Stream<MessageRow> rows(
      EntityManager em, Viewer viewer, String whose, UUID last, int limit) {
    List<String> permissions = permissions(viewer);
    if (whose.equals(OURS) && permissions.isEmpty()) {
      return Stream.empty();
    }
    TypedQuery<MessageRow> query =
        em.createQuery(
                "SELECT NEW org.opora.registry.inbox.persistence.MessageRow(m.id, m.sentAt, m.title.cs, m.title.pl, m.title.en, m.href, r.id)"
                    + FROM
                    + whose
                    + (last == null ? "" : " AND m.id < :last")
                    + " ORDER BY m.id DESC",
                MessageRow.class)
            .setParameter("me", viewer.staff().value())
            .setMaxResults(limit);
    if (whose.equals(OURS)) {
      query.setParameter("permissions", permissions);
    }
    if (last != null) {
      query.setParameter("last", last);
    }
    return query.getResultList().stream();
  }

  private static List<String> permissions(Viewer viewer) {
    return Stream.of(Reach.ALL, Reach.OWN)
        .flatMap(reach -> viewer.permissions(reach).stream())
        .toList();
  }

  @Override
  public long unread(Viewer viewer) {
    List<String> permissions = permissions(viewer);
    return tx.read(
        em -> {
          long mine = count(em, MINE, viewer).getSingleResult();
          return permissions.isEmpty()
              ? mine
              : mine
                  + count(em, OURS, viewer)
                      .setParameter("permissions", permissions)
                      .getSingleResult();
        });
  }

  private static TypedQuery<Long> count(EntityManager em, String whose, Viewer viewer) {
    return em.createQuery("SELECT COUNT(m.id)" + FROM + whose + " AND r.id IS NULL", Long.class)
        .setParameter("me", viewer.staff().value());
  }

  @Override
  public void read(Viewer viewer, UUID message) {
    tx.run(
        em -> {
          InboxMessage found = em.find(InboxMessage.class, message);
          boolean mine =
              found != null
                  && (viewer.staff().value().equals(found.staff())
                      || found.permission() != null && viewer.may(found.permission()));
          if (!mine) {
            throw new NotFound();
          }
          long marks =
              em.createQuery(
                      "SELECT COUNT(r.id) FROM InboxRead r WHERE r.message = :message AND r.staff = :me",
                      Long.class)
                  .setParameter("message", message)
                  .setParameter("me", viewer.staff().value())
                  .getSingleResult();
          if (marks == 0) {
            em.persist(new InboxRead(Ids.next(), message, viewer.staff()));
          }
        });
  }

  private static Message message(MessageRow row) {
    return new Message(
        row.id(),
        row.sentAt(),
        new Title(row.cs(), row.pl(), row.en()),
        row.href(),
        row.read() != null);
  }
}
