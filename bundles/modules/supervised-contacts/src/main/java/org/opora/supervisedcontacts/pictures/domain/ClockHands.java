package org.opora.supervisedcontacts.pictures.domain;

import java.time.LocalTime;

/** Where the hands of a clock on the wall stand, in whole degrees clockwise from twelve. */
public record ClockHands(LocalTime time) {
  private static final int HOURS = 12;
  private static final int DEGREES_OF_AN_HOUR = 30;
  private static final int DEGREES_OF_A_MINUTE = 6;

  /** The short hand moves on between two hours. */
  public int hour() {
    return time.getHour() % HOURS * DEGREES_OF_AN_HOUR + time.getMinute() / 2;
  }

  public int minute() {
    return time.getMinute() * DEGREES_OF_A_MINUTE;
  }
}
