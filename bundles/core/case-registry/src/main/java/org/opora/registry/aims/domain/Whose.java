package org.opora.registry.aims.domain;

/** Who takes a step towards the aim: "mine, yours, ours", as the worker says it to the family. */
public enum Whose {
  CENTRE,
  FAMILY,
  BOTH
}
