package org.opora.api.access;

/**
 * The answer to "may I", as a value.
 *
 * @param allowed whether
 * @param reason code that explains it: {@code all}, {@code own} (asked without a subject), {@code
 *     relation:<kind>}, {@code no-permission}, {@code no-relation}, {@code wall}
 */
public record Decision(boolean allowed, String reason) {
  public static Decision allowed(String reason) {
    return new Decision(true, reason);
  }

  public static Decision denied(String reason) {
    return new Decision(false, reason);
  }
}
