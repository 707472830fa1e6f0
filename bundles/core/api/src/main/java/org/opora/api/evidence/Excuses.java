package org.opora.api.evidence;

/**
 * Kinds of evidence that say why a duty is not done. The reason itself stays with the record, in
 * its own words; here is on which days it holds, and the {@code ref} names the rule, such as {@code
 * cz.visit}. Without one it holds for every duty of whoever it is about; about a file, for
 * everybody in it.
 */
public final class Excuses {
  /** A reason that the law or the centre accepts: what was not done is justified. */
  public static final String JUSTIFIED = "duty.justified";

  /** The duty does not apply on these days. */
  public static final String NOT_APPLICABLE = "duty.not-applicable";

  private Excuses() {}
}
