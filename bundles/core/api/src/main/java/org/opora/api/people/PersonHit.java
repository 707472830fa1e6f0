package org.opora.api.people;

import java.time.LocalDate;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * A person in a list.
 *
 * @param birthDate null when not known
 * @param file one file the viewer may open in which the person takes part now, or null
 * @param fileNumber its number, or null
 * @param formerly names the person had before or is called by besides, as they are read; null when
 *     there are none, and when the words that were looked for stand in the present name; in a list
 *     for which no words were given, all of them
 */
public record PersonHit(
    PersonId id,
    PersonName name,
    LocalDate birthDate,
    CaseFileId file,
    String fileNumber,
    String formerly) {

  /** Somebody of whom no other name is said. */
  public PersonHit(
      PersonId id, PersonName name, LocalDate birthDate, CaseFileId file, String fileNumber) {
    this(id, name, birthDate, file, fileNumber, null);
  }

  /** The same person, with what they were called before. */
  public PersonHit formerly(String names) {
    return new PersonHit(id, name, birthDate, file, fileNumber, names);
  }
}
