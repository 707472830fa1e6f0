package org.opora.registry.inspections.domain;

/** What was done with a case file, or was asked for and not done. */
public enum Deed {
  LOOKED,
  COPIED,
  LENT,
  REFUSED;

  /** Somebody of the centre was there, or handed it over. */
  public boolean supervised() {
    return this != REFUSED;
  }
}
