package org.opora.api.grant;

/** Where an expense stands. */
public enum ExpenseState {
  /** Somebody asks for it; another person decides. */
  PROPOSED,
  /** It may be spent. */
  APPROVED,
  /** It may not, for a reason that stands there. */
  REJECTED,
  /** It is paid and its evidence is written down: it counts as spent. */
  PAID,
  /** Nobody asks for it any more. */
  WITHDRAWN
}
