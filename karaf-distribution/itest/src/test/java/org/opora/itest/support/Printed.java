package org.opora.itest.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a start of the demo centre prints. */
public final class Printed {
  private Printed() {}

  /** Passwords by sign-in name. */
  public static Map<String, String> accounts(List<String> lines) {
    Map<String, String> accounts = new LinkedHashMap<>();
    lines.stream()
        .map(line -> line.split("\t"))
        .filter(columns -> columns.length > 2)
        .forEach(columns -> accounts.put(columns[0], columns[1]));
    return accounts;
  }
}
