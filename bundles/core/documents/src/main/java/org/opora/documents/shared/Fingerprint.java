package org.opora.documents.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what one tells whether two files are the same. */
public final class Fingerprint {
  private Fingerprint() {}

  /** SHA-256 in hexadecimal. */
  public static String of(byte[] content) {
    MessageDigest digest = digest();
    digest.update(content);
    return of(digest);
  }

  /** Of what was given to the digest so far. */
  public static String of(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** For what comes piece by piece. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
