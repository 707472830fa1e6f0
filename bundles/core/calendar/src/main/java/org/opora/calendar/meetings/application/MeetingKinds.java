package org.opora.calendar.meetings.application;

import java.util.List;

/** What meetings there are: a list that each centre makes its own. */
public final class MeetingKinds {
  public static final String LIST = "calendar-meetings";

  /** What every centre begins with. */
  public static final List<String> FIRST = List.of("TEAM", "SUPERVISION", "VISIT", "OTHER");

  private MeetingKinds() {}
}
