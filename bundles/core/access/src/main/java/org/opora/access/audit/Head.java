package org.opora.access.audit;

/** Where the chain ended, sealed: {@code current}, or the date of a day. */
record Head(String name, long seq, byte[] mac, byte[] seal) {
  static final String CURRENT = "current";

  boolean ofDay() {
    return !name.equals(CURRENT);
  }
}
