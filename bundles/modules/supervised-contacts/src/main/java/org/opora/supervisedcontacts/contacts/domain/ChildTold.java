package org.opora.supervisedcontacts.contacts.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * That a child was told.
 *
 * @param reaction how it took it, sealed; null when nobody wrote it down
 */
public record ChildTold(Teller by, Instant at, Telling how, byte[] reaction) {
  public ChildTold {
    Objects.requireNonNull(by);
    Objects.requireNonNull(at);
  }
}
