package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.Account;
import org.opora.access.domain.LockRule;
import org.opora.access.domain.StaffSession;
import org.opora.access.domain.Tablet;
import org.opora.api.access.Access;
import org.opora.api.access.SecondFactor.Step;
import org.opora.api.access.Sessions;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions. A look-up is answered from memory for a few seconds at most, and only within one
 * generation of {@link Grants}; when somebody was last seen is written once a minute by a thread of
 * its own, never on the way of a request. The same thread locks sessions in which nobody does
 * anything, so that they are locked also when nobody asks for them.
 */
@Component(service = {Sessions.class, SessionsService.class})
public final class SessionsService implements Sessions, AutoCloseable {
  /** No session lasts longer, whatever is asked for. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Who gave the password has so long for the second factor. */
  private static final Duration GIVES_CODE = Duration.ofMinutes(15);

  /** A meeting is over by then. */
  private static final Duration ON_TABLET = Duration.ofHours(4);

  private static final int LONGEST_DEVICE = 80;
  private static final Logger LOG = LoggerFactory.getLogger(SessionsService.class);
  private static final Duration FRESH = Duration.ofSeconds(10);

  /** What nobody asked for so long is kept in memory no longer. */
  private static final Duration REMEMBERED = Duration.ofMinutes(60);

  /** A house that stands for short times only must not forget that somebody was there. */
  private static final long NOTE_SECONDS = 10;

  private final Transactions tx;
  private final Grants grants;
  private final Access access;
  private final AuditTrailService audit;
  private final Clock clock;
  private final Secrets secrets = new Secrets();
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile Rule rule;
  private final Thread thread = new Thread(this::work, "opora-sessions");

  /**
   * @param locksAfter how long nobody may do nothing; null when it never locks
   */
  private record Known(
      Session session,
      Step missing,
      boolean tablet,
      boolean locked,
      Duration locksAfter,
      long generation,
      Instant loaded,
      Instant expires) {
    Known behindLock() {
      return new Known(session, missing, tablet, true, locksAfter, generation, loaded, expires);
    }
  }

  /** After how long a session locks, as it was said in this generation. */
  private record Rule(long generation, Duration after) {}

  /** A session that is not complete yet. */
  record Waiting(StaffId staff, Step step) {}

