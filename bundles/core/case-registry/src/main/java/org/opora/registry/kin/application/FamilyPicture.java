package org.opora.registry.kin.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.api.people.PersonName;
import org.opora.registry.kin.domain.Drawing;
import org.opora.registry.people.domain.Sex;

/**
 * A genogram, and the same in words.
 *
 * @param people in the words' order: the eldest first
 * @param left how many more people the viewer may see whom it does not show
 */
public record FamilyPicture(Drawing drawing, List<Spoken> people, int left) {
  public FamilyPicture {
    people = List.copyOf(people);
  }

  /** Whether somebody whose day of death is known is in it. */
  public boolean mourned() {
    return people.stream().anyMatch(one -> one.died() != null);
  }

  /**
   * @param link null when the viewer may not see the person
   * @param said what the person is to others
   */
  public record Spoken(
      PersonId link,
      PersonName name,
      Sex sex,
      LocalDate born,
      LocalDate died,
      boolean index,
      List<Said> said) {
    public Spoken {
      said = List.copyOf(said);
    }
  }

  /**
   * @param to null when the viewer may not see them
   */
  public record Said(Role role, PersonName to) {}
}
