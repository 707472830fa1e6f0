package org.opora.api.legal;

/** Kinds of matters in which somebody acts for a child. */
public enum Matter {
  /** Everyday matters of care. */
  ORDINARY,
  /** Medical care beyond the ordinary. */
  MEDICAL,
  /** Choice and change of a school. */
  SCHOOL,
  /** Journeys abroad, and documents for them. */
  TRAVEL,
  /** Representation at court and before authorities. */
  COURT
}
