package org.opora.registry.incidents.domain;

/** What a person had to do with an incident. */
public enum Part {
  PRESENT,
  HURT,
  SUSPECT
}
