package org.opora.web.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.access.AccessHouse;
import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Decision;
import org.opora.api.access.DirectoryAway;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.exports.LargeExports;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Unrecorded;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.module.Modules;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.api.web.Centre;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.contributions.ShellNavigation;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.FormKeys;
import org.opora.web.pages.AccountLinks;
import org.opora.web.pages.InboxPages;
import org.opora.web.pages.LockPages;
import org.opora.web.pages.Menu;
import org.opora.web.pages.MySignInPages;
import org.opora.web.pages.ProofPages;
import org.opora.web.pages.ShellPages;
import org.opora.web.pages.SignInPages;
import org.opora.web.pages.SignInsPages;
import org.opora.web.texts.BundleMessages;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Words;
import org.opora.web.texts.Written;

/**
 * The gate with its real route table, engines, texts and pages; accounts and sessions live in
 * memory.
 */
final class TestHouse implements Services, Accounts, Sessions, Access, AuditTrail, Inbox, Centre {
  static final ZoneId ZONE = ZoneId.of("Europe/Prague");
  static final String TOKEN = "token-of-jana";
  static final StaffId JANA = StaffId.next();

  final Clock clock = Clock.fixed(Instant.parse("2026-11-02T08:30:00Z"), ZONE);
  final Map<String, Session> sessions = new HashMap<>();
  final List<String> trail = Collections.synchronizedList(new ArrayList<>());
  final List<Message> messages = new ArrayList<>();
  final Map<String, Modules.Info> modules = new HashMap<>();
  final Set<Subject> hidden = new java.util.HashSet<>();
  final Set<UUID> lent = new java.util.HashSet<>();
  final Menu menu = new Menu();
  final AccountLinks links = new AccountLinks();
  final Doors doors;
  final Porter porter;
  private final Accounts accounts;
  private final Sessions known;
  private final SecondFactor factor;
  FormKeys formKeys;
  Drafts drafts;
  LargeExports largeExports;
  long taken;
  int askedWhatIsLent;
  Access deciding = this;
  boolean untouched;
  boolean busy;
  boolean directory;
  boolean directoryAway;
  Locked lock;
  boolean complete = true;
  boolean full;

  TestHouse(Path data) {
    this(data, null, new NobodysFactor());
  }

  /** The same with the accounts, sessions and second factors of a real house. */
  TestHouse(Path data, AccessHouse real) {
    this(data, real, real.factor());
  }

  private TestHouse(Path data, AccessHouse real, SecondFactor factor) {
    this.factor = factor;
    accounts = real == null ? this : real.accounts();
    known = real == null ? this : real.sessions();
    FolderResources shell = FolderResources.shell();
    Map<String, Lexicon> lexicons = new HashMap<>();
    lexicons.put("org.opora.web", new Lexicon(shell));
    lexicons.put("org.example.guest", new Lexicon(FolderResources.guest("org.example.guest")));
    Words words = new Words(lexicons.get("org.opora.web"), lexicons::get, new Written(ZONE));
    doors = new Doors(shell, words);
    Notices notices = new Notices(clock);
    Frames frames = new Frames(this, doors, menu, notices, clock);
    porter =
        new Porter(
            this,
            doors,
            new Plain("10.0.0.2"),
            new Hosts("opora.centre.example", "opora.local"::equals),
            new Identities(this, clock, ZONE),
            notices,
            frames,
            data);
    menu.add("shell", new ShellNavigation(), "org.opora.web");
    doors.add(
        "sign-in",
        new SignInPages(
            accounts,
            known,
            factor,
            this,
            new BundleMessages(words, "org.opora.web", lexicons.get("org.opora.web"))),
        shell);
    doors.add("proof", new ProofPages(factor), shell);
    doors.add("my-sign-in", new MySignInPages(accounts, factor, known, this, links), shell);
    doors.add("sign-ins", new SignInsPages(factor, known, accounts, links), shell);
    doors.add("lock", new LockPages(accounts, known, factor), shell);
    doors.add("shell", new ShellPages(menu, accounts, factor), shell);
    doors.add("inbox", new InboxPages(this), shell);
    signedIn(Map.of("guest.read", Reach.OWN));
  }

