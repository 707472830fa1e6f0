package org.opora.api.statistics;

/** What the amount of a figure is in. */
public enum Measure {
  /** People, each once, under however many keys they are known. */
  PEOPLE,
  /** People of whom nobody wrote down who they were: by however many they were there. */
  HEADS,
  /** Records of what was done: visits, contacts, courses. */
  EVENTS,
  /** Other records, such as agreements or inquiries. */
  RECORDS,
  /** Time, in minutes; shown in hours. */
  MINUTES,
  DAYS,
  /** Hundredths of a full time. */
  SHARES,
  /** Money, in hundredths of a crown. */
  MONEY
}
