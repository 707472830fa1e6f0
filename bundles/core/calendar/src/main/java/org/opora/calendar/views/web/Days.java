package org.opora.calendar.views.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Dates;
import org.opora.api.web.Request;

/** What an address of the calendar names: a day, and whose appointments. */
final class Days {
  /** A calendar of other times nobody keeps here. */
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  /** As the address says that it is about the whole house. */
  static final String HOUSE = "house";

  private Days() {}

  /**
   * Today, when the address names none.
   *
   * @throws NotFound when it names something that is no day
   */
  static LocalDate day(Request request) {
    Optional<String> day = request.query("day").filter(one -> !one.isBlank());
    if (day.isEmpty()) {
      return request.viewer().today();
    }
    try {
      LocalDate named = Dates.parse(day.get());
      if (!known(named)) {
        throw new NotFound();
      }
      return named;
    } catch (DateTimeException | IllegalArgumentException noDay) {
      throw new NotFound();
    }
  }

  static boolean known(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }

  /**
   * Whose appointments; the reader's own when the address names nobody.
   *
   * @return null for the whole house
   */
  static StaffId whose(Request request) {
    Optional<String> staff = request.query("staff").filter(one -> !one.isBlank());
    if (staff.isEmpty()) {
      return request.viewer().staff();
    }
    return staff.get().equals(HOUSE) ? null : new StaffId(key(staff.get()));
  }

  /**
   * @throws NotFound when it is no key
   */
  static UUID key(String raw) {
    try {
      return UUID.fromString(raw);
    } catch (IllegalArgumentException none) {
      throw new NotFound();
    }
  }
}
