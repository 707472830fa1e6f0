package org.opora.registry.emergency.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.registry.emergency.domain.EmergencyAccess;

/** The words of an emergency access hang on the key of the file. */
record EmergencySeals(Keys keys) {
  private static final String WHY = "EMERGENCY_ACCESS.WORDS";
  private static final String VERDICT = "EMERGENCY_ACCESS.VERDICT_WORDS";

  byte[] why(CaseFileId file, UUID access, String plain) {
    return keys.seal(Subject.of(file), WHY, access, plain);
  }

  String why(EmergencyAccess row) {
    return keys.open(Subject.of(row.file()), WHY, row.id(), row.words());
  }

  byte[] verdict(EmergencyAccess row, String plain) {
    return keys.seal(Subject.of(row.file()), VERDICT, row.id(), plain);
  }

  /** Null before the review. */
  String verdict(EmergencyAccess row) {
    return row.verdictWords() == null
        ? null
        : keys.open(Subject.of(row.file()), VERDICT, row.id(), row.verdictWords());
  }
}
