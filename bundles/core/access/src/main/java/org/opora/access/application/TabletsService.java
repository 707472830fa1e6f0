package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.Account;
import org.opora.access.domain.Attempt.Pace;
import org.opora.access.domain.Pin;
import org.opora.access.domain.Tablet;
import org.opora.access.domain.TabletCode;
import org.opora.api.access.Access;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Tablets;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tablets and PINs. PINs are checked and hashed outside of transactions, as passwords are. */
@Component(service = Tablets.class)
public final class TabletsService implements Tablets {
  private static final int LONGEST_NAME = 60;
  private static final int SHOWN = 200;
  private static final int CODE_LENGTH = 8;

  /** No sign-in name holds a line break. */
  private static final String PAIRING = "pairing\n";

  private static final String GUESSING = "tablet\n";

  private final Transactions tx;
  private final Access access;
  private final AuditTrailService audit;
  private final SessionsService sessions;
  private final Grants grants;
  private final SecondFactor factor;
  private final Clock clock;
  private final Argon2 argon2;
  private final String nobody;
  private final Throttle throttle;
  private final Secrets secrets = new Secrets();

  @Activate
  public TabletsService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrailService audit,
      @Reference SessionsService sessions,
      @Reference Grants grants,
      @Reference SecondFactor factor) {
    this(tx, access, audit, sessions, grants, factor, Clock.systemUTC(), Argon2.strong());
  }

  public TabletsService(
      Transactions tx,
      Access access,
      AuditTrailService audit,
      SessionsService sessions,
      Grants grants,
      SecondFactor factor,
      Clock clock,
      Argon2 argon2) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.sessions = sessions;
    this.grants = grants;
    this.factor = factor;
    this.clock = clock;
    this.argon2 = argon2;
    this.nobody = argon2.nobody();
    this.throttle = new Throttle(tx);
  }

  @Override
  public String prepare(Viewer viewer, String name) {
    access.require(viewer, MANAGE);
    factor.requireFresh(viewer);
    String called = name == null ? "" : name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw new Refused("name", Text.of(AccessModule.ORIGIN, "tablet.name"));
    }
    String code = secrets.briefCode();
    Instant now = clock.instant();
    tx.run(
        em -> {
          em.createQuery("DELETE FROM TabletCode c WHERE c.expires < :now")
              .setParameter("now", now)
              .executeUpdate();
          em.persist(
              new TabletCode(
                  Secrets.hash(Secrets.typed(code)), called, viewer.staff().value(), now));
          audit.wrote(viewer, "access.tablet-prepared", List.of());
        });
    return code;
  }

  @Override
  public Optional<String> pair(String code, String address) {
    Instant now = clock.instant();
    String place = PAIRING + Strangers.network(address == null ? "" : address);
    String typed = Secrets.typed(code);
    if (!throttle.begin(place, Pace.ADDRESS, now)
        || !throttle.begin(PAIRING, Pace.HOUSE, now)
        || typed.length() != CODE_LENGTH) {
      return Optional.empty();
    }
    String token = secrets.token();
    boolean paired =
        tx.required(
            em -> {
              TabletCode made =
                  em.find(TabletCode.class, Secrets.hash(typed), LockModeType.PESSIMISTIC_WRITE);
              if (made == null || !made.open(now)) {
                return false;
              }
              em.remove(made);
              Tablet tablet =
                  new Tablet(Ids.next(), made.name(), Secrets.hash(token), made.madeBy(), now);
              em.persist(tablet);
              audit.wrote(
                  new StaffId(made.madeBy()), "access.tablet-paired", "tablet=" + tablet.id());
              return true;
            });
    if (!paired) {
      return Optional.empty();
    }
    throttle.succeeded(place, now);
    throttle.succeeded(PAIRING, now);
    return Optional.of(token);
  }

  @Override
  public Optional<String> name(String token) {
    return tx.read(em -> find(em, token)).map(Tablet::name);
  }

  @Override
  public List<Paired> all(Viewer viewer) {
    access.require(viewer, MANAGE);
    return tx.read(
        em -> {
          List<Tablet> rows =
              em.createQuery("SELECT t FROM Tablet t ORDER BY t.pairedAt DESC, t.id", Tablet.class)
                  .setMaxResults(SHOWN)
                  .getResultList();
          Map<UUID, String> names = names(em, rows.stream().map(Tablet::pairedBy).toList());
          return rows.stream()
              .sorted(Comparator.comparing(tablet -> !tablet.works()))
              .map(
                  t ->
                      new Paired(
                          t.id(),
                          t.name(),
                          names.get(t.pairedBy()),
                          t.pairedAt(),
                          t.lastUsed(),
                          t.endedAt()))
              .toList();
        });
  }

  private static Map<UUID, String> names(EntityManager em, List<UUID> staff) {
    return staff.isEmpty()
        ? Map.of()
        : em.createQuery("SELECT a FROM Account a WHERE a.staff IN :staff", Account.class)
            .setParameter("staff", staff)
            .getResultStream()
            .collect(Collectors.toMap(Account::staff, Account::staffName));
  }

  @Override
  public void end(Viewer viewer, UUID tablet) {
    access.require(viewer, MANAGE);
    tx.run(
        em -> {
          Tablet row = em.find(Tablet.class, tablet, LockModeType.PESSIMISTIC_WRITE);
          if (row == null) {
            throw new NotFound();
          }
          if (row.works()) {
            row.end(viewer.staff().value(), clock.instant());
            em.createQuery("DELETE FROM StaffSession s WHERE s.tablet = :tablet")
                .setParameter("tablet", tablet)
                .executeUpdate();
            audit.wrote(viewer, "access.tablet-ended", List.of(), "tablet=" + tablet);
            tx.afterCommit(grants::changed);
          }
        });
  }

  @Override
  public Optional<Mine> pin(Viewer viewer) {
    return tx.read(
        em ->
            Optional.ofNullable(em.find(Pin.class, viewer.staff().value()))
                .map(pin -> new Mine(pin.since(), pin.closed())));
  }

  @Override
  public void choosePin(Viewer viewer, char[] pin) {
    try {
      factor.requireFresh(viewer);
      PinRules.check(pin);
      String hash = argon2.hash(pin);
      UUID staff = viewer.staff().value();
      tx.run(
          em -> {
            Pin row = Pins.hold(em, staff);
            if (row == null) {
              row = new Pin(staff);
              row.take(hash, clock.instant());
              em.persist(row);
            } else {
              row.take(hash, clock.instant());
            }
            audit.wrote(viewer, "access.pin-set", List.of());
          });
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  @Override
  public void dropPin(Viewer viewer) {
    tx.run(
        em -> {
          if (Pins.forget(em, viewer.staff().value())) {
            audit.wrote(viewer, "access.pin-dropped", List.of());
            tx.afterCommit(grants::changed);
          }
        });
  }

  @Override
  public Optional<String> open(String token, String signInName, char[] pin) {
    try {
      Tablet tablet = tx.read(em -> find(em, token)).orElse(null);
      if (tablet == null) {
        return Optional.empty();
      }
      Instant now = clock.instant();
      String guessed = GUESSING + tablet.id();
      boolean mayTry = throttle.begin(guessed, Pace.ADDRESS, now);
      String name = AccountsService.folded(signInName);
      Account account = tx.read(em -> account(em, name));
      StaffId staff = account == null ? null : new StaffId(account.staff());
      String hash = mayTry && account != null && account.active() ? begun(account.staff()) : null;
      // The same work for a name that does not exist, and for a PIN that is closed.
      boolean fits =
          argon2.fits(hash == null ? nobody : hash, PinRules.bounded(pin)) && hash != null;
      if (!fits) {
        failed(staff, tablet, hash != null);
        return Optional.empty();
      }
      throttle.succeeded(guessed, now);
      return Optional.of(
          tx.required(
              em -> {
                Pins.hold(em, account.staff()).fitted();
                em.find(Tablet.class, tablet.id()).used(now);
                audit.wrote(staff, "access.tablet-signed-in", "tablet=" + tablet.id());
                return sessions.startOn(em, tablet, staff, now);
              }));
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  /** What to compare with; null when there is nothing, or it is closed. */
  private String begun(UUID staff) {
    return tx.separate(
        em -> {
          Pin pin = Pins.hold(em, staff);
          return pin != null && pin.begun() ? pin.hash() : null;
        });
  }

  private void failed(StaffId staff, Tablet tablet, boolean tried) {
    audit.noted(staff, "access.pin-failed", "tablet=" + tablet.id());
    if (tried && tx.read(em -> em.find(Pin.class, staff.value()).closed())) {
      audit.noted(staff, "access.pin-closed", null);
    }
  }

  private static Account account(EntityManager em, String name) {
    return em.createQuery("SELECT a FROM Account a WHERE a.signInName = :name", Account.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private static Optional<Tablet> find(EntityManager em, String token) {
    return !Secrets.looksLikeToken(token)
        ? Optional.empty()
        : em.createQuery(
                "SELECT t FROM Tablet t WHERE t.tokenHash = :hash AND t.endedAt IS NULL",
                Tablet.class)
            .setParameter("hash", Secrets.hash(token))
            .getResultStream()
            .findFirst();
  }
}
