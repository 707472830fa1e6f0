package org.opora.registry.care.persistence;

import java.util.Locale;

/**
 * Where the papers of an entry stand, as queries name it.
 *
 * @param entry such as {@code Visit}; the entities of its papers, versions and people begin with it
 * @param ofPeople asks for the entries that are about {@code :known}
 * @param formerlyOfPeople asks for the entries that were about {@code :known} as they read before
 */
public record PaperTables(String entry, String ofPeople, String formerlyOfPeople) {
  /** Of entries whose people stand in tables of their own. */
  public PaperTables(String entry) {
    this(
        entry,
        "SELECT p." + key(entry) + " FROM " + entry + "Person p WHERE p.person IN :known",
        "SELECT f."
            + key(entry)
            + " FROM "
            + entry
            + "Version f WHERE f.id IN (SELECT m.former FROM "
            + entry
            + "VersionPerson m WHERE m.person IN :known)");
  }

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
    return key(entry);
  }

  private static String key(String entry) {
    return entry.toLowerCase(Locale.ROOT);
  }

  /** Table of the entry. */
  public String table() {
    return entry.toUpperCase(Locale.ROOT);
  }
}
