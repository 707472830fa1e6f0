package org.opora.calendar.hours.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.opora.api.calendar.Slot;

/**
 * When somebody is at work, as it was written down. Whoever wrote nothing down is never off hours,
 * and nobody is before the first day of what was written.
 *
 * @param weeks hours by the day from which they hold; none where nothing holds any more
 */
public record Timetable(NavigableMap<LocalDate, List<Shift>> weeks, ZoneId zone) {
  public Timetable {
    weeks = new TreeMap<>(weeks);
  }

  /** What holds on the day; empty when nothing is written down. */
  public List<Shift> on(LocalDate day) {
    Map.Entry<LocalDate, List<Shift>> week = weeks.floorEntry(day);
    return week == null ? List.of() : week.getValue();
  }

  /** Whether all of it lies within the hours. */
  public boolean covers(Slot slot) {
    Instant from = slot.start();
    while (from.isBefore(slot.end())) {
      Instant until = steady(from, slot.end());
      ZoneOffset offset = zone.getRules().getOffset(from);
      if (!covers(LocalDateTime.ofInstant(from, offset), LocalDateTime.ofInstant(until, offset))) {
        return false;
      }
      from = until;
    }
    return true;
  }

  /** Until when nobody touches the clock on the wall. */
  private Instant steady(Instant from, Instant end) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(from);
    return change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
  }

  private boolean covers(LocalDateTime from, LocalDateTime until) {
    LocalDateTime at = from;
    while (at.isBefore(until)) {
      LocalDateTime end = workedUntil(at);
      if (end == null) {
        return false;
      }
      at = end;
    }
    return true;
  }

  /** Null when nobody works at this moment. */
  private LocalDateTime workedUntil(LocalDateTime moment) {
    LocalDate day = moment.toLocalDate();
    List<Shift> hours = on(day);
    if (hours.isEmpty()) {
      return day.plusDays(1).atStartOfDay();
    }
    return hours.stream()
        .filter(shift -> shift.holds(moment))
        .map(shift -> shift.end(day))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
