package org.opora.registry.importing.application;

import java.util.HexFormat;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.Packed;
import org.opora.registry.importing.domain.ValueMap;

/**
 * Seals the values last imported with the key of their file, and marks families without saying
 * which.
 */
final class Snapshots {
  private static final String PLACE = "IMPORTED.LAST_VALUES";
  private final Keys keys;

  Snapshots(Keys keys) {
    this.keys = keys;
  }

  String mark(String familyKey) {
    return HexFormat.of().formatHex(keys.fingerprint("import-family", familyKey));
  }

  byte[] seal(CaseFileId file, UUID row, ValueMap values) {
    return keys.seal(Subject.of(file), PLACE, row, Packed.values(values));
  }

  ValueMap values(Imported row) {
    return Packed.values(
        keys.open(Subject.of(new CaseFileId(row.caseFile())), PLACE, row.id(), row.values()));
  }
}
