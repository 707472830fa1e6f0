package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.directory.DirectoryService;
import org.opora.access.domain.Account;
import org.opora.access.domain.Attempt;
import org.opora.access.domain.FactorRule;
import org.opora.access.domain.Invitation;
import org.opora.access.domain.LockRule;
import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.DirectoryAway;
import org.opora.api.access.Roles;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.access.spi.AccountWatcher;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Accounts. Passwords are checked and hashed outside of transactions: an expensive hash must not
 * hold a row. Fields that a refusal names: {@code code}, {@code signInName}, {@code password},
 * {@code roles}.
 */
@Component(
    immediate = true,
    service = {Accounts.class, AccountsService.class})
public final class AccountsService implements Accounts {
  private static final Duration INVITED_FOR = Duration.ofDays(7);
  private static final int SELECTOR = 8;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{2,63}");

  private final Transactions tx;
  private final Access access;
  private final AuditTrailService audit;
  private final SessionsService sessions;
  private final Grants grants;
  private final SecondFactor factor;
  private final DirectoryService directory;
  private final Clock clock;
  private final Secrets secrets = new Secrets();
  private final PasswordRules rules = new PasswordRules();
  private final Argon2 argon2;
  private final String nobody;
  private final Throttle throttle;
  private final Devices devices;
  private final SetUpCode setUpCode;
  private final RoleGiving giving;
  private final List<AccountWatcher> watchers = new CopyOnWriteArrayList<>();

