package org.opora.registry.files.domain;

/** Parts of a hand-over protocol, in their order. */
public enum HandoverPart {
  SAFETY,
  AGREEMENT,
  DUE,
  TASK
}
