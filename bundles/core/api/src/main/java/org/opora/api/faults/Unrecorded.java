package org.opora.api.faults;

/**
 * The trail takes no rows: nothing is shown and nothing is changed that could not be recorded. Not
 * for a use case to catch.
 */
public final class Unrecorded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message for the log, without a word about a person
   * @param cause or null
   */
  public Unrecorded(String message, Throwable cause) {
    super(message, cause);
  }
}
