package org.opora.registry.people.domain;

/** What an address is good for. */
public enum AddressKind {
  /** Where the person really lives. The present one stands in the row of the person. */
  LIVES,
  PERMANENT,
  POST
}
