package org.opora.registry.kin.domain;

import java.time.LocalDate;
import java.util.Comparator;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.people.domain.Sex;

/**
 * Somebody in a genogram.
 *
 * @param id key in the picture
 * @param link key under which the viewer opens the person; null when they may not see them
 * @param name null when the viewer may not see the person
 * @param born null when not known
 * @param died null when not known, or the person lives
 * @param index whether the picture was asked for because of this person
 */
public record Member(
    PersonId id,
    PersonId link,
    PersonName name,
    LocalDate born,
    LocalDate died,
    Sex sex,
    boolean index) {
  /** The eldest first, so that the same people are always drawn in the same way. */
  static final Comparator<Member> ORDER =
      Comparator.comparing(Member::born, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(member -> member.name == null ? "" : member.name.listed())
          .thenComparing(member -> member.id.value());

  /** The same with this day of death; null for none. */
  public Member diedOn(LocalDate day) {
    return new Member(id, link, name, born, day, sex, index);
  }

  public boolean hidden() {
    return link == null;
  }
}
