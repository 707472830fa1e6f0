package org.opora.registry.kin.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.api.overrides.Because;
import org.opora.api.people.PersonName;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.people.domain.Sex;

/**
 * Somebody related to a person, as the viewer may know of it.
 *
 * @param tie the row; null for what follows from a placement
 * @param role what the relative is to the person
 * @param first whether the relative is the first of the row
 * @param self the same for every key of the relative; never shown
 * @param person key under which the viewer opens the relative; null when they may not see them
 * @param name null when the viewer may not see the relative
 * @param past whether it is over; never what holds for life
 * @param words how they are close; null when nobody said it
 * @param despite why it is right although it looks wrong; null when nothing looks wrong
 * @param file in whose work it was written, when the viewer may see it; null otherwise
 * @param struck null when it counts
 */
public record Relative(
    UUID tie,
    long version,
    TieKind kind,
    Role role,
    boolean first,
    Sex sex,
    PersonId self,
    PersonId person,
    PersonName name,
    LocalDate born,
    Days days,
    boolean past,
    String words,
    String note,
    Because despite,
    CaseFileId file,
    String fileNumber,
    String by,
    StruckOut struck) {
  /** Who struck it out, when and why. */
  public record StruckOut(LocalDate on, String by, String reason) {}

  public boolean hidden() {
    return person == null;
  }

  /** Whether it follows from a placement and is changed there. */
  public boolean derived() {
    return tie == null;
  }
}
