package org.opora.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.exports.LargeExports;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.ProofNeeded;
import org.opora.api.module.Modules;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Entry;
import org.opora.web.pages.LockPages;
import org.opora.web.pages.ProofPages;
import org.opora.web.pages.TabletPages;
import org.opora.web.rendering.PageEngine;
import org.opora.web.rendering.StaticFiles;

/**
 * The way of a request through the gate: is the address one of ours, who asks, may they, was it our
 * page that posted; then the handler, the page, the audit row, and only then the first byte.
 */
final class Porter {
  private static final int LONGEST_PATH = 1_000;
  private static final int LONGEST_QUERY = 2_000;

  private final Services services;
  private final Doors doors;
  private final Plain plain;
  private final Hosts hosts;
  private final Identities identities;
  private final OperatorKey operatorKey;
  private final Notices notices;
  private final Answers answers;
  private final FaultPages faults;
  private final Once once;
  private final Parked parked;
  private final KnownBrowsers browsers;
  private final Frames frames;
  private final Path uploads;

  Porter(
      Services services,
      Doors doors,
      Plain plain,
      Hosts hosts,
      Identities identities,
      Notices notices,
      Frames frames,
      Path data) {
    this.services = services;
    this.doors = doors;
    this.plain = plain;
    this.hosts = hosts;
    this.identities = identities;
    this.notices = notices;
    this.frames = frames;
    this.operatorKey = new OperatorKey(data);
    this.uploads = data.resolve("tmp");
    this.answers = new Answers(frames, new Exports(doors.words(), uploads));
    this.faults = new FaultPages(doors.words());
    this.once = new Once(services);
    this.parked = new Parked(services);
    this.browsers = new KnownBrowsers(services);
  }

  void serve(HttpServletRequest sent, HttpServletResponse response) throws IOException {
    HttpServletRequest http = plain.admit(sent);
    SecurityHeaders.write(response, http != null && http.isSecure());
    if (http == null) {
      Answers.bare(403, "This house speaks to other computers by TLS only.", response);
      return;
    }
    if (!hosts.known(http.getHeader("Host"), http.getLocalPort())) {
      Answers.bare(421, "This house has another address.", response);
      return;
    }
    String method = http.getMethod();
    boolean post = method.equals("POST");
    if (!post && !method.equals("GET") && !method.equals("HEAD")) {
      response.setHeader("Allow", "GET, HEAD, POST");
      Answers.bare(405, "This is not understood here.", response);
      return;
    }
    Map<String, List<String>> query;
    try {
      query = query(http);
    } catch (Rejected rejected) {
      page(rejected.status(), new GateRequest(http, identities.person(http), Map.of()), response);
      return;
    }
    String path = http.getRequestURI();
    if (!PathRules.plain(path, LONGEST_PATH)) {
      page(404, new GateRequest(http, identities.person(http), Map.of()), response);
      return;
    }
    if (!post && file(path, http, response)) {
      return;
    }
    RouteTable.Match match = doors.table().find(post ? Route.Method.POST : Route.Method.GET, path);
    if (match == null) {
      stray(path, new GateRequest(http, identities.person(http), query), response);
      return;
    }
    Entry entry = match.door().route().entry();
    boolean machine = entry == Entry.OPERATOR || entry == Entry.OPERATOR_SIGNED_IN;
    Visitor visitor =
        machine
            ? identities.operator(http)
            : match.door().route().tablet() ? identities.onTablet(http) : identities.person(http);
    GateRequest request = new GateRequest(http, visitor, query);
    request.at(match);
    if (machine ? admitOperator(entry, request, response) : admitPerson(entry, request, response)) {
      enter(match, request, machine, response);
    }
  }

  private static Map<String, List<String>> query(HttpServletRequest http) {
    String query = http.getQueryString();
    if (query != null && query.length() > LONGEST_QUERY) {
      throw new Rejected(414);
    }
    return Fields.parse(query);
  }

  /** Static files are the same for everybody; they need no session. */
  private boolean file(String path, HttpServletRequest http, HttpServletResponse response)
      throws IOException {
    String[] parts = path.split("/", 7);
    if (parts.length != 6 || !parts[1].equals("m") || !parts[3].equals("static")) {
      return false;
    }
    StaticFiles files =
        parts[2].equals(org.opora.web.WebModule.ID)
            ? doors.shell().files()
            : doors.table().files(parts[2]);
    Optional<StaticFiles.Asset> asset = files == null ? Optional.empty() : files.find(parts[5]);
    if (asset.isEmpty() || !asset.get().hash().equals(parts[4])) {
      return false;
    }
    Answers.send(asset.get(), http.getHeader("Accept-Encoding"), http.getMethod(), response);
    return true;
  }

