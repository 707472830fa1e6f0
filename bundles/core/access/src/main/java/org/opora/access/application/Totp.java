package org.opora.access.application;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of 30 seconds (RFC 6238) as every application on a telephone makes them. */
final class Totp {
  static final int DIGITS = 6;

  private static final int SECONDS = 30;
  private static final int SECRET_BYTES = 20;
  private static final int BITS = 5;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /** 160 bits, as applications take them. */
  static String secret(SecureRandom random) {
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < SECRET_BYTES * Byte.SIZE / BITS; i++) {
      secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return secret.toString();
  }

  /**
   * The step of which this is the code: the present one, or the one before or after it, because
   * clocks differ.
   *
   * @param used the last step of which a code was used; it and all before it are gone
   * @return -1 when it is the code of none of them
   */
  static long step(String secret, String code, Instant now, long used) {
    long present = now.getEpochSecond() / SECONDS;
    long found = -1;
    for (long step = present - 1; step <= present + 1; step++) {
      if (same(at(secret, step), code) && step > used && found < 0) {
        found = step;
      }
    }
    return found;
  }

  static String at(String secret, Instant now) {
    return at(secret, now.getEpochSecond() / SECONDS);
  }

  private static String at(String secret, long step) {
    return String.format(Locale.ROOT, "%06d", number(bytes(secret), step) % 1_000_000);
  }

  /** The truncated value of RFC 4226, of which a code shows the last digits. */
  static int number(byte[] key, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC", e);
    }
  }

  private static byte[] bytes(String secret) {
    ByteBuffer bytes = ByteBuffer.allocate(secret.length() * BITS / Byte.SIZE);
    int held = 0;
    int value = 0;
    for (char letter : secret.toCharArray()) {
      value = value << BITS | ALPHABET.indexOf(letter);
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        bytes.put((byte) (value >> held));
        value &= (1 << held) - 1;
      }
    }
    return bytes.array();
  }

  private static boolean same(String code, String other) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
