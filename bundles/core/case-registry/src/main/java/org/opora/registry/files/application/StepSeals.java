package org.opora.registry.files.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.registry.files.domain.ProposalStep;

/** What is said of a step of an agreement in preparation hangs on the key of the file. */
record StepSeals(Keys keys) {
  private static final String WORDS = "AGREEMENT_STEP.WORDS";

  /** Null for nothing. */
  byte[] words(CaseFileId file, UUID step, String plain) {
    return plain == null ? null : keys.seal(Subject.of(file), WORDS, step, plain);
  }

  /** Null where nothing was said. */
  String words(ProposalStep step) {
    return step.words() == null
        ? null
        : keys.open(Subject.of(step.file()), WORDS, step.id(), step.words());
  }
}
