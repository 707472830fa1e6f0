package org.opora.registry.complaints.domain;

/** What somebody may ask about their own personal data. */
public enum DataAsk {
  ACCESS,
  CORRECTION,
  ERASURE,
  RESTRICTION,
  PORTABILITY,
  OBJECTION
}