  @Activate
  public SessionsService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Grants grants,
      @Reference Access access,
      @Reference AuditTrailService audit) {
    this(tx, grants, access, audit, Clock.systemUTC());
  }

  public SessionsService(
      Transactions tx, Grants grants, Access access, AuditTrailService audit, Clock clock) {
    this.tx = tx;
    this.grants = grants;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  @Deactivate
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<Session> find(String token) {
    return look(token, true);
  }

  @Override
  public Optional<Session> glance(String token) {
    return look(token, false);
  }

  private Optional<Session> look(String token, boolean acts) {
    Known entry = entry(token);
    if (entry == null || entry.locked() || entry.tablet()) {
      return Optional.empty();
    }
    if (acts) {
      seen.put(Secrets.hash(token), clock.instant());
    }
    return entry.missing() == null ? Optional.of(entry.session()) : Optional.empty();
  }

  @Override
  public Optional<Session> onTablet(String token) {
    Known entry = entry(token);
    if (entry == null || !entry.tablet()) {
      return Optional.empty();
    }
    seen.put(Secrets.hash(token), clock.instant());
    return Optional.of(entry.session());
  }

  /** In the caller's transaction. */
  String startOn(EntityManager em, Tablet tablet, StaffId staff, Instant now) {
    String token = secrets.token();
    em.persist(
        new StaffSession(
                Secrets.hash(token), staff.value(), now, now.plus(ON_TABLET), tablet.name())
            .on(tablet.id()));
    return token;
  }

  /** As the session of this token stands now; null when it is over, or there is none. */
  private Known entry(String token) {
    if (!Secrets.looksLikeToken(token)) {
      return null;
    }
    String hash = Secrets.hash(token);
    Instant now = clock.instant();
    Known entry = current(hash, now);
    if (entry != null && idle(entry, hash, now) && entry.tablet()) {
      // The PIN is asked again; there is nothing that a lock would keep.
      end(token);
      return null;
    }
    if (entry != null && idle(entry, hash, now)) {
      lockIdle(hash, entry.session().staff(), entry.locksAfter());
      return entry.behindLock();
    }
    return entry;
  }

  private Known current(String hash, Instant now) {
    Known entry = known.get(hash);
    if (entry == null
        || entry.generation() != grants.generation()
        || entry.loaded().plus(FRESH).isBefore(now)) {
      entry = load(hash, now);
    }
    if (entry == null || !now.isBefore(entry.expires())) {
      known.remove(hash);
      seen.remove(hash);
      return null;
    }
    return entry;
  }

  private boolean idle(Known entry, String hash, Instant now) {
    return !entry.locked()
        && entry.locksAfter() != null
        && seen.getOrDefault(hash, entry.loaded()).plus(entry.locksAfter()).isBefore(now);
  }

  /** What the session of this token waits for; empty when it is complete, over, or none. */
  Optional<Waiting> waits(String token) {
    if (look(token, true).isPresent()) {
      return Optional.empty();
    }
    Known entry = entry(token);
    // Behind a lock the password comes first: nobody enrols a factor for somebody who is away.
    return entry == null || entry.locked() || entry.missing() == null
        ? Optional.empty()
        : Optional.of(new Waiting(entry.session().staff(), entry.missing()));
  }

  @Override
  public Optional<Locked> locked(String token) {
    Known entry = entry(token);
    return entry == null || !entry.locked()
        ? Optional.empty()
        : Optional.of(new Locked(entry.session().staff(), entry.session().name()));
  }

  @Override
  public void lock(Viewer viewer, String token) {
    if (Secrets.looksLikeToken(token)) {
      tx.run(
          em -> {
            if (lock(em, Secrets.hash(token), viewer.staff())) {
              audit.wrote(viewer, "access.locked", List.of());
            }
          });
    }
  }

  private void lockIdle(String hash, StaffId staff, Duration after) {
    tx.run(
        em -> {
          if (lock(em, hash, staff)) {
            audit.wrote(staff, "access.locked", "minutes=" + after.toMinutes());
          }
        });
  }

  /** One statement, so that of all who find it idle one writes it down. */
  private boolean lock(EntityManager em, String hash, StaffId staff) {
    tx.afterCommit(grants::changed);
    return em.createQuery(
                "UPDATE StaffSession s SET s.lockedAt = :now WHERE s.tokenHash = :hash"
                    + " AND s.staff = :staff AND s.lockedAt IS NULL")
            .setParameter("now", clock.instant())
            .setParameter("hash", hash)
            .setParameter("staff", staff.value())
            .executeUpdate()
        == 1;
  }

  /** Opens what is locked: the password was given. A token that others may know ends here. */
  Optional<String> unlock(String token) {
    String next = secrets.token();
    return tx.required(
        em -> {
          StaffSession before =
              em.find(StaffSession.class, Secrets.hash(token), LockModeType.PESSIMISTIC_WRITE);
          if (before == null || !before.locked()) {
            return Optional.empty();
          }
          em.persist(before.unlocked(Secrets.hash(next), clock.instant()));
          em.remove(before);
          tx.afterCommit(grants::changed);
          return Optional.of(next);
        });
  }

  @Override
  public Duration locksAfter() {
    Rule said = rule;
    return said != null && said.generation() == grants.generation()
        ? said.after()
        : tx.read(this::locksAfter);
  }

  private Duration locksAfter(EntityManager em) {
    long generation = grants.generation();
    Duration after = em.find(LockRule.class, LockRule.KEY).after();
    rule = new Rule(generation, after);
    return after;
  }

  @Override
  public String start(StaffId staff, Duration lifetime, String device) {
    String token = secrets.token();
    Instant now = clock.instant();
    Duration lasting = lifetime.compareTo(LONGEST) < 0 ? lifetime : LONGEST;
    String told =
        device == null || device.length() <= LONGEST_DEVICE
            ? device
            : device.substring(0, LONGEST_DEVICE);
    tx.run(
        em ->
            em.persist(
                new StaffSession(
                    Secrets.hash(token), staff.value(), now, now.plus(lasting), told)));
    return token;
  }

  @Override
  public void end(String token) {
    if (Secrets.looksLikeToken(token)) {
      remove("DELETE FROM StaffSession s WHERE s.tokenHash = :key", Secrets.hash(token));
    }
  }

  @Override
  public void endAll(StaffId staff) {
    remove("DELETE FROM StaffSession s WHERE s.staff = :key", staff.value());
  }

  @Override
  public List<Open> own(Viewer viewer, String token) {
    String here = token == null ? "" : Secrets.hash(token);
    Instant now = clock.instant();
    return tx.read(
        em ->
            em.createQuery(
                    "SELECT s FROM StaffSession s WHERE s.staff = :staff", StaffSession.class)
                .setParameter("staff", viewer.staff().value())
                .getResultStream()
                .filter(s -> open(s, now))
                .map(
                    s ->
                        new Open(
                            s.tokenHash(),
                            s.device(),
                            s.created(),
                            lastSeen(s),
                            s.tokenHash().equals(here)))
                .sorted(Comparator.comparing(Open::seen).reversed())
                .toList());
  }

  @Override
  public void end(Viewer viewer, String key) {
    tx.run(
        em -> {
          int ended =
              em.createQuery(
                      "DELETE FROM StaffSession s WHERE s.tokenHash = :key AND s.staff = :staff")
                  .setParameter("key", key)
                  .setParameter("staff", viewer.staff().value())
                  .executeUpdate();
          if (ended > 0) {
            audit.wrote(viewer, "access.session-ended", List.of());
            tx.afterCommit(grants::changed);
          }
        });
  }

  @Override
  public void endOthers(Viewer viewer, String token) {
    tx.run(
        em -> {
          endBut(em, viewer.staff(), token);
          audit.wrote(viewer, "access.sessions-ended", List.of(), "staff=" + viewer.staff());
        });
  }

  @Override
  public void endAll(Viewer viewer, StaffId staff) {
    access.require(viewer, MANAGE);
    tx.run(
        em -> {
          audit.wrote(viewer, "access.sessions-ended", List.of(), "staff=" + staff);
          endAll(staff);
        });
  }

  /** In the caller's transaction. */
  void endBut(EntityManager em, StaffId staff, String token) {
    em.createQuery("DELETE FROM StaffSession s WHERE s.staff = :staff AND s.tokenHash <> :key")
        .setParameter("staff", staff.value())
        .setParameter("key", Secrets.hash(token))
        .executeUpdate();
    tx.afterCommit(grants::changed);
  }

  /** How many are open, by whose they are. */
  Map<UUID, Long> open(EntityManager em, Instant now) {
    return em.createQuery("SELECT s FROM StaffSession s", StaffSession.class)
        .getResultStream()
        .filter(s -> open(s, now))
        .collect(Collectors.groupingBy(StaffSession::staff, Collectors.counting()));
  }

  private static boolean open(StaffSession session, Instant now) {
    return now.isBefore(session.expires());
  }

  private Instant lastSeen(StaffSession session) {
    Instant noted = seen.get(session.tokenHash());
    return noted == null || noted.isBefore(session.lastSeen()) ? session.lastSeen() : noted;
  }

  /** Writes down who was seen since the last time, locks what is idle, and drops what is over. */
  void note() {
    Instant now = clock.instant();
    Map<String, Instant> noted = Map.copyOf(seen);
    if (!noted.isEmpty()) {
      tx.run(em -> noted.forEach((hash, when) -> touch(em, hash, when)));
      // Who was seen again meanwhile stays for the next round.
      noted.forEach(seen::remove);
    }
    tx.run(
        em ->
            em.createQuery("DELETE FROM StaffSession s WHERE s.expires < :now")
                .setParameter("now", now)
                .executeUpdate());
    lockIdle(now);
    known.values().removeIf(entry -> entry.loaded().plus(REMEMBERED).isBefore(now));
  }

  private void lockIdle(Instant now) {
    Duration after = tx.read(this::locksAfter);
    tx
        .read(
            em ->
                em.createQuery(
                        "SELECT s FROM StaffSession s WHERE s.lockedAt IS NULL"
                            + " AND s.lastSeen < :before",
                        StaffSession.class)
                    .setParameter("before", now.minus(after))
                    .getResultList())
        .stream()
        .filter(session -> !session.errand() && session.tablet() == null)
        .filter(session -> lastSeen(session).plus(after).isBefore(now))
        .forEach(session -> lockIdle(session.tokenHash(), new StaffId(session.staff()), after));
  }

  private void remove(String jpql, Object key) {
    tx.run(
        em -> {
          em.createQuery(jpql).setParameter("key", key).executeUpdate();
          tx.afterCommit(grants::changed);
        });
  }

  private static void touch(EntityManager em, String hash, Instant when) {
    em.createQuery(
            "UPDATE StaffSession s SET s.lastSeen = :seen WHERE s.tokenHash = :hash"
                + " AND s.lastSeen < :seen")
        .setParameter("seen", when)
        .setParameter("hash", hash)
        .executeUpdate();
  }

  private Known load(String hash, Instant now) {
    // Before reading, so that a change that comes in between makes the entry stale at once.
    long generation = grants.generation();
    Known entry = tx.read(em -> read(em, hash, generation, now));
    if (entry != null) {
      known.put(hash, entry);
    }
    return entry;
  }

  private Known read(EntityManager em, String hash, long generation, Instant now) {
    StaffSession session = em.find(StaffSession.class, hash);
    Account account = session == null ? null : em.find(Account.class, session.staff());
    if (account == null || !account.active()) {
      return null;
    }
    boolean tablet = session.tablet() != null;
    if (tablet && !em.find(Tablet.class, session.tablet()).works()) {
      return null;
    }
    // The tablet itself is what the person has beside what they know.
    Step missing =
        session.proved() == null && !tablet ? Factors.missing(em, account.staff()) : null;
    if (missing == Step.CODE && session.created().plus(GIVES_CODE).isBefore(now)) {
      return null;
    }
    seen.merge(hash, session.lastSeen(), (a, b) -> a.isAfter(b) ? a : b);
    return new Known(
        new Session(
            new StaffId(account.staff()),
            account.staffName(),
            grants.of(account.roles()),
            account.language(),
            session.proved()),
        missing,
        tablet,
        session.locked(),
        session.errand() ? null : locksAfter(em),
        generation,
        now,
        session.expires());
  }

  private void work() {
    boolean last = false;
    while (!last) {
      try {
        last = stop.await(NOTE_SECONDS, TimeUnit.SECONDS);
        note();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.info("Who was last seen is written down later: {}", e.toString());
      }
    }
  }
}
