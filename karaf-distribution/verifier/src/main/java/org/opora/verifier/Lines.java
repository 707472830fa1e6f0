package org.opora.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Lines of an export, each with its line feed; what was read before is summed up as it passes. */
final class Lines {
  /** No line of an export comes near it; a longer one is no export. */
  private static final int LONGEST = 64 * 1024;

  private final InputStream in;
  private final MessageDigest passed = Seals.digest();
  private final byte[] buffer = new byte[1 << 20];
  private int from;
  private int to;
  private byte[] line = new byte[1024];
  private int length;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Null at the end. The line is summed up when the next one is asked for. */
  String next() throws IOException, Fault {
    passed.update(line, 0, length);
    length = 0;
    int read = read();
    if (read < 0) {
      return null;
    }
    number++;
    while (read != '\n') {
      if (read < 0) {
        throw fault("ends in the middle");
      }
      if (read < ' ' || read > '~') {
        throw fault("holds a byte that no export holds");
      }
      keep(read);
      read = read();
    }
    keep('\n');
    return new String(line, 0, length - 1, StandardCharsets.US_ASCII);
  }

  long number() {
    return number;
  }

  /** SHA-256 of everything before the line that was read last. */
  byte[] before() {
    try {
      return ((MessageDigest) passed.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("This Java cannot copy a digest", e);
    }
  }

  Fault fault(String what) {
    return new Fault("Line " + number + " " + what + ".");
  }

  private void keep(int read) throws Fault {
    if (length == LONGEST) {
      throw fault("is longer than any line of an export");
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
    }
    line[length++] = (byte) read;
  }

  private int read() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
      if (to == 0) {
        return -1;
      }
    }
    return buffer[from++];
  }
}
