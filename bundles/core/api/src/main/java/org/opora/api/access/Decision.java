package org.opora.api.access;

/**
 * The answer to "may I", as a value.
 *
 * @param allowed whether
 * @param reason code that explains it: {@code all}, {@code own} (asked without a subject), {@code
 *     relation:<kind>}, {@code no-permission}, {@code no-relation}, {@link #WALL}, {@link
 *     #READS_ONLY}
 */
public record Decision(boolean allowed, String reason) {
  /** The viewer may know of the subject, and reads what is lent to them, but changes nothing. */
  public static final String READS_ONLY = "reads-only";

  /** A wall stands before the subject. */
  public static final String WALL = "wall";

  private static final String RELATION = "relation:";

  public static Decision allowed(String reason) {
    return new Decision(true, reason);
  }

  public static Decision denied(String reason) {
    return new Decision(false, reason);
  }

  /** Whether it is allowed by what is lent for reading, and by nothing that lasts. */
  public boolean lent() {
    return allowed
        && RelationKind.reading().stream().anyMatch(kind -> reason.equals(RELATION + kind));
  }

  /** What a relation of this kind allows. */
  public static Decision by(RelationKind kind) {
    return allowed(RELATION + kind);
  }
}
