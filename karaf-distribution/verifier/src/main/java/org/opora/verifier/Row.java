package org.opora.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * One record, taken apart.
 *
 * @param number its place in the trail
 * @param happened milliseconds since 1970, UTC
 */
record Row(long number, long happened) {
  private static final Set<String> OUTCOMES = Set.of("WROTE", "READ", "DENIED", "NOTED");
  private static final int SUBJECT = 17;

  /** Null when the bytes are no record. */
  static Row of(byte[] bytes) {
    ByteBuffer record = ByteBuffer.wrap(bytes);
    byte[][] fields = new byte[10][];
    for (int at = 0; at < fields.length; at++) {
      if (record.remaining() < 4) {
        return null;
      }
      int length = record.getInt();
      if (length < -1 || length > record.remaining()) {
        return null;
      }
      if (length >= 0) {
        fields[at] = new byte[length];
        record.get(fields[at]);
      }
    }
    boolean whole =
        !record.hasRemaining()
            && "opora-audit-1".equals(text(fields[0]))
            && length(fields[1]) == 8
            && length(fields[2]) == 16
            && length(fields[3]) == 8
            && (fields[4] == null || fields[4].length == 16)
            && OUTCOMES.contains(String.valueOf(text(fields[5])))
            && length(fields[6]) > 0
            && subjects(fields[7]);
    return whole
        ? new Row(ByteBuffer.wrap(fields[1]).getLong(), ByteBuffer.wrap(fields[3]).getLong())
        : null;
  }

  private static boolean subjects(byte[] field) {
    if (field == null || field.length % SUBJECT != 0) {
      return false;
    }
    for (int at = 0; at < field.length; at += SUBJECT) {
      if ("CSPD".indexOf(field[at]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int length(byte[] field) {
    return field == null ? -1 : field.length;
  }

  private static String text(byte[] field) {
    return field == null ? null : new String(field, StandardCharsets.US_ASCII);
  }
}
