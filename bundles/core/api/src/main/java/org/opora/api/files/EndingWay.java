package org.opora.api.files;

/** How an agreement on care comes to its end. */
public enum EndingWay {
  /** The carer gave notice. */
  CARER_NOTICE,
  /** The centre gave notice, for one of the grounds the law knows. */
  CENTRE_NOTICE,
  /** Both parties agreed on the end. */
  AGREED,
  /** It ended by itself, such as when the last child left. */
  BY_LAW;

  /** Whether a notice was delivered. */
  public boolean notice() {
    return this == CARER_NOTICE || this == CENTRE_NOTICE;
  }

  /**
   * Whether an agreement that ends in the other way may end in this one earlier: both parties may
   * agree on a day while notice runs, and what ends it by itself waits for neither.
   */
  public boolean overtakes(EndingWay running) {
    return this == BY_LAW && running != BY_LAW || this == AGREED && running.notice();
  }
}
