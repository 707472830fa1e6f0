package org.opora.registry.importing.domain;

import java.io.IOException;

/** A file that is no table. */
public final class UnreadableSheet extends IOException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  /**
   * @param reason code of the sentence below {@code importing.unreadable}
   */
  public UnreadableSheet(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
