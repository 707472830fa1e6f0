package org.opora.registry.openings.application;

import java.time.LocalDate;
import org.opora.api.house.Readings;

/** For how many working days something is open for an inspection at most. */
public record OpeningDays(Readings readings) {
  /** Reading by which the centre has decided it. */
  public static final String READING = "opening.days";

  public static final int LEAST = 1;
  public static final int MOST = 30;
  public static final int USUAL = 5;

  int most(LocalDate day) {
    return readings.chosen(READING, day).map(Integer::valueOf).orElse(USUAL);
  }
}
