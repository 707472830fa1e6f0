package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.web.Choice;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.persistence.PlanRow;

/**
 * What the form of a booking starts with: place, facilitator and time of the last contact of the
 * plan, a turn later. Every part is null when nothing can be said.
 */
public record Suggestion(
    LocalDate on,
    LocalTime from,
    LocalTime to,
    String room,
    String place,
    Integer way,
    String staff) {

  static Suggestion after(
      ContactRow last, PlanRow plan, Viewer viewer, List<Choice> rooms, List<Choice> staff) {
    String onlyRoom = rooms.size() == 1 ? rooms.get(0).value() : null;
    if (last == null) {
      return new Suggestion(null, null, null, onlyRoom, null, null, null);
    }
    Suggestion same = of(last, viewer.zone());
    boolean outside = last.room() == null && last.place() != null;
    return new Suggestion(
        next(same.on, plan, viewer.today()),
        same.from,
        same.to,
        outside ? null : onlyRoom == null ? offered(rooms, last.room()) : onlyRoom,
        same.place,
        same.way,
        offered(staff, last.facilitator()));
  }

  /** The same as it is. */
  static Suggestion of(ContactRow row, ZoneId zone) {
    ZonedDateTime start = row.start().atZone(zone);
    return new Suggestion(
        start.toLocalDate(),
        start.toLocalTime(),
        row.end().atZone(zone).toLocalTime(),
        row.room() == null ? null : row.room().toString(),
        row.room() == null ? row.place() : null,
        row.room() == null && row.wayMinutes() > 0 ? row.wayMinutes() : null,
        row.facilitator().toString());
  }

  /** On another day. */
  Suggestion on(LocalDate day) {
    return new Suggestion(day, from, to, room, place, way, staff);
  }

  private static LocalDate next(LocalDate last, PlanRow plan, LocalDate today) {
    if (plan.everyWeeks() == null) {
      return null;
    }
    LocalDate next = last.plusWeeks(plan.everyWeeks());
    return next.isBefore(today) ? null : next;
  }

  /** A room that is not used any more, and somebody who has left, are not suggested. */
  private static String offered(List<Choice> options, UUID value) {
    return options.stream()
        .map(Choice::value)
        .filter(one -> value != null && one.equals(value.toString()))
        .findFirst()
        .orElse(null);
  }
}
