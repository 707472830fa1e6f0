package org.opora.calendar.appointments.application;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Collision;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.calendar.appointments.domain.Clash;
import org.opora.calendar.appointments.domain.Surroundings;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.calendar.shared.Moments;
import org.opora.calendar.shared.Texts;

/** What stands against a booking in words, naming only whom the viewer may know of. */
record Sentences(People people, Staff staff) {

  List<Collision> of(Viewer viewer, Collection<Clash> clashes, Surroundings around) {
    if (clashes.isEmpty()) {
      return List.of();
    }
    Names names = names(viewer, clashes);
    return clashes.stream()
        .map(
            clash ->
                new Collision(
                    clash.kind(),
                    field(clash.kind()),
                    clash.when(),
                    text(viewer, clash, around, names)))
        .toList();
  }

  /**
   * @param people those whom the viewer may know of
   */
  private record Names(Map<PersonId, PersonName> people, Map<StaffId, String> staff) {
    /** Null for somebody whom the viewer may not know of. */
    String person(UUID key) {
      PersonName name = key == null ? null : people.get(new PersonId(key));
      return name == null ? null : name.spoken();
    }
  }

  private Names names(Viewer viewer, Collection<Clash> clashes) {
    List<PersonId> persons =
        clashes.stream()
            .flatMap(clash -> Stream.of(clash.who(), clash.other()))
            .filter(Objects::nonNull)
            .map(PersonId::new)
            .distinct()
            .toList();
    List<StaffId> colleagues =
        clashes.stream()
            .filter(clash -> field(clash.kind()) == Collision.Field.STAFF)
            .map(clash -> new StaffId(clash.who()))
            .distinct()
            .toList();
    return new Names(people.names(viewer, persons), staff.names(colleagues));
  }

  private static Collision.Field field(Collision.Kind kind) {
    return switch (kind) {
      case ROOM_GONE, ROOM_TAKEN, ROOM_FULL -> Collision.Field.ROOM;
      case STAFF_TAKEN, STAFF_AWAY, STAFF_OFF_HOURS -> Collision.Field.STAFF;
      case PERSON_TAKEN, APART_TOGETHER -> Collision.Field.PEOPLE;
      case APART_SAME_DOOR -> Collision.Field.TIME;
      case APART_OTHER_DOOR -> Collision.Field.DESPITE;
    };
  }

  private static Text text(Viewer viewer, Clash clash, Surroundings around, Names names) {
    ZoneId zone = viewer.zone();
    String from = Moments.clock(clash.when().start(), zone);
    String until = Moments.clock(clash.when().end(), zone);
    return switch (clash.kind()) {
      case ROOM_GONE -> Texts.of("collision.room-gone");
      case ROOM_TAKEN -> Texts.of("collision.room-taken", room(clash, around).name(), from, until);
      case ROOM_FULL ->
          Texts.of("collision.room-full", room(clash, around).name(), room(clash, around).seats());
      case STAFF_TAKEN -> Texts.of("collision.staff-taken", colleague(clash, names), from, until);
      case STAFF_AWAY -> Texts.of("collision.staff-away", colleague(clash, names));
      case STAFF_OFF_HOURS -> Texts.of("collision.staff-off-hours", colleague(clash, names));
      case PERSON_TAKEN -> named("collision.person-taken", names.person(clash.who()), from, until);
      case APART_TOGETHER -> together(names.person(clash.who()), names.person(clash.other()));
      case APART_SAME_DOOR ->
          named("collision.apart-same-door", names.person(clash.other()), from, until);
      case APART_OTHER_DOOR ->
          named("collision.apart-other-door", names.person(clash.other()), from, until);
    };
  }

  private static RoomFacts room(Clash clash, Surroundings around) {
    return around.rooms().get(new RoomId(clash.who()));
  }

  private static String colleague(Clash clash, Names names) {
    return names.staff().getOrDefault(new StaffId(clash.who()), "");
  }

  private static Text together(String one, String other) {
    return one == null || other == null
        ? Texts.of("collision.apart-together.unnamed")
        : Texts.of("collision.apart-together", one, other);
  }

  private static Text named(String key, String name, String from, String until) {
    return name == null
        ? Texts.of(key + ".unnamed", from, until)
        : Texts.of(key, name, from, until);
  }
}
