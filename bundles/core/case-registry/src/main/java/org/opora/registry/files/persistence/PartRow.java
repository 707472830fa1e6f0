package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.people.PersonName;

/**
 * A carer or child of a file.
 *
 * @param childFile the child's sub-file; null for a carer
 */
public record PartRow(
    UUID file,
    UUID person,
    UUID childFile,
    String given,
    String family,
    LocalDate birthDate,
    boolean undisclosed,
    LocalDate since,
    LocalDate until) {

  /** A carer. */
  public PartRow(
      UUID file,
      UUID person,
      String given,
      String family,
      LocalDate birthDate,
      boolean undisclosed,
      LocalDate since,
      LocalDate until) {
    this(file, person, null, given, family, birthDate, undisclosed, since, until);
  }

  public PersonName name() {
    return new PersonName(given, family);
  }
}
