package org.opora.api.access;

/** What a member of staff is to a subject. */
public enum RelationKind {
  KEY_WORKER,
  DEPUTY,
  /** Works with the family beside the key worker. */
  CO_WORKER,
  /** Looks after the family while the key worker is away. */
  STAND_IN,
  FACILITATOR,
  /** Wrote the person down, and may go on for some days until a file takes over. */
  REGISTRAR
}
