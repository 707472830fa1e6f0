package org.opora.persistence.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of the house. It never seals anything itself: each purpose has a key derived from it. */
public final class MasterKey {
  static final int LENGTH = 32;
  private static final String MAC = "HmacSHA256";

  private final SecretKeySpec secret;

  /**
   * @throws IllegalArgumentException unless there are 32 bytes
   */
  public MasterKey(byte[] secret) {
    if (secret.length != LENGTH) {
      throw new IllegalArgumentException("A master key has 32 bytes");
    }
    this.secret = new SecretKeySpec(secret, MAC);
  }

  /** For the sheet, and for the file. */
  byte[] secret() {
    return secret.getEncoded();
  }

  /** Says of a house that this is its key, without telling a bit of it. */
  byte[] proof(String pair) {
    return fingerprint("pairing", pair);
  }

  /** The key that wraps another master key while that one waits. */
  SecretKey successor() {
    return new SecretKeySpec(derived("opora/successor/1"), "AES");
  }

  /** The key that wraps data keys. */
  SecretKey wrapping() {
    return new SecretKeySpec(derived("opora/wrap/1"), "AES");
  }

  /** Keyed fingerprint; different purposes have unrelated fingerprints. */
  byte[] fingerprint(String purpose, String text) {
    return mac(
        new SecretKeySpec(derived("opora/fingerprint/1/" + purpose), MAC),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] derived(String purpose) {
    return mac(secret, purpose.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(SecretKey key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
