package org.opora.registry.importing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who occurs where in the file: filled in a first pass over all rows, asked in the second. Holds a
 * few words for each row, never the row.
 */
final class DuplicateIndex {
  /** Where somebody was seen. */
  record Seen(int row, String family) {}

  private final Map<String, List<Seen>> byNumber = new HashMap<>();
  private final Map<String, List<Seen>> byName = new HashMap<>();
  private final Map<String, Seen> byContact = new HashMap<>();

  void child(String digits, String nameAndBirth, Seen seen) {
    put(byNumber, digits, seen);
    put(byName, nameAndBirth, seen);
  }

  void carer(String nameAndBirth, Seen seen) {
    List<Seen> known = byName.get(nameAndBirth);
    // An agreement's columns repeat on each row: once for each family is enough.
    if (known == null || known.stream().noneMatch(one -> one.family().equals(seen.family()))) {
      put(byName, nameAndBirth, seen);
    }
  }

  /** A phone or an e-mail; the first family that has it is remembered. */
  void contact(String contact, Seen seen) {
    if (contact != null) {
      byContact.putIfAbsent(Folded.of(contact), seen);
    }
  }

  /** The first row of another family with the same phone or e-mail, or null. */
  Seen earlierByContact(String contact, Seen here) {
    Seen first = byContact.get(Folded.of(contact));
    return first == null || first.family().equals(here.family()) ? null : first;
  }

  /** An earlier row of another family with the same number, or null. */
  Seen earlierByNumber(String digits, Seen here) {
    return earlier(byNumber.get(digits), here);
  }

  /** An earlier row of another family with the same name and birth date, or null. */
  Seen earlierByName(String nameAndBirth, Seen here) {
    return earlier(byName.get(nameAndBirth), here);
  }

  static String nameAndBirth(String given, String family, LocalDate birth) {
    return given.isEmpty() || family.isEmpty() || birth == null
        ? ""
        : Folded.of(given) + "|" + Folded.of(family) + "|" + birth;
  }

  private static Seen earlier(List<Seen> all, Seen here) {
    if (all != null) {
      for (Seen one : all) {
        if (one.row() < here.row() && !one.family().equals(here.family())) {
          return one;
        }
      }
    }
    return null;
  }

  private static void put(Map<String, List<Seen>> index, String key, Seen seen) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, none -> new ArrayList<>(1)).add(seen);
    }
  }
}
