package org.opora.calendar.meetings.application;

import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Collision;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.shared.application.Crew;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What stands in the way of a meeting, asked before anything is written. */
@Component(service = MeetingLookout.class)
public final class MeetingLookout {
  private final Transactions tx;
  private final MeetingBook book;
  private final MeetingDoor door;
  private final MeetingCheck check;
  private final Coming coming;

  @Activate
  public MeetingLookout(
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
   * What stands in the way, and what is only told.
   *
   * @param id null for one that is not written down yet
   */
  public List<Collision> collisions(Viewer viewer, UUID id, CaseFileId file, NewMeeting meeting) {
    return tx.read(
        em -> {
          Meeting row =
              id == null
                  ? new Meeting(Ids.next(), file, null, viewer.staff())
                  : MeetingBook.find(em, id);
          List<Attendee> held = id == null ? List.of() : MeetingBook.attendees(em, id);
          door.write(viewer, row.caseFile(), held);
          NewMeeting checked =
              check.checked(
                  viewer, row.caseFile(), coming.whole(viewer, meeting, held), row.kind(), held);
          return book.calendar()
              .collisions(
                  viewer,
                  book.booking(
                      row,
                      checked.kind(),
                      checked.slot(),
                      checked.where(),
                      checked.attendees(),
                      checked.guests()));
        });
  }

  /** What stands in the way of one that is written down, as it is. */
  public List<Collision> against(Viewer viewer, UUID id) {
    return tx.read(
        em -> {
          Meeting row = MeetingBook.find(em, id);
          List<Attendee> held = MeetingBook.attendees(em, id);
          door.read(viewer, row.caseFile(), held);
          return book.calendar().collisions(viewer, book.booking(row, held));
        });
  }
}
