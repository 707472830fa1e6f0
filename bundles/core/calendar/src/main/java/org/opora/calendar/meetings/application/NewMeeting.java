package org.opora.calendar.meetings.application;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;

/**
 * A meeting as somebody writes it down.
 *
 * @param kind code of the list {@link MeetingKinds#LIST}
 * @param words what it is about; null for nothing
 * @param room null when it is not in the house
 * @param place where it is then
 * @param travelMinutes how long staff are on the way, before it and again after it
 * @param people of the family
 * @param guests how many others come
 */
public record NewMeeting(
    String kind,
    String words,
    Slot slot,
    RoomId room,
    String place,
    int travelMinutes,
    Set<StaffId> staff,
    Set<PersonId> people,
    int guests) {
  public NewMeeting {
    staff = Set.copyOf(staff);
    people = Set.copyOf(people);
  }

  /** The same at another time. */
  public NewMeeting at(Slot other) {
    return new NewMeeting(kind, words, other, room, place, travelMinutes, staff, people, guests);
  }

  /** The same with these of the family. */
  NewMeeting with(Set<PersonId> others) {
    return new NewMeeting(kind, words, slot, room, place, travelMinutes, staff, others, guests);
  }

  Where where() {
    return room == null ? Where.elsewhere(travelMinutes) : Where.in(room);
  }

  /** In one order, so that two who write the same take everything in the same order. */
  public List<Attendee> attendees() {
    Set<Attendee> all =
        new TreeSet<>(Comparator.comparing(Attendee::kind).thenComparing(Attendee::who));
    Stream.concat(staff.stream().map(Attendee::of), people.stream().map(Attendee::of))
        .forEach(all::add);
    return List.copyOf(all);
  }
}
