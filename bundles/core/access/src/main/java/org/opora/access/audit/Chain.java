package org.opora.access.audit;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links and seals under one key; see {@link CanonicalRecord}. For one thread at a time. */
final class Chain {
  private final Mac mac;

  Chain(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
    }
  }

  /** What stands before the first row. */
  static byte[] beginning() {
    return new byte[32];
  }

  byte[] link(byte[] previous, byte[] record) {
    mac.update(previous);
    return mac.doFinal(record);
  }

  byte[] seal(String name, long seq, byte[] link) {
    return mac.doFinal(CanonicalRecord.head(name, seq, link));
  }

  /** The seal under a whole export. */
  byte[] end(long rows, byte[] digest) {
    return mac.doFinal(CanonicalRecord.end(rows, digest));
  }

  boolean holds(Head head) {
    return MessageDigest.isEqual(seal(head.name(), head.seq(), head.mac()), head.seal());
  }
}
