package org.opora.registry.care.domain;

import java.time.Instant;

/** How an entry read before. */
public interface FormerWording {
  /** Its number among the wordings of the entry. */
  int wording();

  /** Since when the entry read so. */
  Instant wordedAt();

  /** Until when it did. */
  Instant at();
}
