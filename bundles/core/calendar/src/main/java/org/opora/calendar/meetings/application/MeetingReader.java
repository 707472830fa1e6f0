package org.opora.calendar.meetings.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Rooms;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingAttendee;
import org.opora.calendar.meetings.persistence.MeetingQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Meetings as pages show them, to those who may know of them. */
@Component(service = MeetingReader.class)
public final class MeetingReader {
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final MeetingWords words;
  private final MeetingDoor door;
  private final CaseFiles files;
  private final People people;
  private final Staff staff;
  private final Rooms rooms;
  private final Choices choices;

  @Activate
  public MeetingReader(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Staff staff,
      @Reference Rooms rooms,
      @Reference Choices choices) {
    this.tx = tx;
    this.access = access;
    this.words = new MeetingWords(keys);
    this.door = new MeetingDoor(access, files, people);
    this.files = files;
    this.people = people;
    this.staff = staff;
    this.rooms = rooms;
    this.choices = choices;
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public MeetingView view(Viewer viewer, UUID id) {
    return tx.read(
        em -> {
          Meeting row = MeetingBook.find(em, id);
          door.read(viewer, row.caseFile(), MeetingBook.attendees(em, id));
          return views(em, viewer, List.of(row)).get(0);
        });
  }

  /** Meetings about a family, the latest first; those with somebody behind a wall are left out. */
  public Page<MeetingView> about(Viewer viewer, CaseFileId file, String after, int limit) {
    // Whoever may see every family finds nothing, either, where there is none.
    files.header(viewer, file);
    int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
    Cursor cursor = Cursor.of(after);
    return tx.read(
        em -> {
          List<Meeting> rows =
              new MeetingQueries(em).about(file, cursor.before(), cursor.key(), most + 1);
          List<Meeting> page = rows.subList(0, Math.min(most, rows.size()));
          return new Page<>(
              views(em, viewer, open(em, viewer, page)),
              rows.size() > most ? Cursor.after(page.get(most - 1)) : null);
        });
  }

  /**
   * All of one series, in the order of their days.
   *
   * @throws NotFound when there is none, also when the viewer may not know of any
   */
  public List<MeetingView> series(Viewer viewer, UUID series) {
    access.require(viewer, Calendar.READ);
    return tx.read(
        em -> {
          List<Meeting> rows = new MeetingQueries(em).series(series);
          if (rows.isEmpty()) {
            throw new NotFound();
          }
          CaseFileId file = rows.get(0).caseFile();
          door.read(viewer, file, List.of());
          return views(em, viewer, open(em, viewer, rows));
        });
  }

  /** Whether the viewer may write meetings about this family down. */
  public boolean writes(Viewer viewer, CaseFileId file) {
    return door.writes(viewer, file);
  }

  /** Without those to which somebody comes of whom a wall lets the viewer know nothing. */
  private List<Meeting> open(EntityManager em, Viewer viewer, List<Meeting> rows) {
    Map<UUID, List<Attendee>> who = attendees(em, rows);
    Set<UUID> closed =
        who.values().stream()
            .flatMap(List::stream)
            .filter(one -> one.kind() == Attendee.Kind.PERSON)
            .map(Attendee::who)
            .distinct()
            .filter(person -> walled(viewer, new PersonId(person)))
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(
            row ->
                who.getOrDefault(row.id(), List.of()).stream()
                    .noneMatch(one -> closed.contains(one.who())))
        .toList();
  }

  private boolean walled(Viewer viewer, PersonId person) {
    return people.idsOf(person).stream()
        .anyMatch(
            key ->
                Decision.WALL.equals(
                    access.decide(viewer, CaseFiles.READ, Subject.of(key)).reason()));
  }

  private static Map<UUID, List<Attendee>> attendees(EntityManager em, List<Meeting> rows) {
    return new MeetingQueries(em)
        .attendees(rows.stream().map(Meeting::id).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    MeetingAttendee::meeting,
                    Collectors.mapping(MeetingAttendee::attendee, Collectors.toList())));
  }

  /** Names of everything at once, however many meetings there are. */
  private List<MeetingView> views(EntityManager em, Viewer viewer, List<Meeting> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Attendee>> who = attendees(em, rows);
    List<Attendee> all = who.values().stream().flatMap(List::stream).toList();
    Set<CaseFileId> about = new HashSet<>();
    rows.forEach(row -> about.add(row.caseFile()));
    Set<CaseFileId> written =
        about.stream()
            .filter(file -> door.writes(viewer, file))
            .collect(Collectors.toCollection(HashSet::new));
    about.remove(null);
    Names names =
        new Names(
            choices.all(MeetingKinds.LIST),
            rooms.names(
                rows.stream()
                    .map(row -> row.where().room())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())),
            staff.names(of(all, Attendee.Kind.STAFF, StaffId::new)),
            people.names(viewer, of(all, Attendee.Kind.PERSON, PersonId::new)),
            files.headers(viewer, about),
            written);
    return rows.stream()
        .map(row -> view(row, who.getOrDefault(row.id(), List.of()), names))
        .toList();
  }

  /**
   * @param written about whom the viewer may write meetings down; null stands for no family
   */
  private record Names(
      Choices.Spoken kinds,
      Map<RoomId, String> rooms,
      Map<StaffId, String> staff,
      Map<PersonId, PersonName> people,
      Map<CaseFileId, CaseFiles.Header> files,
      Set<CaseFileId> written) {}

  private MeetingView view(Meeting row, List<Attendee> who, Names names) {
    RoomId room = row.where().room();
    Map<StaffId, String> staffed = names.staff();
    return new MeetingView(
        row.id(),
        row.version(),
        names.kinds().term(row.kind()),
        row.caseFile() == null ? null : names.files().get(row.caseFile()),
        words.open(row, MeetingWords.WORDS, row.words()),
        row.slot(),
        room,
        room == null ? null : names.rooms().get(room),
        words.open(row, MeetingWords.PLACE, row.place()),
        row.where().travelMinutes(),
        named(of(who, Attendee.Kind.STAFF, StaffId::new), staffed),
        named(of(who, Attendee.Kind.PERSON, PersonId::new), names.people()),
        row.guests(),
        row.series(),
        row.state(),
        words.open(row, MeetingWords.WHY, row.why()),
        names.written().contains(row.caseFile()));
  }

  private static <K, N> Map<K, N> named(Set<K> keys, Map<K, N> names) {
    return keys.stream()
        .filter(names::containsKey)
        .collect(Collectors.toMap(Function.identity(), names::get));
  }

  private static <K> Set<K> of(List<Attendee> all, Attendee.Kind kind, Function<UUID, K> key) {
    return all.stream()
        .filter(one -> one.kind() == kind)
        .map(one -> key.apply(one.who()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Where the next page goes on.
   *
   * @param before null at the beginning
   */
  private record Cursor(Instant before, UUID key) {
    private static final String BETWEEN = "_";

    static Cursor of(String after) {
      if (after == null) {
        return new Cursor(null, null);
      }
      try {
        String[] parts = after.split(BETWEEN, 2);
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (DateTimeParseException
          | IllegalArgumentException
          | ArrayIndexOutOfBoundsException none) {
        throw new NotFound();
      }
    }

    static String after(Meeting row) {
      return row.slot().start() + BETWEEN + row.id();
    }
  }
}
