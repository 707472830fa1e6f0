package org.opora.supervisedcontacts.observations.domain;

/** Where a report stands. */
public enum ReportState {
  /** It is written. */
  DRAFT,
  /** It waits for somebody else to approve it. */
  SUBMITTED,
  /** It stands fast. */
  APPROVED,
  /** Somebody has got a copy. */
  ISSUED,
  WITHDRAWN;

  /** Whether it stands fast, so that a change is a new version. */
  public boolean fast() {
    return this == APPROVED || this == ISSUED;
  }
}
