package org.opora.calendar.meetings.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.application.Crew;

/** Whether a meeting can be written down as it is meant; whether it fits in, the calendar says. */
record MeetingCheck(Choices choices, CaseFiles files, Crew crew) {
  static final int LONGEST = 200;
  static final int MOST_GUESTS = 500;
  private static final int YEARS_BACK = 1;
  private static final int YEARS_ON = 5;

  /**
   * @param held kinds and people that the meeting has already, which may stay
   * @return the same with blanks around its words gone
   */
  NewMeeting checked(
      Viewer viewer, CaseFileId file, NewMeeting meeting, String kind, Collection<Attendee> held) {
    Set<String> kinds = kind == null ? Set.of() : Set.of(kind);
    if (meeting.kind() == null
        || !choices.fits(MeetingKinds.LIST, List.of(meeting.kind()), viewer.today(), kinds)) {
      throw Texts.refused("kind", "meeting.kind.gone");
    }
    time(viewer, meeting.slot());
    String place = line("place", meeting.place());
    if (meeting.room() != null && place != null) {
      throw Texts.refused("place", "meeting.place.room");
    }
    if (meeting.travelMinutes() < 0 || meeting.travelMinutes() > Where.LONGEST_WAY) {
      throw Texts.refused("travel", "meeting.travel.range", Where.LONGEST_WAY);
    }
    if (meeting.room() != null && meeting.travelMinutes() > 0) {
      throw Texts.refused("travel", "meeting.travel.room");
    }
    if (meeting.guests() < 0 || meeting.guests() > MOST_GUESTS) {
      throw Texts.refused("guests", "meeting.guests.range", MOST_GUESTS);
    }
    come(viewer, file, meeting, held);
    return new NewMeeting(
        meeting.kind(),
        line("words", meeting.words()),
        meeting.slot(),
        meeting.room(),
        place,
        meeting.travelMinutes(),
        meeting.staff(),
        meeting.people(),
        meeting.guests());
  }

  /** When a meeting can be, written down or moved: on a day within reach, and on no other. */
  static void time(Viewer viewer, Slot slot) {
    LocalDate day = LocalDate.ofInstant(slot.start(), viewer.zone());
    if (day.isBefore(viewer.today().minusYears(YEARS_BACK))
        || day.isAfter(viewer.today().plusYears(YEARS_ON))) {
      throw Texts.refused("on", "meeting.day.far", day);
    }
    if (!LocalDate.ofInstant(slot.end(), viewer.zone()).equals(day)) {
      throw Texts.refused("until", "meeting.over-midnight");
    }
  }

  /** Colleagues who work here, and people who are in the file and whom the viewer may see. */
  private void come(Viewer viewer, CaseFileId file, NewMeeting meeting, Collection<Attendee> held) {
    if (meeting.staff().isEmpty()) {
      throw Texts.refused("staff", "meeting.staff.nobody");
    }
    Set<StaffId> staff = new HashSet<>();
    crew.all(viewer).forEach(one -> staff.add(one.id()));
    of(held, Attendee.Kind.STAFF).forEach(one -> staff.add(new StaffId(one.who())));
    if (!staff.containsAll(meeting.staff())) {
      throw Texts.refused("staff", "meeting.staff.gone");
    }
    Set<PersonId> people = file == null ? new HashSet<>() : family(files.header(viewer, file));
    of(held, Attendee.Kind.PERSON).forEach(one -> people.add(new PersonId(one.who())));
    if (!people.containsAll(meeting.people())) {
      throw Texts.refused("people", "meeting.people.gone");
    }
  }

  private static Stream<Attendee> of(Collection<Attendee> held, Attendee.Kind kind) {
    return held.stream().filter(one -> one.kind() == kind);
  }

  static Set<PersonId> family(CaseFiles.Header header) {
    return Stream.concat(
            header.carers().stream().map(CaseFiles.Carer::person),
            header.children().stream().map(CaseFiles.Child::person))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Null when nothing is written. */
  static String line(String field, String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String line = value.strip();
    if (line.length() > LONGEST) {
      throw Texts.refused(field, "meeting.too-long", LONGEST);
    }
    return line;
  }
}
