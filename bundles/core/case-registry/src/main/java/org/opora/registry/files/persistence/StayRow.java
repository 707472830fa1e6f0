package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.people.PersonName;

/** The stay of a child, for pages. */
public record StayRow(
    UUID id,
    long version,
    UUID file,
    UUID child,
    UUID childFile,
    String given,
    String family,
    LocalDate birthDate,
    LocalDate since,
    LocalDate until,
    String courtReference) {
  public PersonName name() {
    return new PersonName(given, family);
  }
}
