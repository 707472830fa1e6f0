package org.opora.registry.intake.application;

import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.registry.intake.application.ContactDesk.Said;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.FirstContact.Words;

/** The words of a first contact hang on the key of who wrote them down, or on that of the file. */
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

  /** Name and phone are with the person now; the rest hangs on the key of the file. */
  void move(FirstContact row, CaseFileId file) {
    Said said = open(row);
    row.belongsTo(file);
    row.words(seal(row, said.withoutPerson()));
  }

  /** No file has come of it: who they are and how to reach them is said anew. */
  void moveBack(FirstContact row, String name, String reachedAt) {
    Said said = open(row);
    row.standsAlone();
    row.words(
        seal(
            row,
            new Said(
                name,
                reachedAt,
                said.says(),
                said.advice(),
                said.wishTime(),
                said.wishPlace(),
                said.wishLanguage())));
  }

  private byte[] seal(FirstContact row, String column, String plain) {
    return keys.seal(row.owner(), "FIRST_CONTACT." + column, row.id(), plain);
  }

  private String open(FirstContact row, String column, byte[] sealed) {
    return sealed == null
        ? null
        : keys.open(row.owner(), "FIRST_CONTACT." + column, row.id(), sealed);
  }
}
