package org.opora.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Checks an export line by line, in constant memory: the chain of the rows, the heads of the days,
 * what was printed on paper, and at last the seal under the whole file.
 */
public final class Verifier {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String CURRENT = "current";

  private final Seals seals;

  /**
   * @param key the 32 bytes of the file audit.key
   */
  public Verifier(byte[] key) {
    seals = new Seals(key);
  }

  /** An export that can be read from its beginning twice. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /**
   * What came of it.
   *
   * @param fault a sentence that names the first fault; null when the trail is intact
   * @param rows rows that were found in order
   * @param heads ends of days that fit, the present end included
   * @param since when the first row happened, in milliseconds since 1970; 0 without rows
   * @param until the same of the last row
   * @param link seal of the last row in order, in hexadecimal
   */
  public record Report(String fault, long rows, int heads, long since, long until, String link) {
    public boolean intact() {
      return fault == null;
    }
  }

  /**
   * @param printed seal of a row, in hexadecimal, as it stands on paper or in the head of a backup,
   *     by the number of the row
   * @throws IOException when the export cannot be read
   */
  public Report check(Source source, Map<Long, String> printed) throws IOException {
    Walk walk = new Walk(printed);
    String fault = null;
    try {
      // The heads stand behind the rows that they are about, and are compared as those pass.
      try (InputStream in = source.open()) {
        walk.collect(new Lines(in));
      }
      try (InputStream in = source.open()) {
        walk.through(new Lines(in));
      }
    } catch (Fault found) {
      fault = found.getMessage();
    }
    return new Report(
        fault, walk.rows, walk.met, walk.since, walk.until, HexFormat.of().formatHex(walk.link));
  }

  private record Head(String name, long row, String link, String seal) {}

  private final class Walk {
    private final NavigableMap<Long, String> printed;
    private final NavigableMap<String, Head> heads = new TreeMap<>();
    private final NavigableMap<Long, String> ends = new TreeMap<>();
    private byte[] link = new byte[32];
    private long rows;
    private int met;
    private long since;
    private long until;

    Walk(Map<Long, String> printed) {
      this.printed = new TreeMap<>(printed);
    }

    void collect(Lines lines) throws IOException, Fault {
      Head last = null;
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.startsWith("H ")) {
          last = head(lines, line, last);
          heads.put(last.name(), last);
          String before = ends.put(last.row(), last.link());
          if (before != null && !before.equals(last.link())) {
            throw lines.fault("contradicts another head about the same row");
          }
        }
      }
    }

    /** In the order of their rows; a clock that was set back may bring days out of theirs. */
    private Head head(Lines lines, String line, Head before) throws Fault {
      String[] parts = line.split(" ", -1);
      if (parts.length != 5
          || !(parts[1].equals(CURRENT) || DAY.matcher(parts[1]).matches())
          || !canonical(parts[2])
          || !hexadecimal(parts[3])
          || !hexadecimal(parts[4])) {
        throw lines.fault("is no head");
      }
      Head head = new Head(parts[1], Long.parseLong(parts[2]), parts[3], parts[4]);
      boolean follows =
          before == null
              || head.row() > before.row()
              || (head.row() == before.row() && head.name().compareTo(before.name()) > 0);
      if (!follows || heads.containsKey(head.name())) {
        throw lines.fault("is a head out of its order");
      }
      byte[] seal = seals.head(head.name(), head.row(), HexFormat.of().parseHex(head.link()));
      if (!same(seal, head.seal())) {
        throw lines.fault("is a head that was changed");
      }
      return head;
    }

    void through(Lines lines) throws IOException, Fault {
      if (!"opora-audit-1".equals(lines.next())) {
        throw lines.fault("does not say that this is an export of the trail");
      }
      String line = lines.next();
      while (line != null && line.startsWith("E ")) {
        row(lines, line);
        line = lines.next();
      }
      while (line != null && line.startsWith("H ")) {
        if (!heads.containsKey(line.split(" ", -1)[1])) {
          throw lines.fault("was not there a moment ago");
        }
        line = lines.next();
      }
      if (line == null) {
        throw new Fault("The end of the export is missing.");
      }
      end(lines, line);
    }

    private void row(Lines lines, String line) throws Fault {
      String[] parts = line.split(" ", -1);
      byte[] record = parts.length == 3 ? decoded(parts[1]) : null;
      Row row = record == null ? null : Row.of(record);
      if (row == null || !hexadecimal(parts[2])) {
        throw lines.fault("is no row");
      }
      if (row.number() != rows + 1) {
        throw lines.fault("holds row " + row.number() + " where row " + (rows + 1) + " belongs");
      }
      byte[] next = seals.link(link, record);
      if (!same(next, parts[2])) {
        throw lines.fault("(row " + row.number() + ") was changed");
      }
      link = next;
      rows++;
      since = rows == 1 ? row.happened() : since;
      until = row.happened();
      meet(lines);
    }

    private void meet(Lines lines) throws Fault {
      String end = ends.get(rows);
      if (end != null) {
        if (!same(link, end)) {
          throw lines.fault("(row " + rows + ") is not the one that a head was set on");
        }
        met++;
        ends.remove(rows);
      }
      String onPaper = printed.remove(rows);
      if (onPaper != null && !same(link, onPaper)) {
        throw lines.fault("(row " + rows + ") is not the one whose seal was printed");
      }
    }

    private void end(Lines lines, String line) throws IOException, Fault {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3
          || !parts[0].equals("Z")
          || !canonical(parts[1])
          || !hexadecimal(parts[2])) {
        throw lines.fault("is neither a row nor a head nor the end");
      }
      Head current = heads.get(CURRENT);
      if (rows > 0 && (current == null || current.row() != rows)) {
        throw new Fault("The rows do not end where the head says that they end.");
      }
      if (!ends.isEmpty()) {
        throw new Fault("Row " + ends.firstKey() + ", on which a head was set, is missing.");
      }
      if (!printed.isEmpty()) {
        throw new Fault("Row " + printed.firstKey() + ", whose seal was printed, is missing.");
      }
      if (Long.parseLong(parts[1]) != rows || !same(seals.end(rows, lines.before()), parts[2])) {
        throw lines.fault("does not seal this export");
      }
      if (lines.next() != null) {
        throw lines.fault("follows after the end");
      }
    }
  }

  private static byte[] decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
    } catch (IllegalArgumentException changed) {
      return null;
    }
  }

  private static boolean canonical(String number) {
    return number.matches("[1-9]\\d{0,17}|0");
  }

  private static boolean hexadecimal(String text) {
    return text.length() == 64 && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
  }

  private static boolean same(byte[] reckoned, String written) {
    return written.length() == 64
        && MessageDigest.isEqual(reckoned, HexFormat.of().parseHex(written));
  }

  /** The seal as people copy it from paper: blanks and capitals do not matter. */
  static String seal(String typed) {
    String seal = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    return hexadecimal(seal) ? seal : null;
  }
}
