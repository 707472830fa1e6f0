package org.opora.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code java -jar opora-audit-verifier.jar EXPORT KEYFILE [ROW=SEAL ...]}. Ends with 0 when the
 * trail is intact, 1 when it is not, 2 when it could not be checked.
 */
public final class Main {
  private static final int BROKEN = 1;
  private static final int UNCHECKED = 2;
  private static final int KEY = 32;

  private final PrintStream out;

  Main(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] typed) {
    System.exit(new Main(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(typed));
  }

  int run(String... typed) {
    if (typed.length < 2) {
      return said("java -jar opora-audit-verifier.jar EXPORT KEYFILE [ROW=SEAL ...]");
    }
    Map<Long, String> printed = new HashMap<>();
    for (int at = 2; at < typed.length; at++) {
      String[] pair = typed[at].split("=", 2);
      String seal = pair.length == 2 ? Verifier.seal(pair[1]) : null;
      if (seal == null || !pair[0].matches("[1-9]\\d{0,17}")) {
        return said(typed[at] + " is not a row and its seal, such as 1234=0f3a...");
      }
      printed.put(Long.valueOf(pair[0]), seal);
    }
    try {
      byte[] key = Files.readAllBytes(Path.of(typed[1]));
      if (key.length != KEY) {
        return said(typed[1] + " is not an audit key: it has " + key.length + " bytes, not 32.");
      }
      Path export = Path.of(typed[0]);
      return told(
          new Verifier(key).check(() -> Files.newInputStream(export), printed), printed.size());
    } catch (IOException e) {
      return said("It cannot be read: " + e.getMessage());
    }
  }

  private int told(Verifier.Report report, int printed) {
    if (!report.intact()) {
      out.println("BROKEN after row " + report.rows() + ". " + report.fault());
      return BROKEN;
    }
    out.println("INTACT: " + report.rows() + " rows, " + report.heads() + " heads.");
    if (report.rows() > 0) {
      out.println(
          "From "
              + Instant.ofEpochMilli(report.since())
              + " to "
              + Instant.ofEpochMilli(report.until()));
      out.println("Seal of row " + report.rows() + ": " + report.link());
    }
    out.println(
        printed == 0
            ? "No printed seal was compared: give one, or nobody knows that the key was kept safe."
            : "Printed seals that fit: " + printed);
    return 0;
  }

  private int said(String sentence) {
    out.println(sentence);
    return UNCHECKED;
  }
}
