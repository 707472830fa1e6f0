package org.opora.registry.complaints.domain;

/** How a request about personal data ended. */
public enum DataAnswer {
  DONE,
  PARTLY,
  REFUSED
}
