package org.opora.access.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Tokens for browsers and codes for people. */
final class Secrets {
  /** Crockford's alphabet: no letter that is read or heard for another. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int GROUP = 4;
  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_LENGTH = 43;

  private final SecureRandom random = new SecureRandom();

  /** 256 bits, for a cookie. */
  String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static boolean looksLikeToken(String token) {
    return token != null && token.length() == TOKEN_LENGTH;
  }

  /** 140 bits in seven groups of four, for a person to copy. */
  String code() {
    return code(7);
  }

  /** 80 bits in four groups of four, for a sheet of several. */
  String shortCode() {
    return code(4);
  }

  /** 40 bits in two groups of four, for what holds for minutes and is slowed. */
  String briefCode() {
    return code(2);
  }

  private String code(int groups) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < groups * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** What a person typed, without spaces and dashes and with the letters that were meant. */
  static String typed(String code) {
    return code == null
        ? ""
        : code.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
  }

  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  static boolean same(String hash, String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
