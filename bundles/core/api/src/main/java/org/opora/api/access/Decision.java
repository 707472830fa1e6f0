package org.opora.api.access;

/**
 * The answer to "may I", as a value.
 *
 * @param allowed whether
 * @param reason code that explains it: {@code all}, {@code own} (asked without a subject), {@code
 *     relation:<kind>}, {@code no-permission}, {@code no-relation}, {@code wall}, {@link
 *     #READS_ONLY}
 */
public record Decision(boolean allowed, String reason) {
  /** The viewer may know of the subject, and reads it in an emergency, but changes nothing. */
  public static final String READS_ONLY = "reads-only";

  public static Decision allowed(String reason) {
    return new Decision(true, reason);
  }

  public static Decision denied(String reason) {
    return new Decision(false, reason);
  }
}
