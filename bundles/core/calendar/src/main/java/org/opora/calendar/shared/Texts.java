package org.opora.calendar.shared;

import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.calendar.CalendarModule;

/** Words of the calendar. */
public final class Texts {
  private Texts() {}

  public static Text of(String key, Object... arguments) {
    return Text.of(CalendarModule.ORIGIN, key, arguments);
  }

  public static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, of(key, arguments));
  }
}