  void signedIn(Map<String, Reach> grants) {
    sessions.put(TOKEN, new Session(JANA, "Jana Nová", grants, null));
  }

  void speaks(String language) {
    sessions.computeIfPresent(
        TOKEN, (token, s) -> new Session(s.staff(), s.name(), s.grants(), language));
  }

  /** Routes of a module bundle. */
  void guest(Route... routes) {
    doors.add("guest", set("guest", routes), FolderResources.guest("org.example.guest"));
  }

  static RouteSet set(String module, Route... routes) {
    return new RouteSet() {
      @Override
      public String module() {
        return module;
      }

      @Override
      public List<Route> routes() {
        return List.of(routes);
      }
    };
  }

  Wire send(Wire wire) {
    try {
      porter.serve(wire.request(), wire.response());
      return wire;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public Access access() {
    return complete ? deciding : null;
  }

  @Override
  public AuditTrail audit() {
    return this;
  }

  @Override
  public Sessions sessions() {
    return known;
  }

  @Override
  public SecondFactor secondFactor() {
    return factor;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Modules modules() {
    return new Modules() {
      @Override
      public List<Info> all() {
        return List.copyOf(modules.values());
      }

      @Override
      public Optional<Info> find(String id) {
        return Optional.ofNullable(modules.get(id));
      }
    };
  }

  @Override
  public Inbox inbox() {
    return this;
  }

  @Override
  public Centre centre() {
    return this;
  }

  @Override
  public FormKeys formKeys() {
    return formKeys;
  }

  @Override
  public Drafts drafts() {
    return drafts;
  }

  @Override
  public LargeExports largeExports() {
    return largeExports;
  }

  @Override
  public boolean untouched() {
    return untouched;
  }

  @Override
  public Optional<String> setUpCode() {
    return Optional.empty();
  }

  @Override
  public StaffId setUp(String code, StaffId director, NewAccount account, boolean secondFactor) {
    untouched = false;
    return director;
  }

  @Override
  public Optional<StaffId> signIn(
      String signInName, char[] password, String device, String address) {
    if (busy) {
      throw new Refused(null, Text.of("org.opora.web", "sign-in.wrong"));
    }
    if (directoryAway) {
      throw new DirectoryAway(Text.of("org.opora.web", "form.choice"));
    }
    return signInName.equals("jana") && new String(password).equals(" sun and rain ")
        ? Optional.of(JANA)
        : Optional.empty();
  }

  @Override
  public void changePassword(
      Viewer viewer, String token, char[] current, char[] next, String centre) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> unlock(String token, char[] password, String device, String address) {
    return signIn("jana", password, device, address).map(staff -> TOKEN);
  }

  @Override
  public void lockAfter(Viewer viewer, int minutes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> device(StaffId staff, String mark) {
    return Optional.empty();
  }

  @Override
  public String invite(
      Viewer viewer, StaffId staff, String staffName, Set<String> roles, boolean byDirectory) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean invitedByDirectory(String code) {
    return code.equals("network");
  }

  @Override
  public boolean directoryConnected() {
    return directory;
  }

  @Override
  public boolean byDirectory(Viewer viewer) {
    return directory;
  }

  @Override
  public Set<StaffId> byDirectory(Viewer viewer, Set<StaffId> staff) {
    return Set.of();
  }

  @Override
  public Optional<Owner> owner(StaffId staff) {
    return Optional.empty();
  }

  @Override
  public StaffId accept(String code, NewAccount account) {
    if (code.equals("network")) {
      if (directoryAway) {
        throw new DirectoryAway(Text.of("org.opora.web", "form.choice"));
      }
      return JANA;
    }
    if (!code.equals("good")) {
      throw new Refused("code", Text.of("org.opora.web", "form.choice"));
    }
    return JANA;
  }

  @Override
  public void disable(Viewer viewer, StaffId staff) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void prefer(StaffId staff, String language) {
    speaks(language);
  }

  @Override
  public void rename(StaffId staff, String staffName) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<StaffId, State> states(Viewer viewer, Set<StaffId> staff) {
    return Map.of();
  }

  @Override
  public Optional<Session> find(String token) {
    return Optional.ofNullable(sessions.get(token));
  }

  @Override
  public Optional<Session> glance(String token) {
    return find(token);
  }

  @Override
  public Optional<Session> onTablet(String token) {
    return Optional.empty();
  }

  @Override
  public Optional<Locked> locked(String token) {
    return Optional.ofNullable(lock);
  }

  @Override
  public void lock(Viewer viewer, String token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Duration locksAfter() {
    return Duration.ofMinutes(15);
  }

  @Override
  public String start(StaffId staff, Duration lifetime, String device) {
    String token = "started-" + lifetime.toMinutes();
    sessions.put(
        token, sessions.getOrDefault(TOKEN, new Session(staff, "Jana Nová", Map.of(), null)));
    return token;
  }

  @Override
  public void end(String token) {
    sessions.remove(token);
  }

  @Override
  public void endAll(StaffId staff) {
    sessions.clear();
  }

  @Override
  public List<Open> own(Viewer viewer, String token) {
    return List.of();
  }

  @Override
  public void end(Viewer viewer, String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void endOthers(Viewer viewer, String token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void endAll(Viewer viewer, StaffId staff) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Decision decide(Viewer viewer, String permission) {
    return viewer.may(permission) ? Decision.allowed("all") : Decision.denied("no-permission");
  }

  @Override
  public Decision decide(Viewer viewer, String permission, Subject subject) {
    return hidden.contains(subject) ? Decision.denied("wall") : decide(viewer, permission);
  }

  @Override
  public void require(Viewer viewer, String permission) {
    if (!decide(viewer, permission).allowed()) {
      trail.add("denied " + permission);
      throw new NotAllowed("no-permission");
    }
  }

  @Override
  public void require(Viewer viewer, String permission, Subject subject) {
    require(viewer, permission);
    if (hidden.contains(subject)) {
      trail.add("denied " + permission + " " + subject.id());
      throw new NotFound();
    }
    if (lent.contains(subject.id()) && !Permission.reads(permission)) {
      trail.add("denied " + permission + " " + subject.kind() + " " + subject.id());
      throw new NotAllowed(Decision.READS_ONLY);
    }
  }

  @Override
  public Scope scope(Viewer viewer, String permission) {
    return new Scope(viewer.reach(permission), viewer.staff(), viewer.today());
  }

  @Override
  public Set<UUID> lent(Viewer viewer, Collection<UUID> subjects) {
    askedWhatIsLent++;
    return subjects.stream().filter(lent::contains).collect(Collectors.toSet());
  }

  @Override
  public long taken(StaffId staff) {
    return taken;
  }

  @Override
  public void wrote(Viewer viewer, String action, List<Subject> subjects, String detail) {
    trail.add("wrote " + action);
  }

  @Override
  public void read(Viewer viewer, String action, List<Subject> subjects, String detail) {
    if (full) {
      throw new Unrecorded("full", null);
    }
    trail.add("read " + action + " " + subjects.size() + (detail == null ? "" : " " + detail));
  }

  @Override
  public void denied(Viewer viewer, String action, List<Subject> subjects, String reason) {
    trail.add("denied " + action);
  }

  @Override
  public void noted(StaffId staff, String action, String detail) {
    trail.add("noted " + action);
  }

  @Override
  public Verdict verify() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void tell(StaffId staff, Title text, String href) {
    messages.add(new Message(UUID.randomUUID(), clock.instant(), text, href, false));
  }

  @Override
  public void tellAll(String permission, Title text, String href) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void takeBack(StaffId staff, String href) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Message> of(Viewer viewer, String after, int limit) {
    return Page.last(messages);
  }

  @Override
  public long unread(Viewer viewer) {
    return messages.stream().filter(message -> !message.read()).count();
  }

  @Override
  public void read(Viewer viewer, UUID message) {
    messages.replaceAll(
        m -> m.id().equals(message) ? new Message(m.id(), m.at(), m.text(), m.href(), true) : m);
  }

  @Override
  public String name() {
    return "Dům u lípy";
  }

  @Override
  public void rename(String other) {
    throw new UnsupportedOperationException();
  }
}
