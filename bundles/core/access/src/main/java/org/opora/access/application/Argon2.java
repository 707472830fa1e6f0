package org.opora.access.application;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.opora.access.AccessModule;
import org.opora.api.faults.Refused;
import org.opora.api.text.Text;

/**
 * Argon2id, written as a PHC string. Each run takes its memory for itself, so at most two run at
 * once and at most twenty wait; who comes then is asked to try again, before the machine is out of
 * memory.
 */
public final class Argon2 {
  /**
   * @param memory KiB
   */
  record Cost(int memory, int passes, int lanes) {}

  /** 19 MiB, two passes: about 40 ms on a small server. */
  private static final Cost COST = new Cost(19_456, 2, 1);

  private static final Cost OF_NOTHING_KEPT = new Cost(64, 1, 1);

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final int AT_ONCE = 2;
  private static final int WAITING = 20;
  private static final int SALT = 16;
  private static final int HASH = 32;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore runs = new Semaphore(AT_ONCE, true);
  private final Semaphore places = new Semaphore(AT_ONCE + WAITING);
  private final Cost cost;

  Argon2(Cost cost) {
    this.cost = cost;
  }

  /** For passwords that protect something. */
  public static Argon2 strong() {
    return new Argon2(COST);
  }

  /** For houses of tests and tools, which are thrown away: nobody guesses what opens nothing. */
  public static Argon2 quick() {
    return new Argon2(OF_NOTHING_KEPT);
  }

  String hash(char[] password) {
    byte[] salt = random(SALT);
    return phc(cost, salt, guarded(password, cost, salt, HASH));
  }

  /** A hash that no password has: to be checked for a name that does not exist. */
  String nobody() {
    return phc(cost, random(SALT), random(HASH));
  }

  boolean fits(String phc, char[] password) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalStateException("A password hash has an unknown form");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    return MessageDigest.isEqual(expected, guarded(password, cost(parts), salt, expected.length));
  }

  /** Whether the hash was made with other parameters than those of today. */
  boolean outdated(String phc) {
    Matcher parts = PHC.matcher(phc);
    return !parts.matches() || !cost(parts).equals(cost);
  }

  private byte[] guarded(char[] password, Cost with, byte[] salt, int length) {
    if (!places.tryAcquire()) {
      throw busy();
    }
    try {
      if (!runs.tryAcquire(20, TimeUnit.SECONDS)) {
        throw busy();
      }
      try {
        return run(password, with, salt, length);
      } finally {
        runs.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      places.release();
    }
  }

  private static byte[] run(char[] password, Cost with, byte[] salt, int length) {
    byte[] secret = bytes(password);
    byte[] hash = new byte[length];
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(with.memory())
              .withIterations(with.passes())
              .withParallelism(with.lanes())
              .withSalt(salt)
              .build());
      generator.generateBytes(secret, hash);
      return hash;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** The same letters give the same bytes, however the keyboard composed them. */
  static byte[] bytes(char[] password) {
    CharBuffer typed = CharBuffer.wrap(password);
    CharSequence composed =
        Normalizer.isNormalized(typed, Normalizer.Form.NFC)
            ? typed
            : Normalizer.normalize(typed, Normalizer.Form.NFC);
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(composed));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    Arrays.fill(encoded.array(), (byte) 0);
    return bytes;
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Cost cost(Matcher parts) {
    return new Cost(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  private static String phc(Cost cost, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memory(),
            cost.passes(),
            cost.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  private static Refused busy() {
    return new Refused(null, Text.of(AccessModule.ORIGIN, "sign-in.busy"));
  }
}
