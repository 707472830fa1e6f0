package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.PartRole;
import org.opora.api.people.PersonName;

/**
 * An adult or child of a file.
 *
 * @param childFile the child's sub-file; null for an adult
 * @param role null for a child
 */
public record PartRow(
    UUID file,
    UUID person,
    UUID childFile,
    PartRole role,
    String given,
    String family,
    LocalDate birthDate,
    boolean undisclosed,
    LocalDate since,
    LocalDate until) {

  /** An adult. */
  public PartRow(
      UUID file,
      UUID person,
      PartRole role,
      String given,
      String family,
      LocalDate birthDate,
      boolean undisclosed,
      LocalDate since,
      LocalDate until) {
    this(file, person, null, role, given, family, birthDate, undisclosed, since, until);
  }

  /** A child. */
  public PartRow(
      UUID file,
      UUID person,
      UUID childFile,
      String given,
      String family,
      LocalDate birthDate,
      boolean undisclosed,
      LocalDate since,
      LocalDate until) {
    this(file, person, childFile, null, given, family, birthDate, undisclosed, since, until);
  }

  public boolean adult() {
    return role != null;
  }

  public PersonName name() {
    return new PersonName(given, family);
  }
}
