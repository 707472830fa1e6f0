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

  @Override
  public String toString() {
    return value.toString();
  }
}
