package org.opora.registry.files.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;

/** The words of a protocol hang on the key of its file. */
final class HandoverSeals {
  private static final String PROMISES = "HANDOVER.PROMISES";
  private static final String REMARK = "HANDOVER.REMARK";
  private static final String WORDS = "HANDOVER_LINE.WORDS";
  private final Keys keys;

  HandoverSeals(Keys keys) {
    this.keys = keys;
  }

  byte[] promises(CaseFileId file, UUID handover, String plain) {
    return keys.seal(Subject.of(file), PROMISES, handover, plain);
  }

  byte[] remark(CaseFileId file, UUID handover, String plain) {
    return keys.seal(Subject.of(file), REMARK, handover, plain);
  }

  byte[] line(CaseFileId file, UUID line, String plain) {
    return keys.seal(Subject.of(file), WORDS, line, plain);
  }

  String openPromises(CaseFileId file, UUID handover, byte[] sealed) {
    return open(file, PROMISES, handover, sealed);
  }

  String openRemark(CaseFileId file, UUID handover, byte[] sealed) {
    return open(file, REMARK, handover, sealed);
  }

  String openLine(CaseFileId file, UUID line, byte[] sealed) {
    return open(file, WORDS, line, sealed);
  }

  private String open(CaseFileId file, String place, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), place, row, sealed);
  }
}
