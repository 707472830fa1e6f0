package org.opora.registry.aims.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;

/** The words of an agreed aim hang on the key of its file. */
final class AimSeals {
  private static final String AIM = "AGREED_AIM.AIM";
  private static final String PLAN = "AGREED_AIM.PLAN";
  private static final String WORDS = "AIM_REVIEW.WORDS";
  private final Keys keys;

  AimSeals(Keys keys) {
    this.keys = keys;
  }

  byte[] aim(CaseFileId file, UUID aim, String plain) {
    return keys.seal(Subject.of(file), AIM, aim, plain);
  }

  byte[] plan(CaseFileId file, UUID aim, String plain) {
    return plain == null ? null : keys.seal(Subject.of(file), PLAN, aim, plain);
  }

  byte[] words(CaseFileId file, UUID review, String plain) {
    return keys.seal(Subject.of(file), WORDS, review, plain);
  }

  String openAim(CaseFileId file, UUID aim, byte[] sealed) {
    return keys.open(Subject.of(file), AIM, aim, sealed);
  }

  String openPlan(CaseFileId file, UUID aim, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), PLAN, aim, sealed);
  }

  String openWords(CaseFileId file, UUID review, byte[] sealed) {
    return keys.open(Subject.of(file), WORDS, review, sealed);
  }
}
