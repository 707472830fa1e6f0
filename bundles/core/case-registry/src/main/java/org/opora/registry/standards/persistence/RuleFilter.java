package org.opora.registry.standards.persistence;

/** Which papers a list shows. */
public enum RuleFilter {
  CURRENT,
  ENDED,
  ALL
}
