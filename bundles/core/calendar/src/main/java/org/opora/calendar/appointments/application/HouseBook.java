package org.opora.calendar.appointments.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
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
    return tx.required(
        em -> {
          write(em, viewer, origin, source, person, at, AttendeeRow::came);
          return around(em, viewer, List.of(person.value()), at);
        });
  }

  @Override
  public void left(Viewer viewer, String origin, UUID source, PersonId person, Instant at) {
    tx.run(em -> write(em, viewer, origin, source, person, at, AttendeeRow::went));
  }

  @Override
  public List<Encounter> around(Viewer viewer, String origin, UUID source, Instant at) {
    return tx.read(
        em -> {
          AppointmentQueries queries = new AppointmentQueries(em);
          Appointment appointment = queries.of(origin, source);
          if (appointment == null) {
            throw new NotFound();
          }
          List<UUID> persons =
              queries.attendees(List.of(appointment.id())).stream()
                  .filter(row -> row.kind() == Attendee.Kind.PERSON)
                  .map(AttendeeRow::who)
                  .toList();
          return around(em, viewer, persons, at);
        });
  }

  private void write(
      EntityManager em,
      Viewer viewer,
      String origin,
      UUID source,
      PersonId person,
      Instant at,
      BiConsumer<AttendeeRow, Instant> what) {
    AppointmentQueries queries = new AppointmentQueries(em);
    Appointment appointment = queries.of(origin, source);
    if (appointment == null) {
      throw new NotFound();
    }
    if (at.isAfter(viewer.now())) {
      throw Texts.refused(null, "coming.future");
    }
    if (!Moments.days(appointment.slot(), viewer.zone())
        .contains(LocalDate.ofInstant(at, viewer.zone()))) {
      throw Texts.refused(null, "coming.other-day");
    }
    Set<UUID> keys = people.idsOf(person).stream().map(PersonId::value).collect(Collectors.toSet());
    AttendeeRow row =
        queries.attendees(List.of(appointment.id())).stream()
            .filter(one -> keys.contains(one.who()))
            .findFirst()
            .orElseThrow(NotFound::new);
    what.accept(row, at);
    // What was just written is asked for in the same breath.
    em.flush();
  }

  private List<Encounter> around(
      EntityManager em, Viewer viewer, Collection<UUID> persons, Instant at) {
    Slot moment = new Slot(at, at.plusSeconds(1));
    Map<UUID, Set<UUID>> apart = lookout.apart(persons, Moments.days(moment, viewer.zone()));
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
        .map(row -> encounter(viewer, row, names.get(new PersonId(row.who()))))
        .sorted(KNOWN_FIRST)
        .toList();
  }

  private static Encounter encounter(Viewer viewer, AttendeeRow row, PersonName name) {
    boolean certain = row.cameAt() != null;
    Slot here = row.here();
    String until = Moments.clock(here.end(), viewer.zone());
    String key = certain ? "encounter.here" : "encounter.expected";
    return new Encounter(
        new PersonId(row.who()),
        certain,
        here,
        name == null ? Texts.of(key + ".unnamed", until) : Texts.of(key, name.spoken(), until));
  }
}
