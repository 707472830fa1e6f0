package org.opora.registry.intake.domain;

/** What a line of a disposal is about. */
public enum RecordKind {
  INQUIRY,
  CONTACT
}
