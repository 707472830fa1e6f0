package org.opora.calendar.appointments.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.calendar.Booking;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.CaseFileId;

/**
 * Whom an appointment is about besides whom it is about first: such as siblings in two families.
 */
@Entity
@Table(schema = "CALENDAR", name = "APPOINTMENT_ABOUT")
public class AppointmentAbout {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID appointment;

  @Enumerated(EnumType.STRING)
  @Column(name = "SUBJECT_KIND", updatable = false)
  private Subject.Kind subjectKind;

  @Column(updatable = false)
  private UUID subject;

  @Column(name = "CASE_FILE", updatable = false)
  private UUID caseFile;

  protected AppointmentAbout() {}

  public AppointmentAbout(UUID id, AppointmentId appointment, Booking.About about) {
    this.id = id;
    this.appointment = appointment.value();
    this.subjectKind = about.subject().kind();
    this.subject = about.subject().id();
    this.caseFile = about.file() == null ? null : about.file().value();
  }

  public UUID id() {
    return id;
  }

  public AppointmentId appointment() {
    return new AppointmentId(appointment);
  }

  public Booking.About about() {
    return new Booking.About(
        new Subject(subjectKind, subject), caseFile == null ? null : new CaseFileId(caseFile));
  }
}
