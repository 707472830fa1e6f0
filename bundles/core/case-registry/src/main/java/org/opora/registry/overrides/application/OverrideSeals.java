package org.opora.registry.overrides.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.overrides.domain.RuleOverride;

/** The words hang on the key of the subject. */
record OverrideSeals(Keys keys) {
  private static final String WORDS = "RULE_OVERRIDE.WORDS";

  byte[] seal(Subject subject, UUID override, String plain) {
    return keys.seal(subject, WORDS, override, plain);
  }

  /** Null when they are forgotten. */
  String open(RuleOverride row) {
    return row.words() == null ? null : keys.open(row.subject(), WORDS, row.id(), row.words());
  }
}
