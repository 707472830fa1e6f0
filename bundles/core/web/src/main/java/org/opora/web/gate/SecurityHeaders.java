package org.opora.web.gate;

import jakarta.servlet.http.HttpServletResponse;

/** What every response carries, whatever it says. */
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
  private static final String DOWNLOAD_POLICY =
      "sandbox; default-src 'none'; frame-ancestors 'none'";
  private static final String PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
          + " payment=(), usb=(), browsing-topics=()";

  private SecurityHeaders() {}

  static void write(HttpServletResponse response, boolean secure) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", PERMISSIONS);
    response.setHeader("Cache-Control", "no-store");
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /**
   * A file of a client is opened by nothing and runs nothing, even when somebody opens it in the
   * browser.
   */
  static void download(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", DOWNLOAD_POLICY);
  }

  /** The address of the file names its content. */
  static void forEver(HttpServletResponse response) {
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  }

  /** After sign-out the browser forgets what it has seen. */
  static void forget(HttpServletResponse response) {
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
  }
}
