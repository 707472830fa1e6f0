package org.opora.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.web.WebModule;

/** One request on its way through the gate. Not thread-safe. */
public final class GateRequest implements Request {
  /** Name of the cookie that says in which browser somebody has signed in before. */
  public static final String DEVICE = "opora-device";

  /** Name of the cookie by which the house knows a tablet of its own. */
  public static final String TABLET = "opora-tablet";

  private final HttpServletRequest http;
  private final Visitor visitor;
  private final Map<String, List<String>> query;
  private final Set<Subject> shown = new LinkedHashSet<>();
  private RouteTable.Match match;
  private Body body = Body.none();
  private Form form;
  private String language;
  private String tablet;
  private boolean readsOnly;
  private Still still;
  private String recorded;

  GateRequest(HttpServletRequest http, Visitor visitor, Map<String, List<String>> query) {
    this.http = http;
    this.visitor = visitor;
    this.query = query;
  }

  void at(RouteTable.Match found) {
    this.match = found;
  }

  /** Whether the address asks for nothing besides, or leaves it empty. */
  boolean asksOnly(String name) {
    return query.entrySet().stream()
        .allMatch(
            one -> one.getKey().equals(name) || one.getValue().stream().allMatch(String::isBlank));
  }

  /** What the path names by its key. */
  Map<UUID, Subject> named() {
    return match == null ? Map.of() : match.named();
  }

  void began(Still standing) {
    still = standing;
  }

  /** Whether what let it in still holds; null before it was let in. */
  Still still() {
    return still;
  }

  /**
   * @throws Revoked when what let it in does not hold any more
   */
  void stays() {
    if (still != null && !still.holds()) {
      throw new Revoked();
    }
  }

  /** Its page offers nothing that changes what it shows. */
  void readsOnly(boolean only) {
    readsOnly = only;
  }

  boolean readsOnly() {
    return readsOnly;
  }

  void posted(Body posted) {
    this.body = posted;
  }

  Body posted() {
    return body;
  }

  HttpServletRequest http() {
    return http;
  }

  Visitor visitor() {
    return visitor;
  }

  /** Of what the reply tells; null when nobody has said it. */
  String recorded() {
    return recorded;
  }

  Set<Subject> shown() {
    return shown;
  }

  /** The posted form when a handler has looked at it or the page needs it; null on GET. */
  Form formOrNull() {
    return http.getMethod().equals("POST") ? form() : null;
  }

  /** Keeps the language in the browser, for pages before sign-in. */
  public void remember(String tag) {
    this.language = tag;
  }

  /** From now on the browser is the tablet of this token. */
  public void pair(String token) {
    this.tablet = token;
  }

  String paired() {
    return tablet;
  }

  String language() {
    return language;
  }

  /** Number of this request, to be read out to whoever helps. */
  public String number() {
    return visitor.requestId();
  }

  /** The session token that came with the request; null when there is none. */
  public String token() {
    return visitor.token();
  }

  /** From where the browser comes. */
  public String address() {
    return http.getRemoteAddr();
  }

  /** What the browser says it is; null when it says nothing. */
  public String agent() {
    return http.getHeader("User-Agent");
  }

  @Override
  public Viewer viewer() {
    return signedIn().orElseThrow(() -> new NotAllowed("nobody"));
  }

  @Override
  public Optional<Viewer> signedIn() {
    return Optional.ofNullable(visitor.viewer());
  }

  @Override
  public Locale locale() {
    return visitor.locale();
  }

  @Override
  public ZoneId zone() {
    return visitor.zone();
  }

  /** The gate has looked at the name before. */
  @Override
  public String houseAddress() {
    return http.getScheme() + "://" + http.getHeader("Host");
  }

  @Override
  public String path() {
    return http.getRequestURI();
  }

  @Override
  public String variable(String name) {
    return match.variable(name);
  }

  @Override
  public UUID id(String name) {
    try {
      return UUID.fromString(match.variable(name));
    } catch (IllegalArgumentException none) {
      throw new NotFound();
    }
  }

  @Override
  public Optional<String> query(String name) {
    List<String> values = query.get(name);
    return values == null || values.get(0).isBlank()
        ? Optional.empty()
        : Optional.of(values.get(0));
  }

  @Override
  public Form form() {
    if (form == null) {
      form = new Form(WebModule.ORIGIN, body.fields());
    }
    return form;
  }

  @Override
  public Optional<Upload> upload(String name) {
    return Optional.ofNullable(body.upload(name));
  }

  @Override
  public InputStream body() {
    return body.raw();
  }

  @Override
  public boolean fragment() {
    return http.getHeader("HX-Request") != null;
  }

  @Override
  public Optional<String> cookie(String name) {
    return Cookies.find(http, name);
  }

  @Override
  public void shows(Subject... subjects) {
    shows(Arrays.asList(subjects));
  }

  @Override
  public void shows(Collection<Subject> subjects) {
    shown.addAll(subjects);
  }

  @Override
  public void records(String detail) {
    recorded = detail;
  }
}
