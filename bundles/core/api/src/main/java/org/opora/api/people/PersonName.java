package org.opora.api.people;

/**
 * A name as it is written.
 *
 * @param given given names; empty when not known
 * @param family family name; empty when not known
 */
public record PersonName(String given, String family) {
  public PersonName {
    given = given == null ? "" : given.strip();
    family = family == null ? "" : family.strip();
  }

  /** Given Family, as said. */
  public String spoken() {
    return (given + " " + family).strip();
  }

  /** Family Given, as listed. */
  public String listed() {
    return (family + " " + given).strip();
  }
}
