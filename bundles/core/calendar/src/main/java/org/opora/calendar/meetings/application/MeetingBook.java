package org.opora.calendar.meetings.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.overrides.Because;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingAttendee;
import org.opora.calendar.meetings.persistence.MeetingQueries;

/** A meeting as it is kept: its words, its place in the calendar, and its line in the trail. */
record MeetingBook(Calendar calendar, Choices choices, AuditTrail audit, MeetingWords words) {

  void settle(Meeting row, NewMeeting meeting) {
    row.is(meeting.kind(), meeting.guests());
    row.says(
        words.keep(row, MeetingWords.WORDS, meeting.words()),
        words.keep(row, MeetingWords.PLACE, meeting.place()));
    row.takes(meeting.slot(), meeting.where());
  }

  void put(Viewer viewer, Meeting row, List<Attendee> attendees, Because because) {
    calendar.put(viewer, booking(row, attendees), because);
    row.book();
  }

  Booking booking(Meeting row, List<Attendee> attendees) {
    return booking(row, row.kind(), row.slot(), row.where(), attendees, row.guests());
  }

  Booking booking(
      Meeting row, String kind, Slot slot, Where where, List<Attendee> attendees, int guests) {
    CaseFileId file = row.caseFile();
    return new Booking(
        new Booking.What(
            CalendarModule.ID,
            MeetingDesk.KIND,
            row.id(),
            file == null ? null : Subject.of(file),
            file,
            file == null ? Calendar.READ : CaseFiles.READ,
            choices.all(MeetingKinds.LIST).term(kind).words(),
            MeetingDesk.HOME + row.id()),
        slot,
        where,
        attendees,
        guests,
        row.series());
  }

  void wrote(Viewer viewer, Meeting row, String act) {
    CaseFileId file = row.caseFile();
    audit.wrote(
        viewer, act, file == null ? List.of() : List.of(Subject.of(file)), "meeting=" + row.id());
  }

  static Meeting find(EntityManager em, UUID id) {
    Meeting row = em.find(Meeting.class, id);
    if (row == null) {
      throw new NotFound();
    }
    return row;
  }

  static List<Attendee> attendees(EntityManager em, UUID id) {
    return new MeetingQueries(em)
        .attendees(List.of(id)).stream().map(MeetingAttendee::attendee).toList();
  }

  static void fresh(Meeting row, long version) {
    if (row.version() != version) {
      throw new Stale();
    }
  }
}
