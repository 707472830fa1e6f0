package org.opora.calendar.views.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.calendar.spi.AppointmentKind;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.api.persistence.Transactions;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Moves appointments to another time or room. The record belongs to the bundle that wrote it, so it
 * is that bundle that moves it; here is only asked for it.
 */
@Component(service = MoveDesk.class)
public final class MoveDesk {
  private final Transactions tx;
  private final Access access;
  private final Calendar calendar;
  private final CalendarReader reader;
  private final Kinds kinds;

  @Activate
  public MoveDesk(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Access access,
      @Reference Calendar calendar,
      @Reference CalendarReader reader,
      @Reference Kinds kinds) {
    this.tx = tx;
    this.access = access;
    this.calendar = calendar;
    this.reader = reader;
    this.kinds = kinds;
  }

  /**
   * An appointment that the viewer may move, as it is now.
   *
   * @throws NotFound when there is none, the viewer may not know what it is, or nobody can move it
   */
  public Entry movable(Viewer viewer, AppointmentId id) {
    Entry entry = reader.one(viewer, id);
    if (entry.what() == null) {
      throw new NotFound();
    }
    AppointmentKind kind = kind(id);
    if (!entry.what().movable()) {
      refuse(viewer, kind, id, entry.what());
    }
    return entry;
  }

  /** Whatever the viewer lacks for it, the refusal stands in the trail. */
  private void refuse(Viewer viewer, AppointmentKind kind, AppointmentId id, Entry.What what) {
    if (what.about().isEmpty()) {
      access.require(viewer, kind.permission());
    }
    what.about().forEach(subject -> access.require(viewer, kind.permission(), subject));
    kind.requireMovable(viewer, tx.read(em -> find(em, id).what().source()));
    throw new NotFound();
  }

  private AppointmentKind kind(AppointmentId id) {
    return tx.read(
        em -> {
          Booking.What what = find(em, id).what();
          return kinds.find(what.origin(), what.kind()).orElseThrow(NotFound::new);
        });
  }

  private static Appointment find(EntityManager em, AppointmentId id) {
    Appointment found = em.find(Appointment.class, id.value());
    if (found == null || found.cancelled()) {
      throw new NotFound();
    }
    return found;
  }

  /**
   * What would stand in the way there, what no reason opens first.
   *
   * @param room null when it is outside of the house
   */
  public List<Collision> inTheWay(Viewer viewer, AppointmentId id, Slot slot, RoomId room) {
    movable(viewer, id);
    AppointmentKind kind = kind(id);
    return calendar.collisions(viewer, tx.read(em -> moved(em, kind, id, slot, room)));
  }

  private static Booking moved(
      EntityManager em, AppointmentKind kind, AppointmentId id, Slot slot, RoomId room) {
    Appointment now = find(em, id);
    List<Attendee> attendees = new ArrayList<>();
    for (AttendeeRow row : new AppointmentQueries(em).attendees(id)) {
      attendees.add(new Attendee(row.kind(), row.who(), null));
    }
    Booking booking = now.booking(attendees);
    Where where = room == null ? kind.outside(now.what().source(), now.where()) : Where.in(room);
    return new Booking(
        booking.what(), slot, where, booking.attendees(), booking.guests(), booking.series());
  }

  /**
   * Moves it.
   *
   * @param version of the appointment as the viewer saw it
   * @param room null when it is outside of the house then
   * @param because why, where a reason is asked for; otherwise null
   * @throws Stale when it was changed meanwhile
   * @throws org.opora.api.faults.Refused when its own rules or a collision say no
   */
  public void move(
      Viewer viewer, AppointmentId id, long version, Slot slot, RoomId room, Because because) {
    Entry entry = movable(viewer, id);
    if (slot.equals(entry.slot()) && Objects.equals(room, entry.room())) {
      return;
    }
    AppointmentKind kind = kind(id);
    tx.run(
        em -> {
          Appointment now = find(em, id);
          if (now.version() != version) {
            throw new Stale();
          }
          kind.move(viewer, now.what().source(), slot, room, because);
        });
  }
}
