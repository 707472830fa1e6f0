package org.opora.api.signatures;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one package promises.
 *
 * @param version as it says itself
 * @param lines one for each type and each of its members that others can see
 */
record Contract(String version, SortedSet<String> lines) {
  private static final String ABSTRACT_OF_CONSUMERS = " for consumers to implement";

  Contract(String version) {
    this(version, new TreeSet<>());
  }

  static SortedMap<String, Contract> none() {
    return new TreeMap<>();
  }

  /** Marks a method that somebody who implements the type has to write. */
  static String toImplement(String line) {
    return line + ABSTRACT_OF_CONSUMERS;
  }

  /**
   * What of a change the version does not say: null when it says enough. Whoever takes something
   * away, or asks more of those who implement, begins a new major version; whoever adds something,
   * a minor one.
   */
  String missing(Contract now) {
    if (lines.equals(now.lines)) {
      return null;
    }
    boolean broken =
        !now.lines.containsAll(lines)
            || now.lines.stream()
                .filter(line -> line.endsWith(ABSTRACT_OF_CONSUMERS))
                .anyMatch(line -> !lines.contains(line) && knows(ownerOf(line)));
    boolean said = broken ? part(now, 0) > part(this, 0) : newer(now);
    return said ? null : (broken ? "a new major version" : "a new minor version");
  }

  /** Nobody implements a type that was not there. */
  private boolean knows(String type) {
    return lines.stream().anyMatch(line -> line.startsWith(type + ":"));
  }

  private static String ownerOf(String method) {
    return method.substring(0, method.lastIndexOf('.', method.indexOf('(')));
  }

  private boolean newer(Contract now) {
    return part(now, 0) > part(this, 0)
        || part(now, 0) == part(this, 0) && part(now, 1) > part(this, 1);
  }

  private static int part(Contract contract, int which) {
    return Integer.parseInt(contract.version.split("\\.")[which]);
  }
}
