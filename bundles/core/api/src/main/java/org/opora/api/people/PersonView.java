package org.opora.api.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * A person as the viewer may see them: what they may not see is null, and {@code masked} names it.
 *
 * @param version for the edit form
 * @param undisclosed whether the whereabouts are not to be told, for whatever reason: also because
 *     it is written of the same person under another key, or of somebody they live with
 * @param undisclosedHere whether it is written of this very entry
 * @param masked names of the fields that are withheld
 */
public record PersonView(
    PersonId id,
    long version,
    PersonName name,
    LocalDate birthDate,
    String nationalId,
    String phone,
    String email,
    NewPerson.Address address,
    boolean undisclosed,
    boolean undisclosedHere,
    List<FileRef> files,
    Set<String> masked) {
  public PersonView {
    files = List.copyOf(files);
    masked = Set.copyOf(masked);
  }

  /** A file the person takes part in, and as what ({@code CHILD}, or the role of an adult). */
  public record FileRef(
      CaseFileId file, String number, String role, LocalDate from, LocalDate until) {}
}
