package org.opora.duties.domain.cycle;

/** From what the report after a late one is counted: no source decides, so the centre does. */
public enum NextReport {
  /** From the late one or as the cycle went before, whichever is earlier. */
  STRICTER,
  FROM_LAST
}
