package org.opora.calendar.meetings.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Slot;
import org.opora.api.choices.Choices;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingAttendee;
import org.opora.calendar.meetings.persistence.MeetingQueries;
import org.opora.calendar.shared.application.Crew;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Meetings that no module keeps are written down and changed. Each stands in the calendar by the
 * same transaction, or is not written at all.
 */
@Component(service = MeetingDesk.class)
public final class MeetingDesk {
  /** Code of the kind in the calendar. */
  public static final String KIND = "meeting";

  /** Where the page of a meeting is. */
  public static final String HOME = "/calendar/meetings/";

  private final Transactions tx;
  private final MeetingBook book;
  private final MeetingDoor door;
  private final MeetingCheck check;
  private final Coming coming;

  @Activate
  public MeetingDesk(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Calendar calendar,
      @Reference Choices choices,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Staff staff,
      @Reference Colleagues colleagues) {
    this.tx = tx;
    this.book = new MeetingBook(calendar, choices, audit, new MeetingWords(keys));
    this.door = new MeetingDoor(access, files, people);
    this.check = new MeetingCheck(choices, files, new Crew(colleagues, staff));
    this.coming = new Coming(people);
  }

  /**
   * Writes a meeting down.
   *
   * @param file of the family it is about; null when it is about none
   * @param because as {@link Calendar#put} asks for it
   * @throws org.opora.api.faults.Refused beside the field, also when something stands in the way
   */
  public UUID write(Viewer viewer, CaseFileId file, NewMeeting meeting, Because because) {
    NewMeeting checked = allowed(viewer, file, meeting);
    return tx.required(
        em -> {
          Meeting row = new Meeting(Ids.next(), file, null, viewer.staff());
          book.settle(row, checked);
          book.put(viewer, row, checked.attendees(), because);
          keep(em, row, checked.attendees());
          book.wrote(viewer, row, "calendar.meeting-written");
          return row.id();
        });
  }

  /**
   * Writes down one of a series, in a transaction of its own. One that was written down for the
   * same time before stays as it is by now, so that whatever was interrupted can be done again.
   *
   * @param booked whether it stands in the calendar; one that does not takes nothing and waits for
   *     another time
   * @throws org.opora.api.faults.Refused when it is to stand there and something is in the way
   */
  public void writeOne(
      Viewer viewer, CaseFileId file, UUID series, NewMeeting meeting, boolean booked) {
    NewMeeting checked = allowed(viewer, file, meeting);
    UUID id = inSeries(series, meeting.slot());
    tx.run(
        em -> {
          if (em.find(Meeting.class, id) != null) {
            return;
          }
          Meeting row = new Meeting(id, file, series, viewer.staff());
          book.settle(row, checked);
          if (booked) {
            book.put(viewer, row, checked.attendees(), null);
            // Whoever sent the same at the same moment held the turns before.
            if (em.find(Meeting.class, id) != null) {
              return;
            }
          }
          keep(em, row, checked.attendees());
          book.wrote(viewer, row, "calendar.meeting-written");
        });
  }

  /** The key of one of a series follows from when it was to be. */
  private static UUID inSeries(UUID series, Slot slot) {
    String both = series + " " + slot.start();
    return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether one of a series was written down for this time. */
  public boolean written(UUID series, Slot slot) {
    return tx.read(em -> em.find(Meeting.class, inSeries(series, slot)) != null);
  }

  /**
   * Whether it could be written down, whatever stands in the way.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void check(Viewer viewer, CaseFileId file, NewMeeting meeting) {
    allowed(viewer, file, meeting);
  }

  private NewMeeting allowed(Viewer viewer, CaseFileId file, NewMeeting meeting) {
    door.write(viewer, file, List.of());
    return check.checked(viewer, file, meeting, null, List.of());
  }

  private static void keep(EntityManager em, Meeting row, List<Attendee> attendees) {
    em.persist(row);
    em.flush();
    attendees.forEach(one -> em.persist(new MeetingAttendee(Ids.next(), row.id(), one)));
  }

  /**
   * Changes it; one that was cancelled, or waits for another time, takes place then.
   *
   * @throws Stale when somebody else changed it meanwhile
   */
  public void change(Viewer viewer, UUID id, long version, NewMeeting meeting, Because because) {
    tx.run(
        em -> {
          Meeting row = MeetingBook.find(em, id);
          List<MeetingAttendee> rows = new MeetingQueries(em).attendees(List.of(id));
          List<Attendee> held = rows.stream().map(MeetingAttendee::attendee).toList();
          door.write(viewer, row.caseFile(), held);
          MeetingBook.fresh(row, version);
          NewMeeting checked =
              check.checked(
                  viewer, row.caseFile(), coming.whole(viewer, meeting, held), row.kind(), held);
          // Who comes are rows of their own: whoever changes one of them has changed the meeting.
          em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          book.settle(row, checked);
          book.put(viewer, row, checked.attendees(), because);
          rows.forEach(em::remove);
          checked.attendees().forEach(one -> em.persist(new MeetingAttendee(Ids.next(), id, one)));
          book.wrote(viewer, row, "calendar.meeting-changed");
        });
  }
}
