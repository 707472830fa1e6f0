package org.opora.duties.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
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

  Choice choice() {
    return new Choice(readings.choices(READING));
  }

  /**
   * What the centre has chosen. A clock runs as it was chosen for the day it began here: a choice
   * moves no date that was already running.
   */
  record Choice(NavigableMap<LocalDate, String> options) implements Predicate<LocalDate> {
    Choice {
      options = new TreeMap<>(options);
    }

    /** Whether a clock that began on this day came along. */
    @Override
    public boolean test(LocalDate began) {
      Map.Entry<LocalDate, String> option = options.floorEntry(began);
      return option == null || !RESTARTS.equals(option.getValue());
    }

    /** The same with one more choice. */
    Choice with(LocalDate from, String option) {
      NavigableMap<LocalDate, String> more = new TreeMap<>(options);
      more.put(from, option);
      return new Choice(more);
    }
  }
}
