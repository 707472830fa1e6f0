package org.opora.persistence.migration;

import org.opora.api.text.Text;

/** A schema was not brought to the state its bundle needs. */
public final class MigrationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Ground {
    /** A script that was applied has other words now. */
    CHANGED,
    /** The tables are newer than the bundle. */
    NEWER,
    /** A script failed. */
    FAILED
  }

  private final Ground ground;
  private final transient Text text;

  MigrationRefused(Ground ground, Text text, String message, Throwable cause) {
    super(message, cause);
    this.ground = ground;
    this.text = text;
  }

  public Ground ground() {
    return ground;
  }

  public Text text() {
    return text;
  }
}
