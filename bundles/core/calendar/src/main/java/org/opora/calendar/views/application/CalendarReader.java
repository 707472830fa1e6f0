package org.opora.calendar.views.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.calendar.rooms.domain.Room;
import org.opora.calendar.rooms.persistence.RoomQueries;
import org.opora.calendar.views.persistence.AttendingRow;
import org.opora.calendar.views.persistence.EntryRow;
import org.opora.calendar.views.persistence.Extent;
import org.opora.calendar.views.persistence.ViewQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The calendar with the eyes of its reader. Everybody who reads it sees when rooms and colleagues
 * are taken; what an appointment is, and who comes, only whoever may see the record behind it.
 */
@Component(service = CalendarReader.class)
public final class CalendarReader {
  /** More than that nobody reads on one page, whatever somebody writes into an address. */
  private static final int MOST = 5_000;

  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final People people;
  private final Staff staff;
  private final Sight sight;
  private final Kinds kinds;

  @Activate
  public CalendarReader(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Access access,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Staff staff,
      @Reference Kinds kinds) {
    this.tx = tx;
    this.access = access;
    this.people = people;
    this.staff = staff;
    this.kinds = kinds;
    this.sight = new Sight(access, files, kinds);
  }

  /**
   * What takes place at some moment of this time, in the order of time.
   *
   * @param whose null for the whole house
   */
  public List<Entry> between(Viewer viewer, Instant from, Instant until, StaffId whose) {
    return between(viewer, from, until, whose, true);
  }

  /** The same without anybody's name, and without asking what can be moved: for a month at once. */
  public List<Entry> outline(Viewer viewer, Instant from, Instant until, StaffId whose) {
    return between(viewer, from, until, whose, false);
  }

  private List<Entry> between(
      Viewer viewer, Instant from, Instant until, StaffId whose, boolean inFull) {
    access.require(viewer, Calendar.READ);
    Extent extent = of(Extent.between(from, until), whose);
    return tx.read(
        em -> {
          ViewQueries queries = new ViewQueries(em);
          List<EntryRow> rows = queries.rows(extent, MOST);
          return inFull
              ? entries(queries, names(em), viewer, extent, rows)
              : outlines(queries, names(em), viewer, extent, rows);
        });
  }

  private List<Entry> outlines(
      ViewQueries queries,
      Map<UUID, String> rooms,
      Viewer viewer,
      Extent extent,
      List<EntryRow> rows) {
    Map<UUID, Set<Subject>> open = sight.open(queries, viewer, extent, rows);
    Attending nobody = new Attending(Map.of(), Map.of(), Map.of());
    return rows.stream()
        .map(row -> entry(row, rooms, nobody, open.get(row.id()), Set.of()))
        .toList();
  }

  /**
   * What begins at this moment or later, page by page.
   *
   * @param whose null for the whole house
   * @param after cursor of the page before; null for the first one
   */
  public Page<Entry> list(Viewer viewer, Instant from, StaffId whose, UUID after, int limit) {
    access.require(viewer, Calendar.READ);
    int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
    return tx.read(
        em -> {
          ViewQueries queries = new ViewQueries(em);
          Extent extent = of(Extent.from(from), whose);
          Instant last = after == null ? null : queries.start(after);
          List<EntryRow> rows =
              queries.rows(last == null ? extent : extent.behind(last, after), most + 1);
          List<EntryRow> shown = rows.subList(0, Math.min(most, rows.size()));
          Extent these = Extent.these(shown.stream().map(EntryRow::id).toList());
          List<Entry> entries = entries(queries, names(em), viewer, these, shown);
          return rows.size() > most
              ? new Page<>(entries, shown.get(most - 1).id().toString())
              : Page.last(entries);
        });
  }

  private static Extent of(Extent extent, StaffId whose) {
    return whose == null ? extent : extent.of(whose.value());
  }

