package org.opora.api.faults;

/**
 * Somebody else changed the record since the form was opened. The form is shown again with both
 * texts.
 */
public final class Stale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Stale() {
    super("changed by somebody else", null, false, false);
  }
}
