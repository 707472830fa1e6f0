package org.opora.calendar.appointments.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Collision;
import org.opora.api.house.Settings;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.staff.DaysAway;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.domain.ClashCheck;
import org.opora.calendar.appointments.domain.Expected;
import org.opora.calendar.appointments.domain.Surroundings;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.shared.persistence.Turns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The book of appointments. Whoever books holds the turn of everything that can be in one place
 * only, then looks, then writes: the same on both databases, and two people never get the same
 * room.
 */
@Component(service = Calendar.class)
public final class CalendarBook implements Calendar {
  private final Transactions tx;
  private final Lookout lookout;
  private final Sentences sentences;
  private final Despite despite;
  private final HouseMargins margins;

  @Activate
  public CalendarBook(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference People people,
      @Reference Staff staff,
      @Reference KeptApart apart,
      @Reference DaysAway away,
      @Reference Overrides overrides,
      @Reference Settings settings,
      @Reference Messages messages) {
    this.tx = tx;
    this.lookout = new Lookout(people, apart, away);
    this.sentences = new Sentences(people, staff);
    this.despite = new Despite(overrides, messages);
    this.margins = new HouseMargins(settings);
  }

  @Override
  public AppointmentId put(Viewer viewer, Booking booking, Because because) {
    // Found before anything is held: others wait only while it is looked and written.
    Lookout.Involved involved = lookout.involved(booking, viewer.zone());
    List<Expected> expected = expected(booking, viewer.zone());
    return tx.required(
        em -> {
          Turns.hold(em, involved.all());
          AppointmentQueries queries = new AppointmentQueries(em);
          Booking.What what = booking.what();
          Appointment known = queries.of(what.origin(), what.source());
          List<AttendeeRow> rows = known == null ? List.of() : queries.allOf(known.id());
          if (known == null || changes(known, rows, booking, expected)) {
            AppointmentId itself = known == null ? null : known.id();
            Surroundings around = lookout.around(em, involved, expected, itself, viewer);
            despite.check(
                viewer,
                booking,
                sentences.of(viewer, ClashCheck.of(booking, expected, around), around),
                because);
          }
          return write(
              em, new Writer(viewer.staff(), viewer.now()), booking, known, rows, expected);
        });
  }

  @Override
  public void takeOver(Booking booking, StaffId by, Instant at, ZoneId zone) {
    Lookout.Involved involved = lookout.involved(booking, zone);
    List<Expected> expected = expected(booking, zone);
    tx.run(
        em -> {
          Turns.hold(em, involved.all());
          Booking.What what = booking.what();
          if (new AppointmentQueries(em).of(what.origin(), what.source()) == null) {
            write(em, new Writer(by, at), booking, null, List.of(), expected);
          }
        });
  }

  /** Who writes, and when. */
  private record Writer(StaffId staff, Instant at) {}

  private List<Expected> expected(Booking booking, ZoneId zone) {
    return Expected.at(booking, margins.at(booking.slot().start(), zone));
  }

  /** Whether somebody or something would be taken that is not taken by it now. */
  private static boolean changes(
      Appointment known, List<AttendeeRow> rows, Booking booking, List<Expected> expected) {
    return known.cancelled()
        || !known.slot().equals(booking.slot())
        || !known.where().equals(booking.where())
        || known.people() < booking.attendees().size() + booking.guests()
        || !rows.stream()
            .filter(row -> !row.released())
            .map(AttendeeRow::expected)
            .toList()
            .containsAll(expected);
  }

  private static AppointmentId write(
      EntityManager em,
      Writer writer,
      Booking booking,
      Appointment known,
      List<AttendeeRow> rows,
      List<Expected> expected) {
    Appointment appointment = known;
    if (appointment == null) {
      appointment = new Appointment(AppointmentId.next(), booking, writer.staff(), writer.at());
      em.persist(appointment);
      em.flush();
    } else {
      appointment.becomes(booking, writer.at());
    }
    new About(em, appointment.id()).becomes(booking.what().besides());
    new Invitations(em, appointment.id(), rows, writer.at()).become(expected);
    return appointment.id();
  }

  @Override
  public void cancel(Viewer viewer, String origin, UUID source) {
    tx.run(
        em -> {
          Appointment known = new AppointmentQueries(em).of(origin, source);
          if (known != null) {
            known.cancel(viewer.now());
            despite.withdraw(source);
          }
        });
  }

  @Override
  public List<Collision> collisions(Viewer viewer, Booking booking) {
    Lookout.Involved involved = lookout.involved(booking, viewer.zone());
    List<Expected> expected = expected(booking, viewer.zone());
    return tx.read(
        em -> {
          Booking.What what = booking.what();
          Appointment known = new AppointmentQueries(em).of(what.origin(), what.source());
          Surroundings around =
              lookout.around(em, involved, expected, known == null ? null : known.id(), viewer);
          return sentences.of(viewer, ClashCheck.of(booking, expected, around), around);
        });
  }
}
