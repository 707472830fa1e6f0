package org.opora.supervisedcontacts.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.ChildFileId;
import org.opora.api.persistence.Keys;

/**
 * The module's sealed columns: all hang on the key of the child's sub-file, so they move and end
 * with it.
 */
record SealedTexts(Keys keys) {
  static final String CONDITIONS = "CONTACT_PLAN.CONDITIONS_S";
  static final String NAME = "PLAN_PERSON.NAME_S";
  static final String REASON = "CONTACT.REASON_S";
  static final String BEFORE = "CONTACT_RECORD.BEFORE_S";
  static final String DURING = "CONTACT_RECORD.DURING_S";
  static final String AFTER = "CONTACT_RECORD.AFTER_S";

  byte[] seal(ChildFileId file, String place, UUID row, String plain) {
    return plain == null ? null : keys.seal(Subject.of(file), place, row, plain);
  }

  String open(ChildFileId file, String place, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), place, row, sealed);
  }
}
