package org.opora.calendar.meetings.domain;

/** What there is of a meeting in the calendar. */
public enum MeetingState {
  /** It stands in the calendar. */
  BOOKED,
  /**
   * One of a series for which something stood in the way: it takes nothing and needs another time.
   */
  OPEN,
  CANCELLED
}
