package org.opora.registry.people.matching;

import java.time.LocalDate;

/**
 * A person as somebody wrote them down.
 *
 * @param birthDate null when it was not written
 * @param nationalId as written; null when it was not
 * @param phone as written; null when it was not
 */
record Somebody(String given, String family, LocalDate birthDate, String nationalId, String phone) {

  Somebody called(String otherGiven, String otherFamily) {
    return new Somebody(otherGiven, otherFamily, birthDate, nationalId, phone);
  }

  Somebody born(LocalDate day) {
    return new Somebody(given, family, day, nationalId, phone);
  }

  Somebody identifiedBy(String number) {
    return new Somebody(given, family, birthDate, number, phone);
  }

  Somebody reachedAt(String number) {
    return new Somebody(given, family, birthDate, nationalId, number);
  }
}
