package org.opora.supervisedcontacts.shared.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.ChildFileId;
import org.opora.api.persistence.Keys;

/**
 * The module's sealed columns: all hang on the key of the child's sub-file, so they move and end
 * with it.
 */
public record SealedTexts(Keys keys) {
  public static final String CONDITIONS = "CONTACT_PLAN.CONDITIONS_S";
  public static final String LANGUAGES = "CONTACT_PLAN.LANGUAGES_S";
  public static final String NAME = "PLAN_PERSON.NAME_S";

  /** Of a contact for one child; under the place where it was sealed first. */
  public static final String REASON = "CONTACT.REASON_S";

  public static final String PLACE = "CONTACT_CHILD.PLACE_S";
  public static final String REACTION = "CONTACT_CHILD.REACTION_S";
  public static final String BEFORE = "CONTACT_RECORD.BEFORE_S";
  public static final String DURING = "CONTACT_RECORD.DURING_S";
  public static final String AFTER = "CONTACT_RECORD.AFTER_S";

  public byte[] seal(ChildFileId file, String place, UUID row, String plain) {
    return plain == null ? null : keys.seal(Subject.of(file), place, row, plain);
  }

  public String open(ChildFileId file, String place, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), place, row, sealed);
  }
}
