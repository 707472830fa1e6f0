package org.opora.registry.people.web;

import java.time.LocalDate;
import org.opora.api.people.PersonName;
import org.opora.api.web.Form;
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

  public static LocalDate birthDate(Form form, String prefix) {
    return form.date(prefix + "birthDate");
  }
}
