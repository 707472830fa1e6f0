package org.opora.registry.care.persistence;

import java.util.Locale;

/**
 * Where the papers of an entry stand, as queries name it.
 *
 * @param entry such as {@code Visit}; the entities of its papers, versions and people begin with it
 */
public record PaperTables(String entry) {
  public String signature() {
    return entry + "Signature";
  }

  public String print() {
    return entry + "Print";
  }

  public String scan() {
    return entry + "Scan";
  }

  /** How it read before. */
  public String former() {
    return entry + "Version";
  }

  /** The column of people and versions that names the entry. */
  public String key() {
    return entry.toLowerCase(Locale.ROOT);
  }

  /** Table of the entry. */
  public String table() {
    return entry.toUpperCase(Locale.ROOT);
  }
}
