package org.opora.registry.exports.domain;

/** What was said of a list that somebody asked to take along. */
public enum Verdict {
  CONFIRMED,
  TURNED_DOWN,
  /** By whoever had asked. */
  TAKEN_BACK
}
