package org.opora.registry.intake.application;

import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.intake.application.ContactDesk.Said;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.FirstContact.Words;

/** The words of a first contact hang on a key of the entry's own. */
final class ContactSeals {
  private final Keys keys;

  ContactSeals(Keys keys) {
    this.keys = keys;
  }

  Words seal(FirstContact row, Said said) {
    return new Words(
        seal(row, "NAME", said.name()),
        seal(row, "REACHED_AT", said.reachedAt()),
        seal(row, "SAYS", said.says()),
        seal(row, "ADVICE", said.advice()),
        seal(row, "WISH_TIME", said.wishTime()),
        seal(row, "WISH_PLACE", said.wishPlace()),
        seal(row, "WISH_LANGUAGE", said.wishLanguage()));
  }

  Said open(FirstContact row) {
    Words words = row.words();
    return new Said(
        open(row, "NAME", words.name()),
        open(row, "REACHED_AT", words.reachedAt()),
        open(row, "SAYS", words.says()),
        open(row, "ADVICE", words.advice()),
        open(row, "WISH_TIME", words.wishTime()),
        open(row, "WISH_PLACE", words.wishPlace()),
        open(row, "WISH_LANGUAGE", words.wishLanguage()));
  }

  private byte[] seal(FirstContact row, String column, String plain) {
    return keys.seal(owner(row), "FIRST_CONTACT." + column, row.id(), plain);
  }

  private String open(FirstContact row, String column, byte[] sealed) {
    return sealed == null
        ? null
        : keys.open(owner(row), "FIRST_CONTACT." + column, row.id(), sealed);
  }

  private static Subject owner(FirstContact row) {
    return new Subject(Subject.Kind.DRAWER, row.id());
  }
}
