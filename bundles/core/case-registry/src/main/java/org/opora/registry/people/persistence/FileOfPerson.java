package org.opora.registry.people.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.PartRole;

/**
 * A file in which a person takes or took part.
 *
 * @param role as what an adult did; null for a child, and where nobody asks
 */
public record FileOfPerson(
    UUID person, UUID file, String number, LocalDate since, LocalDate until, PartRole role) {
  public FileOfPerson(UUID person, UUID file, String number, LocalDate since, LocalDate until) {
    this(person, file, number, since, until, null);
  }
}
