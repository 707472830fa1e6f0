package org.opora.supervisedcontacts.evaluations.domain;

/**
 * How contacts went, from 1 for badly to 5 for well.
 *
 * @param wellbeing of the child
 * @param cooperation of the parent
 */
public record Scales(int wellbeing, int cooperation) {
  public static final int LEAST = 1;
  public static final int MOST = 5;

  public Scales {
    if (!fits(wellbeing) || !fits(cooperation)) {
      throw new IllegalArgumentException(wellbeing + ", " + cooperation);
    }
  }

  private static boolean fits(int number) {
    return number >= LEAST && number <= MOST;
  }
}