  /**
   * Nothing is here: not found, or not now, or not any more. The same for everybody, however
   * somebody published something here.
   */
  private void stray(String path, GateRequest request, HttpServletResponse response)
      throws IOException {
    RouteTable table = doors.table();
    if (table.find(Route.Method.GET, path) != null || table.find(Route.Method.POST, path) != null) {
      response.setHeader(
          "Allow", table.find(Route.Method.POST, path) != null ? "POST" : "GET, HEAD");
      page(405, request, response);
      return;
    }
    Modules.Info module = absentModule(path, table).orElse(null);
    if (!services.ready()) {
      // Doors are still being hung; what is missing now may be there in a moment.
      response.setHeader("Retry-After", "3");
      send(faults.of(503, request, machine(path)), request, doors.shell(), response);
    } else if (module == null) {
      send(faults.of(404, request, machine(path)), request, doors.shell(), response);
    } else if (request.visitor().viewer() == null) {
      signIn(request, response);
    } else {
      boolean gone =
          module.state() == Modules.State.AVAILABLE || module.state() == Modules.State.REMOVED;
      String key =
          gone
              ? "module.gone"
              : module.state() == Modules.State.FAILED ? "module.failed" : "module.changing";
      Reply reply =
          faults.module(
              gone ? 410 : 503, key, module.title().in(request.locale()), request, response);
      send(reply, request, doors.shell(), response);
    }
  }

  /**
   * Addresses of {@code bin/opora} are answered to a machine, whether there is something or not.
   */
  private static boolean machine(String path) {
    return path.startsWith("/ops/");
  }

  private Optional<Modules.Info> absentModule(String path, RouteTable table) {
    Modules modules = services.modules();
    String[] parts = path.split("/", 4);
    if (modules == null
        || parts.length < 3
        || !parts[1].equals("m")
        || table.files(parts[2]) != null) {
      return Optional.empty();
    }
    return modules.find(parts[2]);
  }

  private boolean admitOperator(Entry entry, GateRequest request, HttpServletResponse response)
      throws IOException {
    if (!operatorKey.opens(request.http().getHeader("Authorization"))) {
      refuse(401, request, response);
      return false;
    }
    if (entry == Entry.OPERATOR_SIGNED_IN && request.visitor().viewer() == null) {
      refuse(401, request, response);
      return false;
    }
    return true;
  }

  private boolean admitPerson(Entry entry, GateRequest request, HttpServletResponse response)
      throws IOException {
    HttpServletRequest http = request.http();
    String own = http.getScheme() + "://" + http.getHeader("Host");
    if (http.getMethod().equals("POST")
        && !Origins.ours(http.getHeader("Sec-Fetch-Site"), http.getHeader("Origin"), own)) {
      page(403, request, response);
      return false;
    }
    if (entry == Entry.PUBLIC) {
      return true;
    }
    if (!services.ready()) {
      response.setHeader("Retry-After", "3");
      page(503, request, response);
      return false;
    }
    if (request.visitor().viewer() == null && request.visitor().confined()) {
      confine(request, response);
      return false;
    }
    if (request.visitor().viewer() == null) {
      if (!parked.keep(request, uploads)) {
        signIn(request, response);
      } else {
        response.setStatus(303);
        response.setHeader("Location", door(request) + "?to=%2Funsent");
      }
      return false;
    }
    return true;
  }

  /** Whoever is in with a PIN is nobody here, and stays where the tablet begins. */
  private void confine(GateRequest request, HttpServletResponse response) throws IOException {
    if (request.http().getMethod().equals("POST") || request.fragment()) {
      page(403, request, response);
    } else {
      response.setStatus(303);
      response.setHeader("Location", TabletPages.START);
    }
  }

  /** Leads to sign-in and back to this page afterwards; before the first account to set-up. */
  private void signIn(GateRequest request, HttpServletResponse response) throws IOException {
    boolean untouched = services.accounts() != null && services.accounts().untouched();
    boolean back =
        request.http().getMethod().equals("GET")
            && !request.fragment()
            && !request.path().equals("/");
    String door = door(request);
    String target = untouched ? "/set-up" : back ? door + "?to=" + target(request.http()) : door;
    if (request.fragment() && locked(request)) {
      // The page stays where it is and covers itself, with what was typed into it.
      response.setStatus(401);
      response.setHeader("HX-Reswap", "none");
      response.setHeader("HX-Trigger", "opora-locked");
    } else if (request.fragment()) {
      response.setStatus(401);
      response.setHeader("HX-Redirect", target);
    } else {
      response.setStatus(303);
      response.setHeader("Location", target);
    }
  }

