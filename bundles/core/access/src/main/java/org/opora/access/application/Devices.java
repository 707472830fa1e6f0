package org.opora.access.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.opora.api.persistence.Keys;

/**
 * Marks of browsers in which somebody has signed in. They are counted apart from everybody who
 * guesses elsewhere, so that guessing keeps nobody out of their own browser. Nothing is stored: a
 * mark is a random part and a seal over it and the name.
 */
final class Devices {
  private static final String PURPOSE = "access-device";

  private final Keys keys;
  private final Secrets secrets = new Secrets();

  Devices(Keys keys) {
    this.keys = keys;
  }

  String mark(String name) {
    return sealed(name, secrets.token());
  }

  boolean knows(String name, String mark) {
    int dot = mark == null ? -1 : mark.indexOf('.');
    return dot > 0
        && MessageDigest.isEqual(
            sealed(name, mark.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
            mark.getBytes(StandardCharsets.UTF_8));
  }

  private String sealed(String name, String random) {
    return random + "." + HexFormat.of().formatHex(keys.fingerprint(PURPOSE, name + "\n" + random));
  }
}
