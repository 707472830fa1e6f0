package org.opora.web.gate;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Cookies of this house. By TLS each is bound to this very host: another server of the same domain,
 * or somebody who speaks plain in its name, cannot set one, and one that was set otherwise does not
 * count.
 */
final class Cookies {
  private static final String BOUND = "__Host-";

  private Cookies() {}

  static Optional<String> find(HttpServletRequest http, String name) {
    Cookie[] cookies = http.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    String wanted = named(name, http.isSecure());
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(wanted)) {
        return Optional.ofNullable(cookie.getValue()).filter(value -> !value.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** Until the browser is closed. */
  static void put(HttpServletResponse response, String name, String value, boolean secure) {
    put(response, name, value, "", secure);
  }

  /** For so many seconds; none takes it away. */
  static void put(
      HttpServletResponse response, String name, String value, long seconds, boolean secure) {
    put(response, name, value, "; Max-Age=" + seconds, secure);
  }

  private static void put(
      HttpServletResponse response, String name, String value, String age, boolean secure) {
    response.addHeader(
        "Set-Cookie",
        named(name, secure)
            + "="
            + value
            + "; Path=/"
            + age
            + "; HttpOnly; SameSite=Strict"
            + (secure ? "; Secure" : ""));
  }

  private static String named(String name, boolean secure) {
    return secure ? BOUND + name : name;
  }
}
