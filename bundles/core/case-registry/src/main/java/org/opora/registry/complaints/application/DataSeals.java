package org.opora.registry.complaints.application;

import org.opora.api.persistence.Keys;
import org.opora.registry.complaints.domain.DataRequest;

/** The words of a request about personal data hang on the key of who wrote it down. */
record DataSeals(Keys keys) {
  private static final String TABLE = "DATA_REQUEST.";

  byte[] seal(DataRequest row, String column, String plain) {
    return plain == null ? null : keys.seal(row.owner(), TABLE + column, row.id(), plain);
  }

  String open(DataRequest row, String column, byte[] sealed) {
    return sealed == null ? null : keys.open(row.owner(), TABLE + column, row.id(), sealed);
  }
}