  /**
   * @throws NotFound when there is none, or it does not take place
   */
  public Entry one(Viewer viewer, AppointmentId id) {
    access.require(viewer, Calendar.READ);
    Extent extent = Extent.these(List.of(id.value()));
    return tx.read(
        em -> {
          ViewQueries queries = new ViewQueries(em);
          return entries(queries, names(em), viewer, extent, queries.rows(extent, 1)).stream()
              .findFirst()
              .orElseThrow(NotFound::new);
        });
  }

  private static Map<UUID, String> names(EntityManager em) {
    return new RoomQueries(em)
        .all().stream().collect(Collectors.toMap(room -> room.id().value(), CalendarReader::name));
  }

  private static String name(Room room) {
    return room.facts().name();
  }

  private List<Entry> entries(
      ViewQueries queries,
      Map<UUID, String> rooms,
      Viewer viewer,
      Extent extent,
      List<EntryRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, Set<Subject>> open = sight.open(queries, viewer, extent, rows);
    Set<UUID> movable = sight.movable(viewer, rows, open.keySet());
    Attending attending = attending(viewer, queries.attending(extent), open.keySet());
    return rows.stream()
        .map(row -> entry(row, rooms, attending, open.get(row.id()), movable))
        .toList();
  }

  /**
   * Who has to be where.
   *
   * @param names of people whom the viewer may know of
   */
  private record Attending(
      Map<UUID, List<AttendingRow>> rows,
      Map<StaffId, String> colleagues,
      Map<PersonId, PersonName> names) {
    List<AttendingRow> of(UUID appointment, Attendee.Kind kind) {
      return rows.getOrDefault(appointment, List.of()).stream()
          .filter(row -> row.kind() == kind)
          .toList();
    }
  }

  /** Of those whose appointment is not open to the viewer no name is asked for. */
  private Attending attending(Viewer viewer, List<AttendingRow> rows, Set<UUID> open) {
    Map<UUID, List<AttendingRow>> all = new HashMap<>();
    rows.forEach(row -> all.computeIfAbsent(row.appointment(), key -> new ArrayList<>()).add(row));
    Set<StaffId> colleagues =
        rows.stream()
            .filter(row -> row.kind() == Attendee.Kind.STAFF)
            .map(row -> new StaffId(row.who()))
            .collect(Collectors.toSet());
    Set<PersonId> persons =
        rows.stream()
            .filter(row -> row.kind() == Attendee.Kind.PERSON && open.contains(row.appointment()))
            .map(row -> new PersonId(row.who()))
            .collect(Collectors.toSet());
    return new Attending(all, staff.names(colleagues), people.names(viewer, persons));
  }

  /**
   * @param about null when the viewer may not know what it is
   */
  private Entry entry(
      EntryRow row,
      Map<UUID, String> rooms,
      Attending attending,
      Set<Subject> about,
      Set<UUID> movable) {
    return new Entry(
        new AppointmentId(row.id()),
        row.slot(),
        row.room() == null ? null : new RoomId(row.room()),
        row.room() == null ? null : rooms.get(row.room()),
        row.travelMinutes(),
        attending.of(row.id(), Attendee.Kind.STAFF).stream()
            .map(one -> attending.colleagues().getOrDefault(new StaffId(one.who()), ""))
            .filter(name -> !name.isEmpty())
            .sorted()
            .toList(),
        about == null ? null : what(row, about, attending, movable.contains(row.id())));
  }

  private Entry.What what(EntryRow row, Set<Subject> about, Attending attending, boolean movable) {
    List<AttendingRow> coming = attending.of(row.id(), Attendee.Kind.PERSON);
    List<Entry.Guest> named =
        coming.stream()
            .filter(one -> attending.names().containsKey(new PersonId(one.who())))
            .map(one -> guest(one, attending.names().get(new PersonId(one.who()))))
            .toList();
    return new Entry.What(
        row.title(),
        kinds.here(row.origin()) ? row.href() : null,
        about,
        named,
        coming.size() - named.size(),
        movable,
        row.version());
  }

  private static Entry.Guest guest(AttendingRow row, PersonName name) {
    return new Entry.Guest(
        new PersonId(row.who()), name, Presence.of(row), row.cameAt(), row.wentAt());
  }
}
