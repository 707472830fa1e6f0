package org.opora.calendar.feeds.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What only the owner of an address knows. It is drawn by lot and long, so that a fingerprint
 * without salt gives nothing away, and to try them all is no use.
 */
public record FeedSecret(String text) {
  /** 256 bits. */
  private static final int BYTES = 32;

  private static final Pattern LOOKS = Pattern.compile("[A-Za-z0-9_-]{43}");

  public static FeedSecret drawn(SecureRandom lot) {
    byte[] bytes = new byte[BYTES];
    lot.nextBytes(bytes);
    return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What somebody came with; empty when it can be no secret of ours. */
  public static Optional<FeedSecret> heard(String text) {
    return LOOKS.matcher(text).matches() ? Optional.of(new FeedSecret(text)) : Optional.empty();
  }

  /** The only thing that is kept of it. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  /** It never stands in a log. */
  @Override
  public String toString() {
    return "FeedSecret";
  }
}
