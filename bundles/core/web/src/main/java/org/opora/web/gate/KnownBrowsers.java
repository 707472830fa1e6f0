package org.opora.web.gate;

import jakarta.servlet.http.HttpServletResponse;
import org.opora.api.access.Accounts;

/**
 * Leaves a mark in the browser in which somebody has signed in, so that guesses made elsewhere do
 * not keep them waiting. It outlives sign-out, opens nothing and names nobody.
 */
final class KnownBrowsers {
  private static final long YEAR = 31_536_000;

  private final Services services;

  KnownBrowsers(Services services) {
    this.services = services;
  }

  /** Only with a session that is complete: the password alone makes no browser known. */
  void mark(String token, GateRequest request, HttpServletResponse response) {
    Accounts accounts = services.accounts();
    if (token == null || accounts == null) {
      return;
    }
    services
        .sessions()
        .find(token)
        .flatMap(
            session ->
                accounts.device(session.staff(), request.cookie(GateRequest.DEVICE).orElse(null)))
        .ifPresent(
            mark ->
                Cookies.put(response, GateRequest.DEVICE, mark, YEAR, request.http().isSecure()));
  }
}
