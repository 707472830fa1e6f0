package org.opora.web.drafts;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Forms that went through, by the key each form carries. A second click, a reload or a form sent
 * again after a restart leads to where the first one led.
 */
@Component(service = FormKeys.class)
public final class FormKeys {
  private static final int DIGITS = 32;
  private static final Duration KEPT = Duration.ofDays(2);
  private static final Duration SWEEP = Duration.ofHours(1);

  private final Transactions tx;
  private final Clock clock;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  @Activate
  public FormKeys(@Reference(target = "(opora.unit=web)") Transactions tx) {
    this(tx, Clock.systemUTC());
  }

  FormKeys(Transactions tx, Clock clock) {
    this.tx = tx;
    this.clock = clock;
  }

  /** The key as an id; empty when the text is none of ours. */
  public static Optional<UUID> parse(String key) {
    if (key.length() != DIGITS || !key.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new UUID(
            new BigInteger(key.substring(0, 16), 16).longValue(),
            new BigInteger(key.substring(16), 16).longValue()));
  }

  /** Where this form led when this person posted it before. */
  public Optional<String> first(StaffId staff, UUID key) {
    return tx.read(em -> Optional.ofNullable(em.find(FormPost.class, key)))
        .filter(post -> post.staff().equals(staff.value()))
        .map(FormPost::location);
  }

  public void went(StaffId staff, UUID key, String location) {
    Instant now = clock.instant();
    Instant last = swept.get();
    boolean sweep = last.plus(SWEEP).isBefore(now) && swept.compareAndSet(last, now);
    tx.run(
        em -> {
          if (sweep) {
            em.createQuery("DELETE FROM FormPost p WHERE p.postedAt < :old")
                .setParameter("old", now.minus(KEPT))
                .executeUpdate();
          }
          if (em.find(FormPost.class, key) == null) {
            em.persist(new FormPost(key, staff.value(), location, now));
          }
        });
  }
}
