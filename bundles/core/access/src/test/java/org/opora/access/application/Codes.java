package org.opora.access.application;

import java.time.Instant;

/** What an application on a telephone shows. */
public final class Codes {
  private Codes() {}

  public static String of(String secret, Instant now) {
    return Totp.at(secret, now);
  }
}
