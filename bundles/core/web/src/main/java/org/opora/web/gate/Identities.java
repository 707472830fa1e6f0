package org.opora.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Sessions;
import org.opora.api.access.Sessions.Session;
import org.opora.api.access.Viewer;
import org.opora.web.texts.Lexicon;

/**
 * Finds out who asks, from the cookie or from the header of {@code bin/opora}, and in which
 * language to answer.
 */
final class Identities {
  static final String OPERATOR_SESSION = "Opora-Session";
  static final String LANGUAGE_COOKIE = "opora-language";
  private static final String COOKIE = "opora";
  private static final long YEAR = 31_536_000;

  /** Parsed once, not for every request. */
  private static final Map<String, Locale> LOCALES =
      Lexicon.LANGUAGES.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Locale::forLanguageTag));

  private static final int LONGEST_TOKEN = 200;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int NUMBER_LENGTH = 8;

  private final Services services;
  private final Clock clock;
  private final ZoneId zone;

  Identities(Services services, Clock clock, ZoneId zone) {
    this.services = services;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * What a page asks by itself, such as its parts, is nothing that the person does; the script of
   * the shell tells apart when they do something.
   */
  Visitor person(HttpServletRequest request) {
    String token = Cookies.find(request, COOKIE).orElse(null);
    return visitor(request, token, request.getHeader("HX-Request") == null);
  }

  /** The same at a door that is there for tablets. */
  Visitor onTablet(HttpServletRequest request) {
    Visitor visitor = person(request);
    return visitor.confined()
        ? visitor(request, visitor.token(), services.sessions().onTablet(visitor.token()), true)
        : visitor;
  }

  Visitor operator(HttpServletRequest request) {
    return visitor(request, request.getHeader(OPERATOR_SESSION), true);
  }

  static void write(HttpServletResponse response, String token, boolean secure) {
    if (token == null) {
      Cookies.put(response, COOKIE, "", 0, secure);
    } else {
      Cookies.put(response, COOKIE, token, secure);
    }
  }

  static void language(HttpServletResponse response, String language, boolean secure) {
    Cookies.put(response, LANGUAGE_COOKIE, language, YEAR, secure);
  }

  static void tablet(HttpServletResponse response, String token, boolean secure) {
    Cookies.put(response, GateRequest.TABLET, token, YEAR, secure);
  }

  private Visitor visitor(HttpServletRequest request, String token, boolean acts) {
    Sessions sessions = services.sessions();
    if (token == null || sessions == null || token.length() > LONGEST_TOKEN) {
      return visitor(request, token, Optional.empty(), false);
    }
    Optional<Session> session = acts ? sessions.find(token) : sessions.glance(token);
    return visitor(
        request, token, session, session.isEmpty() && sessions.onTablet(token).isPresent());
  }

  private Visitor visitor(
      HttpServletRequest request, String token, Optional<Session> session, boolean confined) {
    String number = number();
    Locale locale = locale(request, session.map(Session::language).orElse(null));
    Viewer viewer =
        session
            .map(
                s ->
                    new Viewer(
                        s.staff(), s.name(), s.grants(), locale, zone, clock, number, s.proved()))
            .orElse(null);
    return new Visitor(token, viewer, locale, zone, number, confined);
  }

  /**
   * What the person chose, then what the browser keeps, then what the browser prefers, then Czech.
   */
  private static Locale locale(HttpServletRequest request, String chosen) {
    String tag = chosen == null ? Cookies.find(request, LANGUAGE_COOKIE).orElse(null) : chosen;
    if (tag != null && Lexicon.LANGUAGES.contains(tag)) {
      return LOCALES.get(tag);
    }
    String header = request.getHeader("Accept-Language");
    if (header != null) {
      for (String part : header.split(",", 10)) {
        String language = part.strip().split("[-;]", 2)[0].toLowerCase(Locale.ROOT);
        String spoken = language.equals("sk") ? "cs" : language;
        if (Lexicon.LANGUAGES.contains(spoken)) {
          return LOCALES.get(spoken);
        }
      }
    }
    return LOCALES.get("cs");
  }

  private static String number() {
    char[] letters = new char[NUMBER_LENGTH];
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return new String(letters);
  }
}
