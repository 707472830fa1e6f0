package org.opora.calendar.views.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.web.Form;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.WallClock;
import org.opora.calendar.views.application.Entry;

/** Reads where an appointment is to be moved to. It lasts as long as before. */
record MoveFields(Form form, WallClock clock) {

  /** What is chosen instead of a room. */
  static final String OUTSIDE = "outside";

  /**
   * @param slot null when something is wrong with the form
   * @param room null when it is outside of the house
   */
  record Target(Slot slot, RoomId room, Because because) {}

  Target read(Entry entry) {
    LocalDate on = form.requiredDate("on");
    LocalTime from = form.time("from");
    if (from == null) {
      form.error("from", "form.required");
    }
    if (on != null && !Days.known(on)) {
      form.error("on", Texts.of("move.on.far"));
    }
    UUID room = room(entry);
    Instant start = form.valid() ? start(on, from) : null;
    Slot slot =
        start == null ? null : new Slot(start, start.plusSeconds(entry.slot().minutes() * 60));
    return new Target(slot, room == null ? null : new RoomId(room), because());
  }

  /** Nothing at all is chosen with the pointer, which leaves outside what is outside. */
  private UUID room(Entry entry) {
    boolean outside = form.raw("room").equals(OUTSIDE);
    return outside ? null : entry.room() == null ? form.id("room") : form.requiredId("room");
  }

  /** Why it is moved all the same; null when nothing is given. */
  private Because because() {
    return Because.typed(
        form.choice("despite", Reason.class), form.text("despite-words", Because.MOST));
  }

  private Instant start(LocalDate on, LocalTime from) {
    Instant exact = exact();
    if (exact != null && clock.day(exact).equals(on) && clock.time(exact).equals(from)) {
      return exact;
    }
    return clock
        .moment(on, from)
        .orElseGet(
            () -> {
              clock
                  .missing(on)
                  .ifPresent(
                      gap ->
                          form.error(
                              "from", Texts.of("move.from.missing", gap.from(), gap.until())));
              return null;
            });
  }

  /**
   * Which of two moments is meant that the clock shows alike: who moves something back, or with the
   * pointer, does not have to mean the first. Null when nothing says it.
   */
  private Instant exact() {
    try {
      String at = form.raw("at");
      return at.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(at));
    } catch (NumberFormatException | DateTimeException none) {
      return null;
    }
  }
}
