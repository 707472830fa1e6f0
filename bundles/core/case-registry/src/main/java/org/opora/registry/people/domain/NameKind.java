package org.opora.registry.people.domain;

/** What kind of a name it is beside the present one. */
public enum NameKind {
  MAIDEN,
  FORMER,
  ALSO
}
