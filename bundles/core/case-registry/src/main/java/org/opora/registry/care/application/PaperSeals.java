package org.opora.registry.care.application;

import java.util.Base64;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;

/**
 * Refusals to sign and scanned papers hang on the key of whoever the entry belongs to.
 *
 * @param table of the entries
 */
record PaperSeals(Keys keys, String table) {
  private static final String REASON = "_SIGNATURE.REASON";
  private static final String STRUCK = "_SCAN.STRUCK_WHY";
  private static final String CONTENT = "_SCAN.CONTENT";

  byte[] reason(Subject owner, UUID signature, String plain) {
    return keys.seal(owner, table + REASON, signature, plain);
  }

  String reason(Subject owner, UUID signature, byte[] sealed) {
    return keys.open(owner, table + REASON, signature, sealed);
  }

  byte[] struck(Subject owner, UUID scan, String why) {
    return keys.seal(owner, table + STRUCK, scan, why);
  }

  String struck(Subject owner, UUID scan, byte[] why) {
    return why == null ? null : keys.open(owner, table + STRUCK, scan, why);
  }

  /** The seals take words, so the content is written in letters. */
  byte[] content(Subject owner, UUID scan, byte[] plain) {
    return keys.seal(owner, table + CONTENT, scan, Base64.getEncoder().encodeToString(plain));
  }

  byte[] open(Subject owner, UUID scan, byte[] sealed) {
    return Base64.getDecoder().decode(keys.open(owner, table + CONTENT, scan, sealed));
  }
}
