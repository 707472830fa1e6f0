package org.opora.registry.care.application;

import java.util.Base64;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;

/**
 * Refusals to sign and scanned papers hang on the key of the file.
 *
 * @param table of the entries
 */
record PaperSeals(Keys keys, String table) {
  private static final String REASON = "_SIGNATURE.REASON";
  private static final String STRUCK = "_SCAN.STRUCK_WHY";
  private static final String CONTENT = "_SCAN.CONTENT";

  byte[] reason(CaseFileId file, UUID signature, String plain) {
    return keys.seal(Subject.of(file), table + REASON, signature, plain);
  }

  String reason(CaseFileId file, UUID signature, byte[] sealed) {
    return keys.open(Subject.of(file), table + REASON, signature, sealed);
  }

  byte[] struck(CaseFileId file, UUID scan, String why) {
    return keys.seal(Subject.of(file), table + STRUCK, scan, why);
  }

  String struck(CaseFileId file, UUID scan, byte[] why) {
    return why == null ? null : keys.open(Subject.of(file), table + STRUCK, scan, why);
  }

  /** The seals take words, so the content is written in letters. */
  byte[] content(CaseFileId file, UUID scan, byte[] plain) {
    return keys.seal(
        Subject.of(file), table + CONTENT, scan, Base64.getEncoder().encodeToString(plain));
  }

  byte[] open(CaseFileId file, UUID scan, byte[] sealed) {
    return Base64.getDecoder().decode(keys.open(Subject.of(file), table + CONTENT, scan, sealed));
  }
}
