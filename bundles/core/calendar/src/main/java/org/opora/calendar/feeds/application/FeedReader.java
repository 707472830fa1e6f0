package org.opora.calendar.feeds.application;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opora.api.access.Accounts;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Rooms;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.feeds.domain.Feed;
import org.opora.calendar.feeds.domain.FeedEvent;
import org.opora.calendar.feeds.domain.FeedSecret;
import org.opora.calendar.feeds.persistence.FeedQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a program fetches that knows the secret of an address. It gives what its owner attends as
 * long as the owner could see it in the calendar, and of all others nothing but that there is
 * nothing.
 */
@Component(service = FeedReader.class)
public final class FeedReader {
  private static final int DAYS_BACK = 60;
  private static final int DAYS_AHEAD = 400;

  private final Transactions tx;
  private final Accounts accounts;
  private final Rooms rooms;
  private final Keys keys;
  private final Messages messages;
  private final Clock clock;

  @Activate
  public FeedReader(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Accounts accounts,
      @Reference Rooms rooms,
      @Reference Keys keys,
      @Reference Messages messages) {
    this(tx, accounts, rooms, keys, messages, Clock.systemUTC());
  }

  public FeedReader(
      Transactions tx, Accounts accounts, Rooms rooms, Keys keys, Messages messages, Clock clock) {
    this.tx = tx;
    this.accounts = accounts;
    this.rooms = rooms;
    this.keys = keys;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * @param heard what came in the place of the secret
   * @param zone of the centre
   * @param otherwise language for an owner who has chosen none
   * @return empty when nothing is to be had, whyever
   */
  public Optional<String> read(String heard, ZoneId zone, Locale otherwise) {
    FeedSecret secret = FeedSecret.heard(heard).orElse(null);
    Feed feed = secret == null ? null : tx.read(em -> new FeedQueries(em).of(secret));
    if (feed == null) {
      return Optional.empty();
    }
    return accounts
        .owner(feed.staff())
        .filter(owner -> owner.may(Calendar.READ))
        .map(
            owner -> {
              note(feed, secret, LocalDate.ofInstant(clock.instant(), zone));
              Locale locale =
                  owner.language() == null ? otherwise : Locale.forLanguageTag(owner.language());
              return text(feed.staff(), zone, locale);
            });
  }

  /** Once a day. */
  private void note(Feed feed, FeedSecret secret, LocalDate today) {
    if (today.equals(feed.fetchedOn())) {
      return;
    }
    tx.run(
        em -> {
          Feed held = FeedDesk.hold(em, feed.staff());
          if (held != null && held.openedBy(secret)) {
            held.fetched(today);
          }
        });
  }

  private String text(StaffId staff, ZoneId zone, Locale locale) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Instant from = today.minusDays(DAYS_BACK).atStartOfDay(zone).toInstant();
    Instant until = today.plusDays(DAYS_AHEAD + 1L).atStartOfDay(zone).toInstant();
    List<Appointment> attended = tx.read(em -> new FeedQueries(em).attended(staff, from, until));
    Map<RoomId, String> names =
        rooms.names(
            attended.stream()
                .map(one -> one.where().room())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    FeedText text = new FeedText(house(), zone, from, until);
    return text.of(
        messages.text(locale, "feed.calendar"),
        attended.stream().map(one -> event(one, names, locale)).toList());
  }

  private FeedEvent event(Appointment one, Map<RoomId, String> names, Locale locale) {
    String key = one.cancelled() ? "feed.summary.cancelled" : "feed.summary";
    return new FeedEvent(
        one.id(),
        one.slot(),
        messages.text(locale, key, one.what().title().in(locale), one.id().code()),
        one.where().inTheHouse() ? names.get(one.where().room()) : null,
        one.cancelled(),
        one.sequence(),
        one.changedAt());
  }

  /** The same after a move to another computer or another address, and of no other house. */
  private String house() {
    long bits = ByteBuffer.wrap(keys.fingerprint("calendar.feed", "house")).getLong();
    return HexFormat.of().toHexDigits(bits) + ".opora";
  }
}
