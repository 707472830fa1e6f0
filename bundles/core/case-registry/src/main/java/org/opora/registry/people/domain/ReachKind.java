package org.opora.registry.people.domain;

/** By what a person is reached. */
public enum ReachKind {
  PHONE,
  EMAIL,
  DATA_BOX
}
