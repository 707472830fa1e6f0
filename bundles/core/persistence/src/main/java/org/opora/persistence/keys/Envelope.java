package org.opora.persistence.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A sealed value: one byte for the format, one for the version of the key, 12 bytes nonce, then
 * AES-256-GCM with a tag of 16 bytes. Both leading bytes and the place are authenticated.
 */
final class Envelope {
  static final byte FORMAT = 1;
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD = 2 + NONCE;

  private final SecureRandom random = new SecureRandom();

  /** Chosen once: to look through all of them takes as long as opening a short value. */
  private final Provider provider = provider();

  byte[] seal(SecretKey key, int version, String place, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, version, nonce, place);
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(HEAD + sealed.length)
          .put(FORMAT)
          .put((byte) version)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The value was not sealed", e);
    }
  }

  /** Version of the key that sealed the value. */
  static int version(byte[] sealed) {
    if (sealed.length < HEAD + TAG_BITS / 8 || sealed[0] != FORMAT) {
      throw new IllegalStateException("This is no sealed value");
    }
    return Byte.toUnsignedInt(sealed[1]);
  }

  byte[] open(SecretKey key, String place, byte[] sealed) {
    int version = version(sealed);
    ByteBuffer in = ByteBuffer.wrap(sealed, 2, sealed.length - 2);
    byte[] nonce = new byte[NONCE];
    in.get(nonce);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, version, nonce, place);
      return cipher.doFinal(sealed, HEAD, sealed.length - HEAD);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(
          "A sealed value was changed, or belongs to another owner, place or row", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A sealed value was not opened", e);
    }
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance(TRANSFORMATION).getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot seal", e);
    }
  }

  private Cipher cipher(int mode, SecretKey key, int version, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION, provider);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((FORMAT + "|" + version + "|" + place).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
