package org.opora.registry.people.web;

import java.time.LocalDate;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.web.Form;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.web.Words;

/**
 * The fields that name a person in a form, the same wherever a person is written down; a prefix
 * tells several people apart.
 */
public final class PersonFields {
  private PersonFields() {}

  /** Whether anything at all was typed about this person. */
  public static boolean typed(Form form, String prefix) {
    return !form.raw(prefix + "given").isEmpty()
        || !form.raw(prefix + "family").isEmpty()
        || !form.raw(prefix + "birthDate").isEmpty();
  }

  /** A name needs one of its two parts: of some people only one is known. */
  public static PersonName name(Form form, String prefix) {
    String given = form.line(prefix + "given");
    String family = form.line(prefix + "family");
    if (given == null && family == null) {
      form.error(prefix + "family", Words.of("person.name.missing"));
    }
    return new PersonName(given, family);
  }

  /**
   * Whether the same person was typed twice: under one name, and not with two birth dates. There
   * are no two siblings of one name.
   */
  public static boolean twice(NewPerson one, NewPerson other) {
    String name = Fold.fold(one.name().spoken());
    return !name.isEmpty()
        && name.equals(Fold.fold(other.name().spoken()))
        && (one.birthDate() == null
            || other.birthDate() == null
            || one.birthDate().equals(other.birthDate()));
  }

  public static LocalDate birthDate(Form form, String prefix) {
    return form.date(prefix + "birthDate");
  }
}
