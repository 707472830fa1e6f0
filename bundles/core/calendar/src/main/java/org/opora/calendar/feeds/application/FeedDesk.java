package org.opora.calendar.feeds.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.calendar.feeds.domain.Feed;
import org.opora.calendar.feeds.domain.FeedSecret;
import org.opora.calendar.feeds.persistence.FeedQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The addresses by which phones fetch appointments. Everybody makes their own and nobody else's;
 * whoever may end the sessions of an account may stop its address as well.
 */
@Component(service = FeedDesk.class)
public final class FeedDesk {
  /** Where one's own address is looked after. */
  public static final String OWN_PAGE = "/my-sign-in/calendar";

  /** Where those of everybody are. */
  public static final String ALL_PAGE = "/sign-ins/calendars";

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final SecondFactor factor;
  private final Staff staff;
  private final Inbox inbox;
  private final Messages messages;
  private final SecureRandom lot = new SecureRandom();

  @Activate
  public FeedDesk(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference SecondFactor factor,
      @Reference Staff staff,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.factor = factor;
    this.staff = staff;
    this.inbox = inbox;
    this.messages = messages;
  }

  /**
   * An address that works.
   *
   * @param fetchedOn null when nothing was fetched by it yet
   */
  public record Living(StaffId staff, String name, LocalDate madeOn, LocalDate fetchedOn) {}

  /** The viewer's own; empty when there is none that works. */
  public Optional<Living> mine(Viewer viewer) {
    access.require(viewer, Calendar.READ);
    return tx.read(em -> Optional.ofNullable(em.find(Feed.class, viewer.staff().value())))
        .filter(Feed::living)
        .map(feed -> living(feed, viewer.name()));
  }

  /**
   * Makes an address of the viewer's own; a former one works no longer.
   *
   * @return the secret in it, which is shown to its owner and kept nowhere
   * @throws org.opora.api.faults.ProofNeeded when the second factor was not given just now
   */
  public String make(Viewer viewer) {
    access.require(viewer, Calendar.READ);
    factor.requireFresh(viewer);
    FeedSecret secret = FeedSecret.drawn(lot);
    tx.run(
        em -> {
          Feed feed = hold(em, viewer.staff());
          boolean renewed = feed != null && feed.living();
          if (feed == null) {
            feed = new Feed(viewer.staff());
            feed.opens(secret, viewer.today());
            em.persist(feed);
          } else {
            feed.opens(secret, viewer.today());
          }
          if (renewed) {
            audit.wrote(viewer, "calendar.feed-renewed", List.of());
          } else {
            audit.wrote(viewer, "calendar.feed-made", List.of());
          }
        });
    return secret.text();
  }

  /** The viewer's own works no longer; nothing happens when there is none. */
  public void revoke(Viewer viewer) {
    tx.run(
        em -> {
          if (revoke(em, viewer, viewer.staff())) {
            audit.wrote(viewer, "calendar.feed-revoked", List.of());
          }
        });
  }

  /** All that work, by the names of their owners. */
  public List<Living> all(Viewer viewer) {
    access.require(viewer, Sessions.MANAGE);
    List<Feed> feeds = tx.read(em -> new FeedQueries(em).living());
    Map<StaffId, String> names = staff.names(feeds.stream().map(Feed::staff).toList());
    return feeds.stream()
        .map(feed -> living(feed, names.getOrDefault(feed.staff(), "")))
        .sorted(Comparator.comparing(Living::name).thenComparing(one -> one.staff().value()))
        .toList();
  }

  /** That of a colleague works no longer, and they are told so. */
  public void revoke(Viewer viewer, StaffId whose) {
    access.require(viewer, Sessions.MANAGE);
    tx.run(
        em -> {
          if (revoke(em, viewer, whose)) {
            audit.wrote(viewer, "calendar.feed-revoked", List.of(), "staff=" + whose);
            inbox.tell(whose, messages.title("inbox.feed-revoked"), OWN_PAGE);
          }
        });
  }

  private static boolean revoke(EntityManager em, Viewer viewer, StaffId whose) {
    Feed feed = hold(em, whose);
    if (feed == null || !feed.living()) {
      return false;
    }
    feed.revoke(viewer.today());
    return true;
  }

  static Feed hold(EntityManager em, StaffId whose) {
    UUID key = whose.value();
    return em.find(Feed.class, key, LockModeType.PESSIMISTIC_WRITE);
  }

  private static Living living(Feed feed, String name) {
    return new Living(feed.staff(), name, feed.madeOn(), feed.fetchedOn());
  }
}
