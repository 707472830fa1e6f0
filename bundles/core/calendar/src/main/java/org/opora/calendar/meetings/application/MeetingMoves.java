package org.opora.calendar.meetings.application;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingState;
import org.opora.calendar.meetings.persistence.MeetingQueries;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Meetings are moved, with nothing else changed. */
@Component(service = MeetingMoves.class)
public final class MeetingMoves {
  private final Transactions tx;
  private final Access access;
  private final MeetingBook book;
  private final MeetingDoor door;

  @Activate
  public MeetingMoves(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Calendar calendar,
      @Reference Choices choices,
      @Reference CaseFiles files,
      @Reference People people) {
    this.tx = tx;
    this.access = access;
    this.book = new MeetingBook(calendar, choices, audit, new MeetingWords(keys));
    this.door = new MeetingDoor(access, files, people);
  }

  /** Which of these the viewer may move, of meetings that they may know of. */
  public Set<UUID> movable(Viewer viewer, Collection<UUID> meetings) {
    if (!access.decide(viewer, Calendar.WRITE).allowed()) {
      return Set.of();
    }
    Scope families = access.scope(viewer, CaseFiles.WRITE);
    return tx.read(em -> new MeetingQueries(em).booked(families, meetings));
  }

  /**
   * Whoever may not move it is refused, with a row in the trail; of those who may, nobody.
   *
   * @throws NotFound also when the viewer may not know of it
   */
  public void requireMovable(Viewer viewer, UUID id) {
    tx.read(
        em -> {
          door.write(viewer, MeetingBook.find(em, id).caseFile(), MeetingBook.attendees(em, id));
          return null;
        });
  }

  /** Where it is when it is not in the house. */
  public Where outside(UUID id) {
    return tx.read(em -> MeetingBook.find(em, id).outside());
  }

  /**
   * Moves it, with nothing else changed. Moved into a room and back, it is where it was before.
   *
   * @param room null when it is outside of the house then
   * @throws org.opora.api.faults.Refused also when no meeting can be at that time
   */
  public void move(Viewer viewer, UUID id, Slot slot, RoomId room, Because because) {
    tx.run(
        em -> {
          Meeting row = MeetingBook.find(em, id);
          List<Attendee> held = MeetingBook.attendees(em, id);
          door.write(viewer, row.caseFile(), held);
          if (row.state() != MeetingState.BOOKED) {
            throw Texts.refused(null, "meeting.not-booked");
          }
          MeetingCheck.time(viewer, slot);
          row.moves(slot, room);
          book.put(viewer, row, held, because);
          book.wrote(viewer, row, "calendar.meeting-moved");
        });
  }
}
