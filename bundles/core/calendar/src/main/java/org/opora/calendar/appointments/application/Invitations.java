package org.opora.calendar.appointments.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.Ids;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.domain.Expected;

/**
 * Who has to be at an appointment from now on. What was written down of somebody's coming stays
 * with them; and whoever is in the house stays in it, also when they are taken off, or the
 * appointment goes to another day.
 */
final class Invitations {
  private final EntityManager em;
  private final AppointmentId appointment;
  private final Instant now;
  private final Map<UUID, AttendeeRow> before = new HashMap<>();
  private final Map<UUID, AttendeeRow> inside = new HashMap<>();

  /**
   * @param rows all that there are of the appointment
   */
  Invitations(EntityManager em, AppointmentId appointment, List<AttendeeRow> rows, Instant now) {
    this.em = em;
    this.appointment = appointment;
    this.now = now;
    for (AttendeeRow row : rows) {
      if (!row.released()) {
        before.put(row.who(), row);
      } else if (row.stays(now)) {
        inside.put(row.who(), row);
      }
    }
  }

  /** These and nobody else. */
  void become(List<Expected> expected) {
    expected.forEach(this::expect);
    for (AttendeeRow row : before.values()) {
      if (row.stays(now)) {
        row.release(now);
      } else {
        em.remove(row);
      }
    }
  }

  private void expect(Expected one) {
    AttendeeRow row = back(one, before.remove(one.who()));
    if (row != null && row.stays(now) && !row.cameFor(one)) {
      row.release(now);
      row = null;
    }
    if (row == null) {
      em.persist(new AttendeeRow(Ids.next(), appointment, one));
    } else {
      row.expect(one);
    }
  }

  /** Whoever was taken off, is in the house for it still, and comes to it after all has come. */
  private AttendeeRow back(Expected one, AttendeeRow row) {
    AttendeeRow came = inside.get(one.who());
    if (came == null || !came.cameFor(one) || row != null && row.cameAt() != null) {
      return row;
    }
    if (row != null) {
      em.remove(row);
    }
    return came;
  }
}
