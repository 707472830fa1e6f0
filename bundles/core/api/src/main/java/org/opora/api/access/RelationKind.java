package org.opora.api.access;

/** What a member of staff is to a subject. */
public enum RelationKind {
  KEY_WORKER,
  DEPUTY,
  FACILITATOR,
  /** Wrote the person down, and may go on for some days until a file takes over. */
  REGISTRAR
}
