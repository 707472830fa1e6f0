package org.opora.itest.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a start of the product prints. */
public final class Printed {
  private Printed() {}

  /**
   * Reads what is printed, up to a line like this.
   *
   * @return all lines, this one the last
   */
  static List<String> until(BufferedReader console, Predicate<String> wanted) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = console.readLine(); line != null; line = console.readLine()) {
      lines.add(line);
      if (wanted.test(line)) {
        return lines;
      }
    }
    throw new AssertionError("it ended: " + lines);
  }

  /** Passwords of the demo centre by sign-in name. */
  public static Map<String, String> accounts(List<String> lines) {
    Map<String, String> accounts = new LinkedHashMap<>();
    lines.stream()
        .map(line -> line.split("\t"))
        .filter(columns -> columns.length > 2)
        .forEach(columns -> accounts.put(columns[0], columns[1]));
    return accounts;
  }
}
