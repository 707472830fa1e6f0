package org.opora.benchmark.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals words as the product would, so that its pages open them: with a key for each owner, which
 * is wrapped with the master key of the stopped product. Owners are new, so this is their first
 * key.
 */
final class Seals {
  private static final byte FORMAT = 1;
  private static final int FIRST = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int LENGTH = 32;
  private final SecureRandom random = new SecureRandom();
  private final Map<Owner, SecretKeySpec> keys = new HashMap<>();
  private final SecretKeySpec wrapping;
  private final Batch dataKeys;

  /**
   * @param master the master key of the product, which was never renewed
   */
  Seals(Rows rows, byte[] master) throws SQLException {
    wrapping = wrapping(master);
    dataKeys = rows.of("HOUSE.DATA_KEY", "OWNER_KIND, OWNER_ID, KEY_VERSION, WRAPPED, GENERATION");
  }

  /** On whose key words hang. */
  record Owner(String kind, UUID id) {
    static Owner of(Family family) {
      return new Owner("CASE_FILE", family.file());
    }

    /** The sub-file of the child. */
    static Owner of(Family.Child child) {
      return new Owner("CHILD_FILE", child.childFile());
    }

    static Owner of(Family.Member person) {
      return new Owner("PERSON", person.person());
    }
  }

  /**
   * @param place table and column
   * @param row key of the row in which it will stand
   */
  byte[] seal(Owner owner, String place, UUID row, String words) throws SQLException {
    return seal(
        key(owner),
        place + "|" + row + "|" + owner.kind() + "|" + owner.id(),
        words.getBytes(StandardCharsets.UTF_8));
  }

  private SecretKeySpec key(Owner owner) throws SQLException {
    SecretKeySpec known = keys.get(owner);
    if (known != null) {
      return known;
    }
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    String place = "HOUSE.DATA_KEY.WRAPPED|" + owner.kind() + "|" + owner.id() + "|" + FIRST;
    dataKeys.add(owner.kind(), owner.id(), FIRST, seal(wrapping, place, secret), 1);
    SecretKeySpec made = new SecretKeySpec(secret, "AES");
    keys.put(owner, made);
    return made;
  }

  static SecretKeySpec wrapping(byte[] master) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master, "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal("opora/wrap/1".getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private byte[] seal(SecretKeySpec key, String place, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((FORMAT + "|" + FIRST + "|" + place).getBytes(StandardCharsets.UTF_8));
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(2 + NONCE + sealed.length)
          .put(FORMAT)
          .put((byte) FIRST)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
