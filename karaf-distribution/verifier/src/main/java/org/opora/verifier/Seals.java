package org.opora.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Everything that is reckoned under the audit key. */
final class Seals {
  private final Mac mac;

  Seals(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
    }
  }

  byte[] link(byte[] previous, byte[] record) {
    mac.update(previous);
    mac.update(record);
    return mac.doFinal();
  }

  byte[] head(String name, long row, byte[] link) {
    field("opora-audit-head-1".getBytes(StandardCharsets.US_ASCII));
    field(name.getBytes(StandardCharsets.US_ASCII));
    field(number(row));
    field(link);
    return mac.doFinal();
  }

  byte[] end(long rows, byte[] digest) {
    field("opora-audit-end-1".getBytes(StandardCharsets.US_ASCII));
    field(number(rows));
    field(digest);
    return mac.doFinal();
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private void field(byte[] bytes) {
    mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    mac.update(bytes);
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }
}
