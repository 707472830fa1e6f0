package org.opora.api.access;

/** What a member of staff is to a subject. */
public enum RelationKind {
  KEY_WORKER,
  DEPUTY,
  FACILITATOR
}
