package org.opora.registry.aims.domain;

/** How far an agreed aim has been reached, when both sides look at it. */
public enum AimResult {
  NOT_MET,
  PARTLY,
  MET,
  EXCEEDED
}