  private boolean locked(GateRequest request) {
    String token = request.visitor().token();
    return token != null && services.ready() && services.sessions().locked(token).isPresent();
  }

  /**
   * Where somebody goes on who is not in: at the beginning, at the lock, or at the second factor.
   */
  private String door(GateRequest request) {
    if (locked(request)) {
      return LockPages.PATH;
    }
    SecondFactor factor = services.secondFactor();
    String token = request.visitor().token();
    String first =
        request.cookie(GateRequest.TABLET).isPresent() ? TabletPages.SIGN_IN : ProofPages.SIGN_IN;
    return factor == null || token == null || !services.ready()
        ? first
        : factor.waits(token).map(ProofPages::door).orElse(first);
  }

  private static String target(HttpServletRequest http) {
    String query = http.getQueryString();
    return URLEncoder.encode(
        http.getRequestURI() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
  }

  private void enter(
      RouteTable.Match match, GateRequest request, boolean machine, HttpServletResponse response)
      throws IOException {
    Wing wing = match.door().wing();
    if (!wing.enter()) {
      response.setHeader("Retry-After", "3");
      page(503, request, response);
      return;
    }
    try {
      through(match, request, machine, response);
    } finally {
      wing.leave();
      request.posted().close();
    }
  }

  private void through(
      RouteTable.Match match, GateRequest request, boolean machine, HttpServletResponse response)
      throws IOException {
    Route route = match.door().route();
    PageEngine engine = match.door().wing().engine();
    Answers.Ready ready;
    request.began(Still.of(services, request));
    try {
      decide(route, request);
      if (route.method() == Route.Method.POST) {
        request.posted(Body.read(request.http(), machine, uploads));
      }
      Reply reply = once.handle(route, request);
      if (reply instanceof Reply.Export && services.secondFactor() != null) {
        // A list that leaves the house is shown to nobody who just found a browser open.
        services.secondFactor().requireFresh(request.viewer());
      }
      notice(reply, request);
      if (reply instanceof Reply.WithSession session) {
        parked.mark(session.token(), request, response);
        browsers.mark(session.token(), request, response);
        reply = parked.first(session);
      }
      request.readsOnly(frames.readsOnly(request));
      if (request.readsOnly() && !(reply instanceof Reply.Redirect)) {
        unchanged(route, request, request.shown());
      }
      Answers.Ready made = answers.render(reply, request, engine);
      ready = recorded(route, request, alone(standing(made, request), request));
    } catch (Revoked revoked) {
      denied(route, request);
      ready = fault(Revoked.said(), route, request, machine);
    } catch (ProofNeeded needed) {
      ready =
          machine
              ? answers.render(faults.of(401, request, true), request, doors.shell())
              : answers.render(proof(request), request, doors.shell());
    } catch (IOException | Error fatal) {
      if (fatal instanceof IOException && response.isCommitted()) {
        throw (IOException) fatal;
      }
      ready = fault(fatal, route, request, machine);
    } catch (Exception fault) {
      ready = fault(fault, route, request, machine);
    }
    try (Answers.Ready sent = ready) {
      answers.send(sent, request, response);
    } catch (Answers.BrokenOff broken) {
      denied(route, request);
      throw broken;
    }
  }

  /**
   * What shows somebody is not given to whoever could see them only when it was asked for. What a
   * form has changed is changed, and may have taken from its own sender what they had.
   */
  private Answers.Ready standing(Answers.Ready made, GateRequest request) throws IOException {
    boolean shows = made.export() != null || made.location() == null && !request.shown().isEmpty();
    if (!shows || request.http().getMethod().equals("POST")) {
      return made;
    }
    try {
      request.still().made();
      request.stays();
      return made;
    } catch (RuntimeException fault) {
      made.close();
      throw fault;
    }
  }

  private void denied(Route route, GateRequest request) {
    services
        .audit()
        .denied(
            request.viewer(), route.method() + " " + route.pattern(), List.of(), Revoked.REASON);
  }

  /**
   * A list that is too long for one person does not leave before a second one has confirmed it; the
   * answer leads to where this is asked for. It is said here, so that it holds for the lists of all
   * bundles.
   */
  private Answers.Ready alone(Answers.Ready made, GateRequest request) throws IOException {
    if (made.export() == null
        || made.export().ofWords()
        || request.http().getMethod().equals("HEAD")) {
      return made;
    }
    try {
      Optional<String> held = held(made.export().wanted(), request);
      if (held.isEmpty()) {
        return made;
      }
      made.close();
      return answers.render(Reply.to(held.get()), request, doors.shell());
    } catch (RuntimeException fault) {
      made.close();
      throw fault;
    }
  }

  private Optional<String> held(LargeExports.Wanted wanted, GateRequest request) {
    LargeExports large = services.largeExports();
    if (large != null) {
      return large.held(request.viewer(), wanted);
    }
    if (wanted.rows() > LargeExports.USUAL) {
      // Whoever could hold it back is not here yet.
      throw new Rejected(503);
    }
    return Optional.empty();
  }

  /** Asks for the second factor, and leads back to what was wanted. */
  private Reply proof(GateRequest request) {
    boolean post = request.http().getMethod().equals("POST");
    String back =
        !post
            ? target(request.http())
            : URLEncoder.encode(
                parked.keepPosted(request) ? "/unsent" : frames.returnTo(request),
                StandardCharsets.UTF_8);
    return Reply.to(ProofPages.AGAIN + "?to=" + back);
  }

  private void decide(Route route, GateRequest request) {
    if (route.permission() == null) {
      return;
    }
    Viewer viewer = request.viewer();
    if (route.subject() == null) {
      services.access().require(viewer, route.permission());
      changes(route, request);
      return;
    }
    Subject subject = route.subject().apply(request);
    if (subject == null) {
      throw new NotFound();
    }
    services.access().require(viewer, route.permission(), subject);
    if (route.audit() == Route.Audit.READ) {
      request.shows(subject);
    }
  }

  /**
   * On disk before the first byte: nothing is shown unrecorded. A form that comes back with its
   * errors shows people as well, whatever its status; what only leads on shows nobody.
   */
  private Answers.Ready recorded(Route route, GateRequest request, Answers.Ready ready)
      throws IOException {
    try {
      record(route, request, ready);
      return ready;
    } catch (RuntimeException unrecorded) {
      ready.close();
      throw unrecorded;
    }
  }

  private void record(Route route, GateRequest request, Answers.Ready ready) {
    boolean reads =
        route.audit() != Route.Audit.NONE
            && ready.location() == null
            && (request.recorded() != null || !request.shown().isEmpty());
    // A list that leaves is recorded also when it shows colleagues only, or nobody.
    if (reads || ready.export() != null) {
      services
          .audit()
          .read(
              request.viewer(),
              route.method() + " " + route.pattern(),
              List.copyOf(request.shown()),
              detail(request, ready));
    }
  }

  private static String detail(GateRequest request, Answers.Ready ready) {
    if (ready.export() == null) {
      return request.recorded();
    }
    String taken = ready.export().detail();
    return request.recorded() == null ? taken : taken + ";" + request.recorded();
  }

  /**
   * What is named in the path and open in an emergency alone is not changed. The use case says the
   * same; here it is said before somebody types into a form that nobody will save.
   */
  private void changes(Route route, GateRequest request) {
    unchanged(route, request, request.named().values());
  }

  /**
   * What of it is open in an emergency alone is refused at a door that changes something. A path
   * may name a record and not whose it is: that is known when the form shows it.
   */
  private void unchanged(Route route, GateRequest request, Collection<Subject> subjects) {
    Viewer viewer = request.viewer();
    String permission = route.permission();
    if (permission == null
        || viewer.reach(permission) != Reach.OWN
        || Permission.reads(permission)) {
      return;
    }
    Set<UUID> lent = services.access().lent(viewer, subjects.stream().map(Subject::id).toList());
    for (Subject subject : subjects) {
      if (lent.contains(subject.id())) {
        services.access().require(viewer, permission, subject);
      }
    }
  }

  private void notice(Reply reply, GateRequest request) {
    if (reply instanceof Reply.Redirect redirect) {
      notices.put(request.visitor().token(), redirect.notice());
    } else if (reply instanceof Reply.WithSession session
        && session.reply() instanceof Reply.Redirect redirect) {
      notices.put(session.token(), redirect.notice());
    }
  }

  private Answers.Ready fault(Throwable fault, Route route, GateRequest request, boolean machine)
      throws IOException {
    Reply reply = faults.of(fault, request, route.method() + " " + route.pattern(), machine);
    return answers.render(reply, request, doors.shell());
  }

  private void refuse(int status, GateRequest request, HttpServletResponse response)
      throws IOException {
    send(faults.of(status, request, true), request, doors.shell(), response);
  }

  private void page(int status, GateRequest request, HttpServletResponse response)
      throws IOException {
    send(faults.of(status, request, false), request, doors.shell(), response);
  }

  private void send(
      Reply reply, GateRequest request, PageEngine engine, HttpServletResponse response)
      throws IOException {
    answers.send(answers.render(reply, request, engine), request, response);
  }
}
