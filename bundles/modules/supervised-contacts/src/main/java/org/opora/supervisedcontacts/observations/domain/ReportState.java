package org.opora.supervisedcontacts.observations.domain;

import java.util.Set;

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

  /** Those on which somebody has still to do something before a copy can go out. */
  public static final Set<ReportState> OPEN = Set.of(DRAFT, SUBMITTED);

  /** Whether it stands fast, so that a change is a new version. */
  public boolean fast() {
    return this == APPROVED || this == ISSUED;
  }
}
