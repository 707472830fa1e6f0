package org.opora.registry.people.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.people.PersonName;

/** A person in a list, with the folded key by which the list is sorted. */
public record PersonRow(
    UUID id, String given, String family, LocalDate birthDate, String familyN, String givenN) {
  /** Only the key and what the list is sorted by: all that an index holds. */
  public PersonRow(UUID id, String familyN, String givenN) {
    this(id, null, null, null, familyN, givenN);
  }

  public PersonName name() {
    return new PersonName(given, family);
  }
}
