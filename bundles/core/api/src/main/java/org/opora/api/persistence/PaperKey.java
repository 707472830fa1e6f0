package org.opora.api.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A key of 32 bytes as it stands on paper: four lines of three groups of five characters, none of
 * which can be mistaken for another. The last two characters of a line check it and its place, so
 * that whoever copies it hears at once which line is wrong.
 */
public final class PaperKey {
  public static final int LINES = 4;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BYTES = 32;
  private static final int BITS = 5;
  private static final int CHARACTERS = 13;
  private static final int CHECKS = 2;
  private static final int LINE = CHARACTERS + CHECKS;
  private static final int GROUP = 5;

  private PaperKey() {}

  /** A line that was copied wrongly; it is numbered from 1. */
  public static final class Misread extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Misread(int line) {
      super("Line " + line + " of the key was copied wrongly");
      this.line = line;
    }

    public int line() {
      return line;
    }
  }

  /**
   * @throws IllegalArgumentException unless there are 32 bytes
   */
  public static List<String> write(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("A key has 32 bytes");
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      StringBuilder data = new StringBuilder();
      for (int i = 0; i < CHARACTERS; i++) {
        data.append(ALPHABET.charAt(fiveBits(key, (line * CHARACTERS + i) * BITS)));
      }
      String all = data + check(line, data.toString());
      lines.add(
          String.join(
              " ",
              all.substring(0, GROUP),
              all.substring(GROUP, 2 * GROUP),
              all.substring(2 * GROUP)));
    }
    return lines;
  }

  /** Past the end of the key there are zeros. */
  private static int fiveBits(byte[] key, int from) {
    int value = 0;
    for (int bit = from; bit < from + BITS; bit++) {
      int set = bit < key.length * 8 ? key[bit / 8] >> (7 - bit % 8) & 1 : 0;
      value = value << 1 | set;
    }
    return value;
  }

  /**
   * The characters of one line as they count; capitals, blanks and hyphens do not matter, nor
   * whether somebody read O for 0 or I for 1.
   *
   * @param number from 1
   */
  public static String line(int number, String typed) throws Misread {
    StringBuilder plain = new StringBuilder();
    for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
      if (c != '-' && !Character.isWhitespace(c)) {
        plain.append(c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c);
      }
    }
    String line = plain.toString();
    boolean known = line.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    if (!known
        || line.length() != LINE
        || !line.endsWith(check(number - 1, line.substring(0, CHARACTERS)))) {
      throw new Misread(number);
    }
    return line;
  }

  /** The key of its four lines. */
  public static byte[] read(List<String> typed) throws Misread {
    byte[] key = new byte[BYTES];
    for (int number = 1; number <= LINES; number++) {
      String line = line(number, number <= typed.size() ? typed.get(number - 1) : "");
      for (int i = 0; i < CHARACTERS; i++) {
        put(key, ((number - 1) * CHARACTERS + i) * BITS, ALPHABET.indexOf(line.charAt(i)));
      }
    }
    return key;
  }

  /** The same when all lines were typed in one. */
  public static byte[] read(String typed) throws Misread {
    String plain = typed.replaceAll("[\\s-]", "");
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < plain.length(); from += LINE) {
      lines.add(plain.substring(from, Math.min(plain.length(), from + LINE)));
    }
    if (lines.size() > LINES) {
      throw new Misread(LINES);
    }
    return read(lines);
  }

  private static void put(byte[] key, int from, int value) {
    for (int i = 0; i < BITS && from + i < key.length * 8; i++) {
      key[(from + i) / 8] |= (byte) ((value >> (BITS - 1 - i) & 1) << (7 - (from + i) % 8));
    }
  }

  private static String check(int line, String data) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("opora/paper/1|" + line + "|" + data).getBytes(StandardCharsets.UTF_8));
      int bits = (digest[0] & 0xFF) << 2 | (digest[1] & 0xFF) >> 6;
      Arrays.fill(digest, (byte) 0);
      return "" + ALPHABET.charAt(bits >> BITS) + ALPHABET.charAt(bits & 31);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
