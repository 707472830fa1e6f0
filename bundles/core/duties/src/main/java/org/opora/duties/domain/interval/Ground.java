package org.opora.duties.domain.interval;

/** What a due date is counted from. */
public enum Ground {
  /** The last time in this file. */
  LAST,
  /** None yet: the later of agreement and placement. */
  BEGINNING,
  /** The last time in the family before. */
  BROUGHT_ALONG,
  /**
   * Nothing is known of the time before the file came from former records, or before the module
   * that brings the evidence was back.
   */
  BEFORE_OPORA,
  /** None since then. */
  SINCE_OPORA
}
