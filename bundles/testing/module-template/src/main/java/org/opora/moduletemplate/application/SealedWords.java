package org.opora.moduletemplate.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;

/** The module's sealed column: it hangs on the key of the case file. */
record SealedWords(Keys keys) {
  private static final String WORDS = "WISH.WORDS_S";

  byte[] seal(CaseFileId file, UUID wish, String plain) {
    return keys.seal(Subject.of(file), WORDS, wish, plain);
  }

  String open(CaseFileId file, UUID wish, byte[] sealed) {
    return keys.open(Subject.of(file), WORDS, wish, sealed);
  }
}
