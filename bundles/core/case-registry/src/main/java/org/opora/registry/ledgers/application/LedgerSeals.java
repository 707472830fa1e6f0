package org.opora.registry.ledgers.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;

/**
 * The words of the ledgers hang on the key of the file.
 *
 * @param table where they stand
 */
record LedgerSeals(Keys keys, String table) {
  byte[] seal(CaseFileId file, UUID row, String column, String plain) {
    return plain == null ? null : keys.seal(Subject.of(file), place(column), row, plain);
  }

  String open(CaseFileId file, UUID row, String column, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), place(column), row, sealed);
  }

  private String place(String column) {
    return table + "." + column;
  }
}