  @Activate
  public AccountsService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Database database,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrailService audit,
      @Reference SessionsService sessions,
      @Reference Grants grants,
      @Reference SecondFactor factor,
      @Reference DirectoryService directory) {
    this(
        tx,
        database,
        keys,
        access,
        audit,
        sessions,
        grants,
        factor,
        directory,
        Clock.systemUTC(),
        Argon2.strong());
  }

  public AccountsService(
      Transactions tx,
      Database database,
      Keys keys,
      Access access,
      AuditTrailService audit,
      SessionsService sessions,
      Grants grants,
      SecondFactor factor,
      DirectoryService directory,
      Clock clock,
      Argon2 argon2) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.sessions = sessions;
    this.grants = grants;
    this.factor = factor;
    this.directory = directory;
    this.clock = clock;
    this.argon2 = argon2;
    this.nobody = argon2.nobody();
    this.throttle = new Throttle(tx);
    this.devices = new Devices(keys);
    this.giving = new RoleGiving(audit, grants);
    this.setUpCode = new SetUpCode(tx, database.dataFolder(), secrets);
    setUpCode.prepare();
  }

  /** Somebody wants to know when an account is closed. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addWatcher(AccountWatcher watcher) {
    watchers.add(watcher);
  }

  public void removeWatcher(AccountWatcher watcher) {
    watchers.remove(watcher);
  }

  @Override
  public boolean untouched() {
    return !setUpCode.redeemed();
  }

  @Override
  public Optional<String> setUpCode() {
    return untouched() ? setUpCode.copy() : Optional.empty();
  }

  @Override
  public StaffId setUp(String code, StaffId director, NewAccount account, boolean secondFactor) {
    try {
      if (!setUpCode.fits(code)) {
        throw refused("code", "set-up.code");
      }
      String name = checked(account, director, secondFactor);
      String hash = argon2.hash(account.password());
      tx.run(
          em -> {
            if (!setUpCode.redeem(code, clock.instant())) {
              throw refused("code", "set-up.code");
            }
            Account opened = new Account(director.value(), account.staffName());
            opened.take(Set.of(Roles.DIRECTOR));
            opened.open(name, hash, account.language());
            em.persist(opened);
            em.find(FactorRule.class, FactorRule.KEY).decide(secondFactor, clock.instant());
            audit.wrote(
                director, "access.set-up", "second-factor=" + (secondFactor ? "yes" : "no"));
            tx.afterCommit(grants::changed);
          });
      return director;
    } finally {
      wipe(account.password());
    }
  }

  @Override
  public Optional<StaffId> signIn(
      String signInName, char[] password, String device, String address) {
    return check(signInName, password, device, address, "access.signed-in");
  }

  @Override
  public Optional<String> unlock(String token, char[] password, String device, String address) {
    Account account =
        sessions
            .locked(token)
            .map(locked -> tx.read(em -> em.find(Account.class, locked.staff().value())))
            .orElse(null);
    if (account == null) {
      wipe(password);
      return Optional.empty();
    }
    return check(account.signInName(), password, device, address, "access.unlocked")
        .filter(staff -> staff.value().equals(account.staff()))
        .flatMap(staff -> sessions.unlock(token));
  }

  @Override
  public void lockAfter(Viewer viewer, int minutes) {
    access.require(viewer, SecondFactor.MANAGE);
    factor.requireFresh(viewer);
    if (minutes < SOONEST_LOCK || minutes > LATEST_LOCK) {
      throw refused("minutes", "lock.minutes");
    }
    tx.run(
        em -> {
          em.find(LockRule.class, LockRule.KEY).after(minutes);
          audit.wrote(viewer, "access.lock-after", List.of(), "minutes=" + minutes);
          tx.afterCommit(grants::changed);
        });
  }

  /**
   * @param passed act of the trail when the password fits
   */
  private Optional<StaffId> check(
      String signInName, char[] password, String device, String address, String passed) {
    try {
      String name = folded(signInName);
      Instant now = clock.instant();
      String mark = devices.of(name, device);
      Optional<Strangers> strangers =
          mark == null && address != null
              ? Optional.of(new Strangers(throttle, address))
              : Optional.empty();
      if (strangers.isPresent() && !strangers.get().begin(now)) {
        // Whoever sends thousands of names from one place keeps nobody else from being checked;
        // which name it was plays no part.
        audit.noted(null, "access.sign-in-failed", "waits");
        return Optional.empty();
      }
      String guessed = mark == null ? name : name + "\n" + mark;
      boolean mayTry = throttle.begin(guessed, Attempt.Pace.NAME, now);
      Account account = find(name);
      boolean open = mayTry && account != null && account.active();
      boolean here = open && !account.byDirectory();
      StaffId staff = account == null ? null : new StaffId(account.staff());
      // The same work for a name that does not exist.
      boolean fits = argon2.fits(here ? account.passwordHash() : nobody, bounded(password)) && here;
      if (!fits && directory.connected()) {
        boolean there = open && account.byDirectory();
        try {
          fits = fitsThere(there ? account : null, name, password);
        } catch (DirectoryAway away) {
          if (there) {
            throttle.undone(guessed, now);
            audit.noted(staff, "access.directory-away", null);
          } else {
            failed(staff, mayTry);
          }
          throw away;
        }
      }
      if (!fits) {
        failed(staff, mayTry);
        return Optional.empty();
      }
      throttle.succeeded(guessed, now);
      tx.run(em -> Pins.reopen(em, staff.value()));
      strangers.ifPresent(counted -> counted.succeeded(now));
      if (here && argon2.outdated(account.passwordHash())) {
        rehash(staff, account.passwordHash(), argon2.hash(password));
      }
      audit.noted(staff, passed, null);
      return Optional.of(staff);
    } finally {
      wipe(password);
    }
  }

  private void failed(StaffId staff, boolean mayTry) {
    audit.noted(staff, "access.sign-in-failed", mayTry ? null : "waits");
  }

  /**
   * Asks the directory also where that decides nothing: otherwise the time, or the word that it is
   * away, would say which names it knows and have an account here.
   *
   * @param account whose password is kept there, and may be tried now; or null
   */
  private boolean fitsThere(Account account, String name, char[] password) {
    byte[] said = account == null ? null : Argon2.bytes(bounded(password));
    try {
      Optional<String> entry = directory.entry(name, said);
      return entry.isPresent() && Secrets.same(entry.get(), account.directoryEntry());
    } finally {
      if (said != null) {
        Arrays.fill(said, (byte) 0);
      }
    }
  }

  @Override
  public Optional<String> device(StaffId staff, String known) {
    Account account = tx.read(em -> em.find(Account.class, staff.value()));
    return account == null || !account.active()
        ? Optional.empty()
        : devices.with(account.signInName(), known);
  }

  @Override
  public String invite(
      Viewer viewer, StaffId staff, String staffName, Set<String> roles, boolean byDirectory) {
    access.require(viewer, MANAGE);
    // An invitation gives roles, and a new password to whoever has an account.
    factor.requireFresh(viewer);
    if (byDirectory && !directory.connected()) {
      throw refused(null, "directory.none");
    }
    String code = secrets.code();
    String typed = Secrets.typed(code);
    tx.run(
        em -> {
          RoleRules.inTurn(em);
          RoleRules.check(em, roles);
          Account account = em.find(Account.class, staff.value());
          if (account == null) {
            account = new Account(staff.value(), staffName);
            em.persist(account);
          } else {
            RoleRules.notToOneself(viewer, account, roles);
            if (byDirectory) {
              RoleRules.ownPasswordStays(em, account);
            }
            account.rename(staffName);
            account.invite();
          }
          giving.invite(em, viewer, account, roles);
          withdraw(em, staff);
          em.persist(
              new Invitation(
                  typed.substring(0, SELECTOR),
                  staff.value(),
                  Secrets.hash(typed),
                  clock.instant().plus(INVITED_FOR),
                  byDirectory));
          new HandWalls(em, audit, grants).follow(viewer);
          tx.afterCommit(grants::changed);
        });
    return code;
  }

  @Override
  public StaffId accept(String code, NewAccount account) {
    try {
      String typed = Secrets.typed(code);
      Invitation invitation = invitation(typed);
      StaffId staff = new StaffId(invitation.staff());
      boolean there = invitation.byDirectory();
      String name = there ? named(account, staff) : checked(account, staff, withFactor(staff));
      String kept = there ? entry(staff, name, account) : argon2.hash(account.password());
      tx.run(
          em -> {
            if (!redeem(em, typed)) {
              throw refused("code", "invitation.unknown");
            }
            Account opened = em.find(Account.class, staff.value());
            if (opened == null || opened.standing() == Account.Standing.DISABLED) {
              throw refused("code", "invitation.unknown");
            }
            if (there) {
              RoleRules.ownPasswordStays(em, opened);
              opened.link(name, kept, account.language());
            } else {
              opened.open(name, kept, account.language());
            }
            write(em);
            audit.wrote(staff, "access.invitation-accepted", there ? "directory" : null);
            Pins.forget(em, staff.value());
            // Whoever was signed in with the password of before is no longer.
            sessions.endAll(staff);
            tx.afterCommit(grants::changed);
          });
      return staff;
    } finally {
      wipe(account.password());
    }
  }

  /** The code opens an account here, and proves nothing there. */
  private String entry(StaffId staff, String name, NewAccount account) {
    Instant now = clock.instant();
    // No sign-in name holds a line break.
    String guessed = "entry of the directory\n" + staff;
    byte[] said = Argon2.bytes(bounded(account.password()));
    try {
      Optional<String> entry =
          throttle.begin(guessed, Attempt.Pace.NAME, now)
              ? directory.entry(name, said)
              : Optional.empty();
      if (entry.isEmpty()) {
        audit.noted(staff, "access.password-failed", null);
        throw refused("password", "directory.wrong");
      }
      throttle.succeeded(guessed, now);
      return entry.get();
    } catch (DirectoryAway away) {
      throttle.undone(guessed, now);
      throw away;
    } finally {
      Arrays.fill(said, (byte) 0);
    }
  }

  @Override
  public boolean invitedByDirectory(String code) {
    return invitation(Secrets.typed(code)).byDirectory();
  }

  @Override
  public boolean directoryConnected() {
    return directory.connected();
  }

  @Override
  public boolean byDirectory(Viewer viewer) {
    Account own = tx.read(em -> em.find(Account.class, viewer.staff().value()));
    return own != null && own.byDirectory();
  }

  @Override
  public Set<StaffId> byDirectory(Viewer viewer, Set<StaffId> staff) {
    if (!viewer.may(MANAGE)) {
      return Set.of();
    }
    return tx.read(
        em ->
            staff.stream()
                .filter(
                    id -> {
                      Account account = em.find(Account.class, id.value());
                      return account != null && account.byDirectory();
                    })
                .collect(Collectors.toSet()));
  }

  @Override
  public void disable(Viewer viewer, StaffId staff) {
    access.require(viewer, MANAGE);
    tx.run(
        em -> {
          Account account = em.find(Account.class, staff.value());
          if (account == null) {
            throw new NotFound();
          }
          if (account.active()) {
            RoleRules.directorStays(em, staff);
          }
          giving.missed(em, viewer, account, account.roles());
          account.disable();
          withdraw(em, staff);
          RoleGiving.withdraw(em, staff.value());
          Pins.forget(em, staff.value());
          watchers.forEach(watcher -> watcher.closed(viewer, staff));
          audit.wrote(viewer, "access.disabled", List.of(), "staff=" + staff);
          sessions.endAll(staff);
          tx.afterCommit(grants::changed);
        });
  }

  @Override
  public void changePassword(
      Viewer viewer, String token, char[] current, char[] next, String centre) {
    factor.requireFresh(viewer);
    try {
      StaffId staff = viewer.staff();
      Instant now = clock.instant();
      Account account = tx.read(em -> em.find(Account.class, staff.value()));
      if (account.byDirectory()) {
        throw refused("current", "directory.password");
      }
      // No sign-in name holds a line break.
      String guessed = "own password\n" + staff;
      boolean mayTry = throttle.begin(guessed, Attempt.Pace.NAME, now);
      if (!mayTry || !argon2.fits(account.passwordHash(), bounded(current))) {
        audit.noted(staff, "access.password-failed", mayTry ? null : "waits");
        throw refused("current", "password.wrong");
      }
      throttle.succeeded(guessed, now);
      rules.check(
          next,
          withFactor(staff),
          Arrays.asList(account.staffName(), account.signInName(), centre));
      String hash = argon2.hash(next);
      tx.run(
          em -> {
            Account own = em.find(Account.class, staff.value());
            if (!account.passwordHash().equals(own.passwordHash())) {
              throw refused("current", "password.wrong");
            }
            own.rehash(hash);
            audit.wrote(viewer, "access.password-changed", List.of());
            // Whoever knew the former one is out.
            sessions.endBut(em, staff, token);
          });
    } finally {
      wipe(current);
      wipe(next);
    }
  }

  @Override
  public void prefer(StaffId staff, String language) {
    tx.run(em -> change(em, staff, account -> account.prefer(language)));
  }

  @Override
  public void rename(StaffId staff, String staffName) {
    tx.run(em -> change(em, staff, account -> account.rename(staffName)));
  }

  @Override
  public Map<StaffId, State> states(Viewer viewer, Set<StaffId> staff) {
    if (!viewer.may(MANAGE)) {
      return Map.of();
    }
    Map<StaffId, State> states = new HashMap<>();
    tx.read(
        em -> {
          for (StaffId id : staff) {
            Account account = em.find(Account.class, id.value());
            states.put(id, account == null ? State.NONE : State.valueOf(account.standing().name()));
          }
          return null;
        });
    return states;
  }

  @Override
  public Optional<Owner> owner(StaffId staff) {
    return tx.read(em -> Optional.ofNullable(em.find(Account.class, staff.value())))
        .filter(Account::active)
        .filter(this::openThere)
        .map(account -> new Owner(account.language(), grants.of(account.roles())));
  }

  /** Whoever leaves is closed in the directory first; the account here stands for a while. */
  private boolean openThere(Account account) {
    return !account.byDirectory()
        || directory.holds(account.signInName(), account.directoryEntry());
  }

  private Account find(String name) {
    return tx.read(
        em ->
            em.createQuery("SELECT a FROM Account a WHERE a.signInName = :name", Account.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElse(null));
  }

  private Invitation invitation(String typed) {
    Invitation found =
        typed.length() <= SELECTOR
            ? null
            : tx.read(em -> em.find(Invitation.class, typed.substring(0, SELECTOR)));
    if (found == null || !found.open(clock.instant())) {
      throw refused("code", "invitation.unknown");
    }
    if (!Secrets.same(found.codeHash(), Secrets.hash(typed))) {
      tx.separate(
          em ->
              em.createQuery(
                      "UPDATE Invitation i SET i.tries = i.tries + 1 WHERE i.selector = :key")
                  .setParameter("key", typed.substring(0, SELECTOR))
                  .executeUpdate());
      throw refused("code", "invitation.unknown");
    }
    return found;
  }

  /** One statement, so that of two who come at once only one is served. */
  private static boolean redeem(EntityManager em, String typed) {
    return em.createQuery("DELETE FROM Invitation i WHERE i.selector = :key AND i.tries < :tries")
            .setParameter("key", typed.substring(0, SELECTOR))
            .setParameter("tries", Invitation.TRIES)
            .executeUpdate()
        == 1;
  }

  private static void withdraw(EntityManager em, StaffId staff) {
    em.createQuery("DELETE FROM Invitation i WHERE i.staff = :staff")
        .setParameter("staff", staff.value())
        .executeUpdate();
  }

  /** Two who choose the same name at the same moment meet at the constraint. */
  private static void write(EntityManager em) {
    try {
      em.flush();
    } catch (PersistenceException e) {
      throw refused("signInName", "sign-in-name.taken");
    }
  }

  private void change(EntityManager em, StaffId staff, Consumer<Account> change) {
    Account account = em.find(Account.class, staff.value());
    if (account != null) {
      change.accept(account);
      tx.afterCommit(grants::changed);
    }
  }

  /** Another password was set meanwhile: then that one stays. */
  private void rehash(StaffId staff, String old, String fresh) {
    tx.run(
        em -> {
          Account account = em.find(Account.class, staff.value());
          if (account != null && old.equals(account.passwordHash())) {
            account.rehash(fresh);
          }
        });
  }

  /** Whether the password alone opens nothing. */
  private boolean withFactor(StaffId staff) {
    return tx.read(em -> Factors.missing(em, staff.value()) != null);
  }

  private String checked(NewAccount account, StaffId staff, boolean factor) {
    String name = formed(account);
    rules.check(
        account.password(), factor, Arrays.asList(account.staffName(), name, account.centre()));
    return free(name, staff);
  }

  /** What the directory keeps is as good as the directory makes sure. */
  private String named(NewAccount account, StaffId staff) {
    return free(formed(account), staff);
  }

  private static String formed(NewAccount account) {
    String name = folded(account.signInName());
    if (!NAME.matcher(name).matches()) {
      throw refused("signInName", "sign-in-name.form");
    }
    return name;
  }

  private String free(String name, StaffId staff) {
    Account same = find(name);
    if (same != null && !same.staff().equals(staff.value())) {
      throw refused("signInName", "sign-in-name.taken");
    }
    return name;
  }

  static String folded(String name) {
    return name == null
        ? ""
        : Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  /** Longer than any password: hashed as if it were one, and fits none. */
  private static char[] bounded(char[] password) {
    int longest = 2 * PasswordRules.LONGEST + 1;
    return password.length <= longest ? password : Arrays.copyOf(password, longest);
  }

  private static void wipe(char[] password) {
    Arrays.fill(password, '\0');
  }

  private static Refused refused(String field, String key) {
    return new Refused(field, Text.of(AccessModule.ORIGIN, key));
  }
}
