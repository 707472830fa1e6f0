package org.opora.api.reports;

/** Who receives a report, as far as it matters for what may stand in it. */
public enum Reader {
  CARER,
  AUTHORITY,
  COURT
}
