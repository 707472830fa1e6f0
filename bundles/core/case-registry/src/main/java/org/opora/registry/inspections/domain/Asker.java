package org.opora.registry.inspections.domain;

/** What the one who asks has to do with the file. */
public enum Asker {
  CHILD,
  PARENT,
  CARER,
  AUTHORITY,
  OTHER;

  /** Whether only a title of the law opens the file to them. */
  public boolean needsTitle() {
    return this == AUTHORITY || this == OTHER;
  }
}
