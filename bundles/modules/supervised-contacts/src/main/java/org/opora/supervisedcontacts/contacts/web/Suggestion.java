package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalDate;
import java.time.LocalTime;
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
    LocalDate on, LocalTime from, LocalTime to, String room, String facilitator) {
  static Suggestion after(
      ContactRow last, PlanRow plan, Viewer viewer, List<Choice> rooms, List<Choice> staff) {
    String onlyRoom = rooms.size() == 1 ? rooms.get(0).value() : null;
    if (last == null) {
      return new Suggestion(null, null, null, onlyRoom, null);
    }
    ZonedDateTime start = last.start().atZone(viewer.zone());
    return new Suggestion(
        next(start.toLocalDate(), plan, viewer.today()),
        start.toLocalTime(),
        last.end().atZone(viewer.zone()).toLocalTime(),
        onlyRoom == null ? offered(rooms, last.room()) : onlyRoom,
        offered(staff, last.facilitator()));
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
        .filter(value.toString()::equals)
        .findFirst()
        .orElse(null);
  }
}
