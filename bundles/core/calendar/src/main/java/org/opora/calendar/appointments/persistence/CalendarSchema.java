package org.opora.calendar.appointments.persistence;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AppointmentAbout;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.feeds.domain.Feed;
import org.opora.calendar.hours.domain.WorkingHours;
import org.opora.calendar.hours.domain.WorkingWeek;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingAttendee;
import org.opora.calendar.rooms.domain.Room;
import org.opora.calendar.shared.domain.Turn;
import org.osgi.service.component.annotations.Component;

/** The tables of the calendar. */
@Component
public final class CalendarSchema implements Schema {
  @Override
  public String unit() {
    return CalendarModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(
        Room.class,
        Turn.class,
        Appointment.class,
        AppointmentAbout.class,
        AttendeeRow.class,
        WorkingWeek.class,
        WorkingHours.class,
        Meeting.class,
        MeetingAttendee.class,
        Feed.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of(
        "ATTENDEE.WHO", "APPOINTMENT.SUBJECT", "APPOINTMENT_ABOUT.SUBJECT", "MEETING_ATTENDEE.WHO");
  }

  @Override
  public List<String> fileColumns() {
    return List.of(
        "APPOINTMENT.SUBJECT",
        "APPOINTMENT.CASE_FILE",
        "APPOINTMENT_ABOUT.SUBJECT",
        "APPOINTMENT_ABOUT.CASE_FILE",
        "MEETING.CASE_FILE");
  }
}
