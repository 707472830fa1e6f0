package org.opora.duties.application;

import java.time.LocalDate;
import org.opora.api.house.Readings;

/**
 * Whether a child's clock goes along when the child moves to another family, or starts anew with
 * the agreement there. Sources disagree and the centre decides; by default the child keeps its own
 * clock, which is the stricter reading.
 */
public final class ChildClock {
  /** Id of the reading. */
  public static final String READING = "child-clock";

  /** The clock goes along. */
  public static final String KEEPS = "keeps";

  /** The clock starts anew. */
  public static final String RESTARTS = "restarts";

  private final Readings readings;

  public ChildClock(Readings readings) {
    this.readings = readings;
  }

  boolean keepsOn(LocalDate day) {
    return keeps(readings.chosen(READING, day).orElse(KEEPS));
  }

  static boolean keeps(String option) {
    return !RESTARTS.equals(option);
  }
}
