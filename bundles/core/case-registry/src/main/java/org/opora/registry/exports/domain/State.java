package org.opora.registry.exports.domain;

/** How a list stands that somebody asked to take along. */
public enum State {
  WAITING,
  /** Nobody decided in time. */
  LAPSED,
  CONFIRMED,
  /** It was confirmed, and not fetched in time. */
  UNFETCHED,
  FETCHED,
  TURNED_DOWN,
  TAKEN_BACK
}
