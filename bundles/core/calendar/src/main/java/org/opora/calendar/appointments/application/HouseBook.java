package org.opora.calendar.appointments.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Comings;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.staff.DaysAway;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.shared.Moments;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.persistence.Turns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who came, who left, and who must not meet whom in the house just now. */
@Component(service = Comings.class)
public final class HouseBook implements Comings {
  private static final Comparator<Encounter> KNOWN_FIRST =
      Comparator.comparing((Encounter one) -> !one.certain())
          .thenComparing(one -> one.here().start())
          .thenComparing(one -> one.person().value());

  private final Transactions tx;
  private final People people;
  private final Lookout lookout;

  @Activate
  public HouseBook(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference People people,
      @Reference KeptApart apart,
      @Reference DaysAway away) {
    this.tx = tx;
    this.people = people;
    this.lookout = new Lookout(people, apart, away);
  }

  @Override
  public List<Encounter> arrived(
      Viewer viewer, String origin, UUID source, PersonId person, Instant at) {
    Set<UUID> keys = keys(person);
    // Found before anything is held: others wait only while it is written and looked.
    Map<UUID, Set<UUID>> apart = apart(List.of(person.value()), at, viewer);
    Set<UUID> all = new HashSet<>(keys);
    apart.values().forEach(all::addAll);
    return tx.required(
        em -> {
          // Of two who come at once the second one finds the first.
          Turns.hold(em, all);
          past(viewer, at);
          Appointment appointment = find(em, origin, source);
          ofItsDays(viewer, appointment, at);
          attending(em, appointment, keys).came(at);
          // What was just written is asked for in the same breath.
          em.flush();
          return around(em, viewer, apart, at);
        });
  }

  @Override
  public void left(Viewer viewer, String origin, UUID source, PersonId person, Instant at) {
    Set<UUID> keys = keys(person);
    tx.run(
        em -> {
          Turns.hold(em, keys);
          past(viewer, at);
          went(leaving(em, viewer, find(em, origin, source), keys, at), at);
          // Nobody who has left is still there for what they were taken off.
          new AppointmentQueries(em)
              .leftBehind(keys).stream()
                  .filter(row -> !at.isBefore(row.cameAt()))
                  .forEach(row -> row.went(at));
        });
  }

  /** Whose leaving it is: also that of somebody who came and is expected there no more. */
  private static AttendeeRow leaving(
      EntityManager em, Viewer viewer, Appointment appointment, Set<UUID> keys, Instant at) {
    Optional<AttendeeRow> came =
        new AppointmentQueries(em)
            .allOf(appointment.id()).stream()
                .filter(row -> row.released() && keys.contains(row.who()))
                .filter(row -> day(viewer, row.cameAt()).equals(day(viewer, at)))
                .findFirst();
    if (came.isPresent()) {
      return came.get();
    }
    ofItsDays(viewer, appointment, at);
    return attending(em, appointment, keys);
  }

  private static void went(AttendeeRow row, Instant at) {
    if (row.cameAt() != null && at.isBefore(row.cameAt())) {
      throw Texts.refused(null, "coming.left-before");
    }
    row.went(at);
  }

  private Set<UUID> keys(PersonId person) {
    return people.idsOf(person).stream().map(PersonId::value).collect(Collectors.toSet());
  }

  @Override
  public List<Encounter> around(Viewer viewer, String origin, UUID source, Instant at) {
    return tx.read(
        em -> {
          AppointmentQueries queries = new AppointmentQueries(em);
          Appointment appointment = find(em, origin, source);
          List<UUID> persons =
              queries.attendees(appointment.id()).stream()
                  .filter(row -> row.kind() == Attendee.Kind.PERSON)
                  .map(AttendeeRow::who)
                  .toList();
          return around(em, viewer, apart(persons, at, viewer), at);
        });
  }

  private Map<UUID, Set<UUID>> apart(Collection<UUID> persons, Instant at, Viewer viewer) {
    return lookout.apart(persons, List.of(LocalDate.ofInstant(at, viewer.zone())));
  }

  private static Appointment find(EntityManager em, String origin, UUID source) {
    Appointment appointment = new AppointmentQueries(em).of(origin, source);
    if (appointment == null) {
      throw new NotFound();
    }
    return appointment;
  }

  private static void past(Viewer viewer, Instant at) {
    if (at.isAfter(viewer.now())) {
      throw Texts.refused(null, "coming.future");
    }
  }

  private static void ofItsDays(Viewer viewer, Appointment appointment, Instant at) {
    if (!Moments.days(appointment.slot(), viewer.zone()).contains(day(viewer, at))) {
      throw Texts.refused(null, "coming.other-day");
    }
  }

  private static LocalDate day(Viewer viewer, Instant at) {
    return LocalDate.ofInstant(at, viewer.zone());
  }

  private static AttendeeRow attending(EntityManager em, Appointment appointment, Set<UUID> keys) {
    return new AppointmentQueries(em)
        .attendees(appointment.id()).stream()
            .filter(one -> keys.contains(one.who()))
            .findFirst()
            .orElseThrow(NotFound::new);
  }

  /**
   * @param apart by person whom they must not meet
   */
  private List<Encounter> around(
      EntityManager em, Viewer viewer, Map<UUID, Set<UUID>> apart, Instant at) {
    Slot moment = new Slot(at, at.plusSeconds(1));
    Set<UUID> others = apart.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<UUID, AttendeeRow> inside = new HashMap<>();
    for (AttendeeRow row : new AppointmentQueries(em).expected(others, moment)) {
      if (row.inTheHouse(at)) {
        inside.merge(row.who(), row, (one, other) -> one.cameAt() == null ? other : one);
      }
    }
    Map<PersonId, PersonName> names =
        people.names(viewer, inside.keySet().stream().map(PersonId::new).toList());
    return inside.values().stream()
        .map(row -> encounter(viewer, row, names.get(new PersonId(row.who())), at))
        .sorted(KNOWN_FIRST)
        .toList();
  }

  private static Encounter encounter(Viewer viewer, AttendeeRow row, PersonName name, Instant at) {
    boolean certain = row.cameAt() != null;
    Slot here = row.here();
    // Of whoever should have left by now only when they came is known.
    boolean late = !here.end().isAfter(at);
    String key = !certain ? "encounter.expected" : late ? "encounter.still" : "encounter.here";
    String clock = Moments.clock(late ? here.start() : here.end(), viewer.zone());
    return new Encounter(
        new PersonId(row.who()),
        certain,
        late ? until(here.start(), at.plusSeconds(1)) : here,
        name == null ? Texts.of(key + ".unnamed", clock) : Texts.of(key, name.spoken(), clock));
  }

  private static Slot until(Instant start, Instant end) {
    Instant longest = start.plus(Slot.LONGEST);
    return new Slot(start, end.isAfter(longest) ? longest : end);
  }
}
