package org.opora.calendar.appointments.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.opora.api.calendar.Calendar;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.calendar.appointments.domain.Margins;
import org.opora.calendar.shared.Texts;

/**
 * How long before an appointment people come and how long after it they leave, as the centre
 * reckons with on the day.
 */
public record HouseMargins(Settings settings) {
  public static final Setting BEFORE = minutes("before", Margins.USUAL.before());
  public static final Setting AFTER = minutes("after", Margins.USUAL.after());

  private static Setting minutes(String which, int usual) {
    return new Setting(
        "calendar." + which,
        Calendar.ROOMS,
        Texts.of("margins." + which),
        Texts.of("margins.explained"),
        Texts.of("margins.minutes"),
        usual,
        0,
        Margins.LONGEST);
  }

  /** On the day on which the appointment begins. */
  Margins at(Instant start, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(start, zone);
    return new Margins(settings.number(BEFORE, day), settings.number(AFTER, day));
  }
}
