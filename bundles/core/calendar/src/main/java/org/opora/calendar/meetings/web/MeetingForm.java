package org.opora.calendar.meetings.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.WallClock;
import org.opora.api.calendar.Where;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.web.Form;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.shared.Texts;

/** Reads the form of a meeting. */
public final class MeetingForm {
  private static final int LONGEST = 200;
  private static final int MOST_GUESTS = 500;
  private final Form form;

  public MeetingForm(Form form) {
    this.form = form;
  }

  /**
   * What was typed; without any sense while the form has errors.
   *
   * @return null while there is no time to speak of
   */
  public NewMeeting read(ZoneId zone) {
    String kind = form.requiredLine("kind");
    LocalDate on = form.requiredDate("on");
    LocalTime from = time("from");
    LocalTime until = time("until");
    Slot slot = slot(on, from, until, zone);
    UUID room = form.id("room");
    Integer travel = form.number("travel", 0, Where.LONGEST_WAY);
    Integer guests = form.number("guests", 0, MOST_GUESTS);
    Set<StaffId> staff = keys("staff", StaffId::new);
    if (staff.isEmpty()) {
      form.error("staff", Texts.of("meeting.staff.nobody"));
    }
    String place = form.text("place", LONGEST);
    String words = form.text("words", LONGEST);
    Set<PersonId> people = keys("people", PersonId::new);
    return slot == null
        ? null
        : new NewMeeting(
            kind,
            words,
            slot,
            room == null ? null : new RoomId(room),
            place,
            travel == null ? 0 : travel,
            staff,
            people,
            guests == null ? 0 : guests);
  }

  /** Why it is booked although people who must not meet are in the house; null when nobody says. */
  public Because because() {
    return Because.typed(
        form.choice("despite", Reason.class), form.text("despite-words", Because.MOST));
  }

  /** From when, as it was typed; null while it makes no sense. */
  public LocalTime from() {
    return form.time("from");
  }

  public LocalTime until() {
    return form.time("until");
  }

  private LocalTime time(String field) {
    LocalTime time = form.time(field);
    if (time == null) {
      form.error(field, "form.required");
    }
    return time;
  }

  private Slot slot(LocalDate on, LocalTime from, LocalTime until, ZoneId zone) {
    if (on == null || from == null || until == null) {
      return null;
    }
    if (!until.isAfter(from)) {
      form.error("until", Texts.of("meeting.until.before"));
      return null;
    }
    exists("from", on, from, zone);
    exists("until", on, until, zone);
    return WallClock.slot(on, from, until, zone).orElse(null);
  }

  private void exists(String field, LocalDate on, LocalTime time, ZoneId zone) {
    if (WallClock.moment(on, time, zone).isEmpty()) {
      form.error(field, Texts.of("meeting.time.skipped", on));
    }
  }

  private <K> Set<K> keys(String field, Function<UUID, K> of) {
    Set<K> keys = new HashSet<>();
    for (String raw : form.all(field)) {
      Optional<UUID> key = key(raw);
      if (key.isEmpty()) {
        form.error(field, "form.choice", raw);
      }
      key.map(of).ifPresent(keys::add);
    }
    return keys;
  }

  private static Optional<UUID> key(String raw) {
    try {
      return Optional.of(UUID.fromString(raw));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
