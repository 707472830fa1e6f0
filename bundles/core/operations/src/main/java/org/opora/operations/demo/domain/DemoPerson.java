package org.opora.operations.demo.domain;

/**
 * Somebody who works at the demo centre.
 *
 * @param role role id
 */
public record DemoPerson(String name, String signInName, String role, String password) {
  /** One line of the file that tells who can sign in. */
  public String line() {
    return String.join("\t", signInName, password, role, name);
  }

  /** Reads such a line. */
  public static DemoPerson read(String line) {
    String[] parts = line.split("\t", 4);
    return new DemoPerson(parts[3], parts[0], parts[2], parts[1]);
  }
}
