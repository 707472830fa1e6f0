package org.opora.supervisedcontacts.preparation.domain;

/** Who said who may read it: the child, or the worker for a child who cannot yet. */
public enum Chooser {
  CHILD,
  WORKER
}
