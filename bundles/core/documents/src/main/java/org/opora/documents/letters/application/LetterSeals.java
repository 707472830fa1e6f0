package org.opora.documents.letters.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.opora.api.persistence.Keys;
import org.opora.documents.letters.domain.Letter;
import org.opora.documents.letters.domain.Sheet;
import org.opora.documents.store.domain.Place;

/** What is sealed of a letter, with the key of its document. */
record LetterSeals(Keys keys) {
  private static final String TO = "WRITTEN_LETTER.TO_S";
  private static final String WORDS = "WRITTEN_LETTER.WORDS_S";

  byte[] to(Place place, UUID version, String name) {
    return keys.seal(place.owner(), TO, version, name);
  }

  String to(Place place, Letter letter) {
    return keys.open(place.owner(), TO, letter.version(), letter.to());
  }

  byte[] words(Place place, UUID version, Sheet sheet) {
    return keys.sealBytes(
        place.owner(), WORDS, version, sheet.text().getBytes(StandardCharsets.UTF_8));
  }

  Sheet words(Place place, Letter letter) {
    return Sheet.of(
        new String(
            keys.openBytes(place.owner(), WORDS, letter.version(), letter.words()),
            StandardCharsets.UTF_8));
  }
}
