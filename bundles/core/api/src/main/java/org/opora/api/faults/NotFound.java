package org.opora.api.faults;

/** There is no such thing, or the viewer may not know of it: the two cannot be told apart. */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFound() {
    super("not found", null, false, false);
  }
}
