package org.opora.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opora.api.access.Sessions;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Reply;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.FormKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A form that is sent after its session ended or was locked is kept, sealed for the person who
 * filled it in, and offered to the same person when they are back; so is one for which a session
 * has to give its second factor first. Whose form it is says the locked session, or a mark in the
 * browser that outlives the session, opens no door and can be made by nobody else.
 */
final class Parked {
  /** Key of the draft, and the field that says a form comes from there. */
  static final String KEY = "unsent";

  /** A form with such a field is kept nowhere, and shown again by nothing. */
  static final String PASSWORD = "password";

  private static final Logger LOG = LoggerFactory.getLogger(Parked.class);
  private static final String COOKIE = "opora-who";
  private static final int LONGEST = 30_000;

  private final Services services;

  Parked(Services services) {
    this.services = services;
  }

  /** Leaves the mark with a new session. */
  void mark(String token, GateRequest request, HttpServletResponse response) {
    Drafts drafts = services.drafts();
    if (token != null && drafts != null) {
      Optional<Sessions.Session> session = services.sessions().find(token);
      boolean secure = request.http().isSecure();
      session.ifPresent(s -> Cookies.put(response, COOKIE, drafts.mark(s.staff()), secure));
      if (session.isEmpty() && services.sessions().onTablet(token).isPresent()) {
        // Whoever was in with a password before gets nothing of what the next one writes.
        Cookies.put(response, COOKIE, "", 0, secure);
      }
    }
  }

  /** Keeps the form when it is one, and we know whose; otherwise nothing happens. */
  boolean keep(GateRequest request, Path uploads) throws IOException {
    HttpServletRequest http = request.http();
    Drafts drafts = services.drafts();
    if (drafts == null || !http.getMethod().equals("POST") || request.fragment()) {
      return false;
    }
    Optional<StaffId> staff =
        locked(request).or(() -> request.cookie(COOKIE).flatMap(drafts::recognise));
    String type = http.getContentType();
    if (staff.isEmpty() || type == null || !type.startsWith("application/x-www-form-urlencoded")) {
      return false;
    }
    try (Body body = Body.read(http, false, uploads)) {
      return keep(staff.get(), request.path(), body.fields());
    } catch (Rejected malformed) {
      return false;
    }
  }

  private Optional<StaffId> locked(GateRequest request) {
    String token = request.visitor().token();
    return token == null
        ? Optional.empty()
        : services.sessions().locked(token).map(Sessions.Locked::staff);
  }

  /**
   * Whoever comes in and goes nowhere in particular comes to the form that they have not sent yet:
   * somebody else may have signed in before they were back.
   */
  Reply first(Reply.WithSession session) {
    Drafts drafts = services.drafts();
    return session.token() != null
            && drafts != null
            && session.reply() instanceof Reply.Redirect redirect
            && redirect.path().equals("/")
            && services
                .sessions()
                .find(session.token())
                .flatMap(s -> drafts.find(s.staff(), KEY))
                .isPresent()
        ? new Reply.WithSession(session.token(), Reply.to("/unsent", redirect.notice()))
        : session;
  }

  /** Keeps the form that was read already, of somebody who has to show first who they are. */
  boolean keepPosted(GateRequest request) {
    String type = request.http().getContentType();
    return services.drafts() != null
        && !request.fragment()
        && type != null
        && type.startsWith("application/x-www-form-urlencoded")
        && keep(request.viewer().staff(), request.path(), request.posted().fields());
  }

  private boolean keep(StaffId staff, String path, Map<String, List<String>> fields) {
    if (fields.containsKey(PASSWORD)) {
      // Kept nowhere but as a hash, not even sealed.
      return false;
    }
    List<String> key = fields.getOrDefault("form-key", List.of(""));
    String content = path + "?" + encode(fields);
    if (FormKeys.parse(key.get(0)).isEmpty() || content.length() > LONGEST) {
      return false;
    }
    try {
      services.drafts().keep(staff, KEY, content);
      return true;
    } catch (RuntimeException unavailable) {
      LOG.warn(
          "A form that came too early or too late could not be kept: {}",
          unavailable.getClass().getName());
      return false;
    }
  }

  private static String encode(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .flatMap(
            field ->
                field.getValue().stream()
                    .map(value -> encode(field.getKey()) + "=" + encode(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
