package org.opora.documents.content.domain;

import java.nio.charset.StandardCharsets;

/** Looks into bytes without leaving them. */
public final class Bytes {
  private Bytes() {}

  /**
   * @param head one character for each byte
   */
  public static boolean at(byte[] in, int from, String head) {
    byte[] wanted = head.getBytes(StandardCharsets.ISO_8859_1);
    return from >= 0
        && from + wanted.length <= in.length
        && java.util.Arrays.equals(in, from, from + wanted.length, wanted, 0, wanted.length);
  }

  public static boolean begins(byte[] in, String head) {
    return at(in, 0, head);
  }

  /** The bytes from one place to another as characters, as far as there are any. */
  public static String text(byte[] in, int from, int to) {
    int first = Math.max(0, from);
    return new String(
        in, first, Math.max(0, Math.min(to, in.length) - first), StandardCharsets.ISO_8859_1);
  }

  /** How often it occurs. */
  public static int count(byte[] in, String wanted) {
    int count = 0;
    for (int at = 0; at < in.length; at++) {
      if (in[at] == (byte) wanted.charAt(0) && at(in, at, wanted)) {
        count++;
      }
    }
    return count;
  }

  static int u8(byte[] in, int at) throws ContentFault {
    if (at < 0 || at >= in.length) {
      throw new ContentFault(ContentFault.Reason.DAMAGED);
    }
    return in[at] & 0xFF;
  }

  static int u16(byte[] in, int at) throws ContentFault {
    return u8(in, at) << 8 | u8(in, at + 1);
  }

  static long u32(byte[] in, int at) throws ContentFault {
    return (long) u16(in, at) << 16 | u16(in, at + 2);
  }
}
