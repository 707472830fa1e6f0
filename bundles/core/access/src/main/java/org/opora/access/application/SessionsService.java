package org.opora.access.application;

import jakarta.persistence.EntityManager;
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
import org.opora.access.domain.Account;
import org.opora.access.domain.StaffSession;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
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
 * its own, never on the way of a request.
 */
@Component(service = {Sessions.class, SessionsService.class})
public final class SessionsService implements Sessions, AutoCloseable {
  /** No session lasts longer, whatever is asked for. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Who does nothing for so long signs in again. */
  public static final Duration IDLE = Duration.ofMinutes(60);

  /** Who gave the password has so long for the second factor. */
  private static final Duration GIVES_CODE = Duration.ofMinutes(15);

  private static final int LONGEST_DEVICE = 80;
  private static final Logger LOG = LoggerFactory.getLogger(SessionsService.class);
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final long NOTE_SECONDS = 60;

  /** A house that stands for short times only must not forget that somebody was there. */
  private static final long FIRST_NOTE_SECONDS = 5;

  private final Transactions tx;
  private final Grants grants;
  private final Access access;
  private final AuditTrail audit;
  private final Clock clock;
  private final Secrets secrets = new Secrets();
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "opora-sessions");

  private record Known(
      Session session, Step missing, long generation, Instant loaded, Instant expires) {}

  /** A session that is not complete yet. */
  record Waiting(StaffId staff, Step step) {}

  @Activate
  public SessionsService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Grants grants,
      @Reference Access access,
      @Reference AuditTrail audit) {
    this(tx, grants, access, audit, Clock.systemUTC());
  }

  public SessionsService(
      Transactions tx, Grants grants, Access access, AuditTrail audit, Clock clock) {
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
    if (!Secrets.looksLikeToken(token)) {
      return Optional.empty();
    }
    String hash = Secrets.hash(token);
    Instant now = clock.instant();
    Known entry = known.get(hash);
    if (entry == null
        || entry.generation() != grants.generation()
        || entry.loaded().plus(FRESH).isBefore(now)) {
      entry = load(hash, now);
    }
    if (entry == null || over(entry, hash, now)) {
      forget(hash);
      return Optional.empty();
    }
    if (entry.missing() != null) {
      return Optional.empty();
    }
    seen.put(hash, now);
    return Optional.of(entry.session());
  }

  /** What the session of this token waits for; empty when it is complete, over, or none. */
  Optional<Waiting> waits(String token) {
    if (!Secrets.looksLikeToken(token) || find(token).isPresent()) {
      return Optional.empty();
    }
    Known entry = known.get(Secrets.hash(token));
    return entry == null || entry.missing() == null
        ? Optional.empty()
        : Optional.of(new Waiting(entry.session().staff(), entry.missing()));
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

  private boolean open(StaffSession session, Instant now) {
    return now.isBefore(session.expires()) && !lastSeen(session).plus(IDLE).isBefore(now);
  }

  private Instant lastSeen(StaffSession session) {
    Instant noted = seen.get(session.tokenHash());
    return noted == null || noted.isBefore(session.lastSeen()) ? session.lastSeen() : noted;
  }

  /** Writes down who was seen since the last time, and drops what is over. */
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
    known.values().removeIf(entry -> entry.loaded().plus(IDLE).isBefore(now));
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
    Step missing = session.proved() == null ? Factors.missing(em, account.staff()) : null;
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
        generation,
        now,
        session.expires());
  }

  private boolean over(Known entry, String hash, Instant now) {
    Instant last = seen.getOrDefault(hash, entry.loaded());
    return !now.isBefore(entry.expires()) || last.plus(IDLE).isBefore(now);
  }

  private void forget(String hash) {
    known.remove(hash);
    seen.remove(hash);
  }

  private void work() {
    boolean last = false;
    long pause = FIRST_NOTE_SECONDS;
    while (!last) {
      try {
        last = stop.await(pause, TimeUnit.SECONDS);
        pause = NOTE_SECONDS;
        note();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.info("Who was last seen is written down later: {}", e.toString());
      }
    }
  }
}
