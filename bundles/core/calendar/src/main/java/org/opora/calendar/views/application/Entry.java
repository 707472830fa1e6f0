package org.opora.calendar.views.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Title;

/**
 * An appointment as its reader may see it.
 *
 * @param room null when it is not in the house
 * @param roomName null when it is not in the house
 * @param travelMinutes how long colleagues are on the way, before and after
 * @param staff names of the colleagues who are taken by it
 * @param what null for somebody who may only know that the time is taken
 */
public record Entry(
    AppointmentId id,
    Slot slot,
    RoomId room,
    String roomName,
    int travelMinutes,
    List<String> staff,
    What what) {

  public Entry {
    staff = List.copyOf(staff);
  }

  /**
   * What an appointment is.
   *
   * @param href null while the bundle that wrote it is not here
   * @param about whom it is about, as far as the reader reaches them; empty when it is about nobody
   * @param people those who come, as far as the reader may know of them
   * @param others how many come besides
   * @param movable whether the reader may move it here
   */
  public record What(
      Title title,
      String href,
      Set<Subject> about,
      List<Guest> people,
      int others,
      boolean movable,
      long version) {
    public What {
      about = Set.copyOf(about);
      people = List.copyOf(people);
    }
  }

  /**
   * Somebody of the registry who comes.
   *
   * @param here when they are in the house, as it is expected or was written down; null when they
   *     are not there for it
   * @param cameAt null, as {@code wentAt}, while nobody wrote it down
   */
  public record Guest(
      PersonId person, PersonName name, Slot here, Instant cameAt, Instant wentAt) {}

  /** Whom a page with it shows. */
  public List<Subject> subjects() {
    return what == null
        ? List.of()
        : Stream.concat(
                what.about().stream(),
                what.people().stream().map(guest -> Subject.of(guest.person())))
            .toList();
  }
}
