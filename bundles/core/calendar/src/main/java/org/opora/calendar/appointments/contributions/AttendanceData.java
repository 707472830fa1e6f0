package org.opora.calendar.appointments.contributions;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.web.Centre;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When somebody was to be at an appointment, and when they came and left. What it was about is told
 * by the bundle that keeps its record, and so is one that was about somebody who was not to be
 * there.
 */
@Component
public final class AttendanceData implements PersonDataOwner {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private final Transactions tx;
  private final Centre centre;

  @Activate
  public AttendanceData(
      @Reference(target = "(opora.unit=calendar)") Transactions tx, @Reference Centre centre) {
    this.tx = tx;
    this.centre = centre;
  }

  @Override
  public long count(Set<PersonId> person) {
    return tx.read(
        em -> {
          AppointmentQueries queries = new AppointmentQueries(em);
          Set<AppointmentId> all = new HashSet<>();
          queries.attending(keys(person)).forEach(row -> all.add(row.appointment()));
          queries.about(keys(person)).forEach(one -> all.add(one.id()));
          queries.aboutBesides(keys(person)).forEach(one -> all.add(one.appointment()));
          return (long) all.size();
        });
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return tx.read(
        em -> {
          AppointmentQueries queries = new AppointmentQueries(em);
          List<AttendeeRow> rows = queries.attending(keys(person));
          Map<AppointmentId, Appointment> appointments =
              queries
                  .these(rows.stream().map(AttendeeRow::appointment).distinct().toList())
                  .stream()
                  .collect(Collectors.toMap(Appointment::id, Function.identity()));
          List<Fact> facts = new ArrayList<>();
          rows.forEach(row -> tell(facts, row, appointments.get(row.appointment())));
          return facts;
        });
  }

  private void tell(List<Fact> facts, AttendeeRow row, Appointment at) {
    String label = at.cancelled() ? "extract.cancelled" : "extract.appointment";
    facts.add(new Fact(Texts.of(label), said(at.slot().start()) + " – " + said(at.slot().end())));
    if (row.cameAt() != null) {
      facts.add(new Fact(Texts.of("extract.came"), said(row.cameAt())));
    }
    if (row.wentAt() != null) {
      facts.add(new Fact(Texts.of("extract.went"), said(row.wentAt())));
    }
  }

  /** Nobody looks at a page, so it is the clock on the wall of the centre. */
  private String said(Instant moment) {
    return MOMENT.format(moment.atZone(centre.zone()));
  }

  /** The appointment stays, for the others who were there. */
  @Override
  public void erase(Set<PersonId> person) {
    tx.run(em -> new AppointmentQueries(em).forget(keys(person)));
  }

  private static Set<UUID> keys(Set<PersonId> person) {
    return person.stream().map(PersonId::value).collect(Collectors.toSet());
  }
}
