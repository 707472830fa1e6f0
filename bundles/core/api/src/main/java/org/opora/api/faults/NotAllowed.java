package org.opora.api.faults;

/**
 * The viewer may not do this. For a subject the viewer may not even know of, the page is the one of
 * {@link NotFound}.
 */
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  /**
   * @param reason reason code of the decision, such as {@code no-permission}, {@code no-relation}
   *     or {@code wall}
   */
  public NotAllowed(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
