package org.opora.calendar.appointments.application;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.calendar.Booking;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.Ids;
import org.opora.calendar.appointments.domain.AppointmentAbout;
import org.opora.calendar.appointments.persistence.AppointmentQueries;

/** Whom an appointment is about besides whom it is about first. */
record About(EntityManager em, AppointmentId appointment) {

  /** These and nobody else. */
  void becomes(List<Booking.About> besides) {
    Set<Booking.About> missing = new HashSet<>(besides);
    for (AppointmentAbout row : new AppointmentQueries(em).besides(appointment)) {
      if (!missing.remove(row.about())) {
        em.remove(row);
      }
    }
    missing.forEach(one -> em.persist(new AppointmentAbout(Ids.next(), appointment, one)));
  }
}
