package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.Account;
import org.opora.access.domain.Attempt.Pace;
import org.opora.access.domain.Factor;
import org.opora.access.domain.FactorReset;
import org.opora.access.domain.FactorRule;
import org.opora.access.domain.RecoveryCode;
import org.opora.access.domain.StaffSession;
import org.opora.api.access.Access;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.ProofNeeded;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors: enrolled by their owner alone, given, renewed, and taken away by two people. */
@Component(service = SecondFactor.class)
public final class SecondFactorService implements SecondFactor {
  private static final String SECRET = "ACCESS.SECOND_FACTOR.SECRET";
  private static final String OFFERED = "ACCESS.SECOND_FACTOR.OFFERED";
  private static final int GROUP = 4;

  private final Transactions tx;
  private final Keys keys;
  private final Access access;
  private final AuditTrailService audit;
  private final SessionsService sessions;
  private final Grants grants;
  private final Clock clock;
  private final Secrets secrets = new Secrets();
  private final SecureRandom random = new SecureRandom();
  private final Throttle throttle;
  private final Devices devices;

  @Activate
  public SecondFactorService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrailService audit,
      @Reference SessionsService sessions,
      @Reference Grants grants) {
    this(tx, keys, access, audit, sessions, grants, Clock.systemUTC());
  }

  public SecondFactorService(
      Transactions tx,
      Keys keys,
      Access access,
      AuditTrailService audit,
      SessionsService sessions,
      Grants grants,
      Clock clock) {
    this.tx = tx;
    this.keys = keys;
    this.access = access;
    this.audit = audit;
    this.sessions = sessions;
    this.grants = grants;
    this.clock = clock;
    this.throttle = new Throttle(tx);
    this.devices = new Devices(keys);
  }

  @Override
  public Optional<Step> waits(String token) {
    return sessions.waits(token).map(SessionsService.Waiting::step);
  }

  @Override
  public Optional<String> prove(String token, String code, String device) {
    StaffId staff = owner(token, Step.CODE);
    Instant now = clock.instant();
    String name = throttled(staff, device);
    if (!throttle.begin(name, Pace.NAME, now)) {
      audit.noted(staff, "access.second-factor-failed", "waits");
      return Optional.empty();
    }
    String next =
        tx.required(
            em -> {
              String kind = given(em, staff, code, now);
              if (kind == null) {
                return null;
              }
              audit.wrote(staff, "access.second-factor-given", kind);
              return replace(em, token, now);
            });
    if (next == null) {
      audit.noted(staff, "access.second-factor-failed", null);
      return Optional.empty();
    }
    throttle.succeeded(name, now);
    return Optional.of(next);
  }

  /** What it was that fits, for the trail; null when nothing does. */
  private String given(EntityManager em, StaffId staff, String code, Instant now) {
    Factor factor = Factors.hold(em, staff.value());
    if (factor == null || !factor.set()) {
      return null;
    }
    String digits = digits(code);
    long step = Totp.step(open(staff, SECRET, factor.secret()), digits, now, factor.lastStep());
    if (step >= 0) {
      factor.used(step);
      return "code";
    }
    return Factors.redeem(em, staff.value(), Secrets.hash(Secrets.typed(code)))
        ? "recovery-code"
        : null;
  }

  @Override
  public Offer offer(String token) {
    StaffId staff = enrolling(token);
    return tx.required(
        em -> {
          Factor factor = Factors.hold(em, staff.value());
          if (factor == null) {
            factor = new Factor(staff.value());
            em.persist(factor);
          }
          String secret = offered(staff, factor, token);
          if (secret == null) {
            secret = Totp.secret(random);
            factor.offer(seal(staff, OFFERED, secret + " " + Secrets.hash(token)));
          }
          return new Offer(grouped(secret), uri(name(em, staff), secret));
        });
  }

  /**
   * What was offered to this session; null when nothing was. A secret that somebody may have seen
   * in another one is not taken.
   */
  private String offered(StaffId staff, Factor factor, String token) {
    if (factor.offered() == null) {
      return null;
    }
    String[] parts = open(staff, OFFERED, factor.offered()).split(" ");
    return Secrets.same(parts[1], Secrets.hash(token)) ? parts[0] : null;
  }

  @Override
  public Optional<Enrolled> confirm(String token, String code) {
    StaffId staff = enrolling(token);
    Instant now = clock.instant();
    return tx.required(
        em -> {
          Factor factor = Factors.hold(em, staff.value());
          String secret = factor == null ? null : offered(staff, factor, token);
          long step = secret == null ? -1 : Totp.step(secret, digits(code), now, 0);
          if (step < 0) {
            return Optional.empty();
          }
          factor.take(seal(staff, SECRET, secret), step, now);
          List<String> codes = renew(em, staff);
          FactorReset reset = em.find(FactorReset.class, staff.value());
          if (reset != null) {
            em.remove(reset);
          }
          String next = replace(em, token, now);
          sessions.endBut(em, staff, next);
          audit.wrote(staff, "access.second-factor-set", null);
          return Optional.of(new Enrolled(next, codes));
        });
  }

  @Override
  public Optional<Mine> mine(Viewer viewer) {
    UUID staff = viewer.staff().value();
    return tx.read(
        em -> {
          Factor factor = em.find(Factor.class, staff);
          return factor == null || !factor.set()
              ? Optional.empty()
              : Optional.of(new Mine(factor.since(), Factors.codes(em, staff)));
        });
  }

  @Override
  public List<String> renew(Viewer viewer) {
    requireFresh(viewer);
    return tx.required(
        em -> {
          Factor factor = Factors.hold(em, viewer.staff().value());
          if (factor == null || !factor.set()) {
            throw new NotFound();
          }
          audit.wrote(viewer, "access.recovery-codes-renewed", List.of());
          return renew(em, viewer.staff());
        });
  }

  private List<String> renew(EntityManager em, StaffId staff) {
    Factors.forgetCodes(em, staff.value());
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RecoveryCode.MANY; i++) {
      String code = secrets.shortCode();
      codes.add(code);
      em.persist(new RecoveryCode(Secrets.hash(Secrets.typed(code)), staff.value()));
    }
    return codes;
  }

  @Override
  public void requireFresh(Viewer viewer) {
    if (!fresh(viewer.proved())
        && tx.read(em -> Factors.missing(em, viewer.staff().value())) != null) {
      throw new ProofNeeded();
    }
  }

  private boolean fresh(Instant proved) {
    return proved != null && clock.instant().isBefore(proved.plus(FRESH));
  }

  @Override
  public boolean demanded() {
    return tx.read(Factors::demanded);
  }

  @Override
  public boolean decided() {
    return tx.read(em -> em.find(FactorRule.class, FactorRule.KEY).decided());
  }

  @Override
  public void demand(Viewer viewer, boolean demanded) {
    access.require(viewer, MANAGE);
    requireFresh(viewer);
    tx.run(
        em -> {
          em.find(FactorRule.class, FactorRule.KEY).decide(demanded, clock.instant());
          audit.wrote(
              viewer,
              "access.second-factor-demanded",
              List.of(),
              "demanded=" + (demanded ? "yes" : "no"));
          tx.afterCommit(grants::changed);
        });
  }

  @Override
  public List<Holder> holders(Viewer viewer) {
    access.require(viewer, Sessions.MANAGE);
    Instant now = clock.instant();
    return tx.read(
        em -> {
          Set<UUID> having =
              Set.copyOf(
                  em.createQuery(
                          "SELECT f.staff FROM Factor f WHERE f.secret IS NOT NULL", UUID.class)
                      .getResultList());
          Map<UUID, Long> open = sessions.open(em, now);
          Map<UUID, UUID> resets =
              em
                  .createQuery("SELECT r FROM FactorReset r", FactorReset.class)
                  .getResultList()
                  .stream()
                  .filter(reset -> reset.open(now))
                  .collect(Collectors.toMap(FactorReset::staff, FactorReset::askedBy));
          return em
              .createQuery(
                  "SELECT a FROM Account a WHERE a.standing = :active ORDER BY a.staffName, a.staff",
                  Account.class)
              .setParameter("active", Account.Standing.ACTIVE)
              .getResultList()
              .stream()
              .map(
                  a ->
                      new Holder(
                          new StaffId(a.staff()),
                          a.staffName(),
                          having.contains(a.staff()),
                          open.getOrDefault(a.staff(), 0L),
                          resets.containsKey(a.staff())
                              ? new StaffId(resets.get(a.staff()))
                              : null))
              .toList();
        });
  }

  @Override
  public void askReset(Viewer viewer, StaffId staff) {
    access.require(viewer, RESET);
    requireFresh(viewer);
    tx.run(
        em -> {
          if (!Factors.set(em, staff.value())) {
            throw new NotFound();
          }
          FactorReset before = reset(em, staff);
          if (before != null && before.open(clock.instant())) {
            throw refused("second-factor.reset.asked");
          }
          if (before != null) {
            em.remove(before);
            em.flush();
          }
          em.persist(new FactorReset(staff.value(), viewer.staff().value(), clock.instant()));
          audit.wrote(viewer, "access.second-factor-reset-asked", List.of(), "staff=" + staff);
        });
  }

  @Override
  public void confirmReset(Viewer viewer, StaffId staff) {
    access.require(viewer, MANAGE);
    requireFresh(viewer);
    tx.run(
        em -> {
          FactorReset reset = reset(em, staff);
          if (reset == null || !reset.open(clock.instant())) {
            throw refused("second-factor.reset.none");
          }
          UUID confirming = viewer.staff().value();
          if (confirming.equals(reset.askedBy()) || confirming.equals(reset.staff())) {
            throw refused("second-factor.reset.other");
          }
          em.remove(reset);
          Factor factor = Factors.hold(em, staff.value());
          if (factor != null) {
            em.remove(factor);
          }
          Factors.forgetCodes(em, staff.value());
          audit.wrote(viewer, "access.second-factor-reset", List.of(), "staff=" + staff);
          sessions.endAll(staff);
        });
  }

  @Override
  public void withdrawReset(Viewer viewer, StaffId staff) {
    access.require(viewer, RESET);
    tx.run(
        em -> {
          FactorReset reset = reset(em, staff);
          if (reset != null) {
            em.remove(reset);
            audit.wrote(
                viewer, "access.second-factor-reset-withdrawn", List.of(), "staff=" + staff);
          }
        });
  }

  private static FactorReset reset(EntityManager em, StaffId staff) {
    return em.find(FactorReset.class, staff.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whose session it is, complete or waiting for this. */
  private StaffId owner(String token, Step step) {
    return sessions
        .find(token)
        .map(Sessions.Session::staff)
        .or(
            () ->
                sessions
                    .waits(token)
                    .filter(waiting -> waiting.step() == step)
                    .map(SessionsService.Waiting::staff))
        .orElseThrow(() -> new NotAllowed("nobody"));
  }

  /** Nobody puts another factor in the place of one that they cannot give. */
  private StaffId enrolling(String token) {
    StaffId staff = owner(token, Step.ENROL);
    Instant proved = sessions.find(token).map(Sessions.Session::proved).orElse(null);
    if (!fresh(proved) && tx.read(em -> Factors.set(em, staff.value()))) {
      throw new ProofNeeded();
    }
    return staff;
  }

  /** A token of before the proof opens nothing after it. */
  private String replace(EntityManager em, String token, Instant now) {
    StaffSession before = em.find(StaffSession.class, Secrets.hash(token));
    if (before == null) {
      throw new NotAllowed("nobody");
    }
    String next = secrets.token();
    em.persist(before.proved(Secrets.hash(next), now));
    em.remove(before);
    tx.afterCommit(grants::changed);
    return next;
  }

  private static String name(EntityManager em, StaffId staff) {
    return em.find(Account.class, staff.value()).signInName();
  }

  private static String uri(String name, String secret) {
    String label = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/Opora:" + label + "?secret=" + secret + "&issuer=Opora";
  }

  private static String grouped(String secret) {
    return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }

  /** Applications show a code in two halves, and so it is typed. */
  private static String digits(String code) {
    return code.replaceAll("\\s", "");
  }

  /**
   * Whoever knows the password and guesses codes elsewhere keeps nobody out of their own browser.
   * No sign-in name holds a line break.
   */
  private String throttled(StaffId staff, String device) {
    String mark = devices.of(tx.read(em -> name(em, staff)), device);
    return "second factor\n" + staff + (mark == null ? "" : "\n" + mark);
  }

  private byte[] seal(StaffId staff, String place, String secret) {
    return keys.seal(drawer(staff), place, staff.value(), secret);
  }

  private String open(StaffId staff, String place, byte[] sealed) {
    return keys.open(drawer(staff), place, staff.value(), sealed);
  }

  private static Subject drawer(StaffId staff) {
    return new Subject(Subject.Kind.DRAWER, staff.value());
  }

  private static Refused refused(String key) {
    return new Refused(null, Text.of(AccessModule.ORIGIN, key));
  }
}
