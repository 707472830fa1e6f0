package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A time at which people meet, booked in the calendar of the house. */
public record AppointmentId(UUID value) implements Id {
  public AppointmentId {
    Objects.requireNonNull(value);
  }

  public static AppointmentId next() {
    return new AppointmentId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static AppointmentId parse(String text) {
    return new AppointmentId(UUID.fromString(text));
  }

  /**
   * Four characters by which its people find it again where nobody may be named. Others may have
   * the same; within a few days of one person hardly any.
   */
  public String code() {
    String text = toString();
    // The end of a key is drawn by lot, its first characters tell the time.
    return text.substring(text.lastIndexOf('-') + 1).substring(0, 4);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
