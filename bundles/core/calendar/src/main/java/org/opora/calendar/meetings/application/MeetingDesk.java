package org.opora.calendar.meetings.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingAttendee;
import org.opora.calendar.meetings.domain.MeetingState;
import org.opora.calendar.meetings.persistence.MeetingQueries;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.application.Crew;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Meetings that no module keeps are written down, changed and cancelled. Each stands in the
 * calendar by the same transaction, or is not written at all.
 */
@Component(service = MeetingDesk.class)
public final class MeetingDesk {
  /** Code of the kind in the calendar. */
  public static final String KIND = "meeting";

  /** Where the page of a meeting is. */
  public static final String HOME = "/calendar/meetings/";

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Choices choices;
  private final Calendar calendar;
  private final People people;
  private final MeetingWords words;
  private final MeetingDoor door;
  private final MeetingCheck check;

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
    this.audit = audit;
    this.choices = choices;
    this.calendar = calendar;
    this.people = people;
    this.words = new MeetingWords(keys);
    this.access = access;
    this.door = new MeetingDoor(access, files, people);
    this.check = new MeetingCheck(choices, files, new Crew(colleagues, staff));
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
          settle(row, checked);
          put(viewer, row, checked.attendees(), because);
          keep(em, row, checked.attendees());
          wrote(viewer, row, "calendar.meeting-written");
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
          settle(row, checked);
          if (booked) {
            put(viewer, row, checked.attendees(), null);
            // Whoever sent the same at the same moment held the turns before.
            if (em.find(Meeting.class, id) != null) {
              return;
            }
          }
          keep(em, row, checked.attendees());
          wrote(viewer, row, "calendar.meeting-written");
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
          Meeting row = find(em, id);
          List<MeetingAttendee> rows = new MeetingQueries(em).attendees(List.of(id));
          List<Attendee> held = rows.stream().map(MeetingAttendee::attendee).toList();
          door.write(viewer, row.caseFile(), held);
          fresh(row, version);
          NewMeeting checked =
              check.checked(viewer, row.caseFile(), whole(viewer, meeting, held), row.kind(), held);
          // Who comes are rows of their own: whoever changes one of them has changed the meeting.
          em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          settle(row, checked);
          put(viewer, row, checked.attendees(), because);
          rows.forEach(em::remove);
          checked.attendees().forEach(one -> em.persist(new MeetingAttendee(Ids.next(), id, one)));
          wrote(viewer, row, "calendar.meeting-changed");
        });
  }

  /** Which of these the viewer may move, of meetings that they may know of. */
  public Set<UUID> movable(Viewer viewer, Collection<UUID> meetings) {
    if (!access.decide(viewer, Calendar.WRITE).allowed()) {
      return Set.of();
    }
    Scope families = access.scope(viewer, CaseFiles.WRITE);
    return tx.read(em -> new MeetingQueries(em).booked(families, meetings));
  }

  /** Where it is when it is not in the house. */
  public Where outside(UUID id) {
    return tx.read(em -> find(em, id).outside());
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
          Meeting row = find(em, id);
          List<Attendee> held = attendees(em, id);
          door.write(viewer, row.caseFile(), held);
          if (row.state() != MeetingState.BOOKED) {
            throw Texts.refused(null, "meeting.not-booked");
          }
          MeetingCheck.time(viewer, slot);
          row.moves(slot, room);
          put(viewer, row, held, because);
          wrote(viewer, row, "calendar.meeting-moved");
        });
  }

  /**
   * @param why in a few words
   * @throws Stale when somebody else changed it meanwhile
   */
  public void cancel(Viewer viewer, UUID id, long version, String why) {
    tx.run(
        em -> {
          Meeting row = find(em, id);
          door.write(viewer, row.caseFile(), attendees(em, id));
          fresh(row, version);
          cancel(viewer, row, reason(why));
        });
  }

  private static String reason(String why) {
    String reason = MeetingCheck.line("why", why);
    if (reason == null) {
      throw Texts.refused("why", "meeting.why.missing");
    }
    return reason;
  }

  private void cancel(Viewer viewer, Meeting row, String reason) {
    if (row.state() != MeetingState.CANCELLED) {
      row.cancel(words.keep(row, MeetingWords.WHY, reason));
      calendar.cancel(viewer, CalendarModule.ID, row.id());
      wrote(viewer, row, "calendar.meeting-cancelled");
    }
  }

  /**
   * What became of several.
   *
   * @param left how many the viewer may not change, so that they take place as before
   */
  public record Cancelled(int cancelled, int left) {}

  /**
   * Cancels this one and all later ones of its series, but for those that others have to cancel.
   */
  public Cancelled cancelFrom(Viewer viewer, UUID id, long version, String why) {
    return tx.required(
        em -> {
          Meeting first = find(em, id);
          door.write(viewer, first.caseFile(), attendees(em, id));
          fresh(first, version);
          String reason = reason(why);
          List<Meeting> all =
              first.series() == null
                  ? List.of(first)
                  : new MeetingQueries(em)
                      .series(first.series()).stream()
                          .filter(one -> !one.slot().start().isBefore(first.slot().start()))
                          .filter(one -> one.state() != MeetingState.CANCELLED)
                          .toList();
          List<Meeting> open = open(em, viewer, all);
          open.forEach(one -> cancel(viewer, one, reason));
          return new Cancelled(open.size(), all.size() - open.size());
        });
  }

  /** Of meetings about one family, those to which nobody comes who is behind a wall. */
  private List<Meeting> open(EntityManager em, Viewer viewer, List<Meeting> all) {
    Map<UUID, List<Attendee>> who =
        new MeetingQueries(em)
            .attendees(all.stream().map(Meeting::id).toList()).stream()
                .collect(
                    Collectors.groupingBy(
                        MeetingAttendee::meeting,
                        Collectors.mapping(MeetingAttendee::attendee, Collectors.toList())));
    return all.stream()
        .filter(one -> door.open(viewer, one.caseFile(), who.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /**
   * What was cancelled takes place after all, as it was meant; nothing happens when it does anyway.
   *
   * @param because as {@link Calendar#put} asks for it; why it was booked all the same before it
   *     was cancelled counts no more
   * @throws org.opora.api.faults.Refused when something stands in the way by now
   */
  public void takeBack(Viewer viewer, UUID id, Because because) {
    tx.run(
        em -> {
          Meeting row = find(em, id);
          List<Attendee> held = attendees(em, id);
          door.write(viewer, row.caseFile(), held);
          if (row.state() == MeetingState.CANCELLED) {
            put(viewer, row, held, because);
            wrote(viewer, row, "calendar.meeting-back");
          }
        });
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
              id == null ? new Meeting(Ids.next(), file, null, viewer.staff()) : find(em, id);
          List<Attendee> held = id == null ? List.of() : attendees(em, id);
          door.write(viewer, row.caseFile(), held);
          NewMeeting checked =
              check.checked(viewer, row.caseFile(), whole(viewer, meeting, held), row.kind(), held);
          return calendar.collisions(
              viewer,
              booking(
                  row,
                  checked.kind(),
                  checked.slot(),
                  checked.where(),
                  checked.attendees(),
                  checked.guests()));
        });
  }

  /** With those who come and whom the viewer may not know of: a form cannot have named them. */
  private NewMeeting whole(Viewer viewer, NewMeeting meeting, List<Attendee> held) {
    Set<PersonId> all =
        held.stream()
            .filter(one -> one.kind() == Attendee.Kind.PERSON)
            .map(one -> new PersonId(one.who()))
            .collect(Collectors.toCollection(HashSet::new));
    all.removeAll(people.names(viewer, all).keySet());
    all.addAll(meeting.people());
    return meeting.with(all);
  }

  /** What stands in the way of one that is written down, as it is. */
  public List<Collision> against(Viewer viewer, UUID id) {
    return tx.read(
        em -> {
          Meeting row = find(em, id);
          List<Attendee> held = attendees(em, id);
          door.read(viewer, row.caseFile(), held);
          return calendar.collisions(viewer, booking(row, held));
        });
  }

  private void settle(Meeting row, NewMeeting meeting) {
    row.is(meeting.kind(), meeting.guests());
    row.says(
        words.keep(row, MeetingWords.WORDS, meeting.words()),
        words.keep(row, MeetingWords.PLACE, meeting.place()));
    row.takes(meeting.slot(), meeting.where());
  }

  private void put(Viewer viewer, Meeting row, List<Attendee> attendees, Because because) {
    calendar.put(viewer, booking(row, attendees), because);
    row.book();
  }

  private Booking booking(Meeting row, List<Attendee> attendees) {
    return booking(row, row.kind(), row.slot(), row.where(), attendees, row.guests());
  }

  private Booking booking(
      Meeting row, String kind, Slot slot, Where where, List<Attendee> attendees, int guests) {
    CaseFileId file = row.caseFile();
    return new Booking(
        new Booking.What(
            CalendarModule.ID,
            KIND,
            row.id(),
            file == null ? null : Subject.of(file),
            file,
            file == null ? Calendar.READ : CaseFiles.READ,
            choices.all(MeetingKinds.LIST).term(kind).words(),
            HOME + row.id()),
        slot,
        where,
        attendees,
        guests,
        row.series());
  }

  private void wrote(Viewer viewer, Meeting row, String act) {
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

  private static void fresh(Meeting row, long version) {
    if (row.version() != version) {
      throw new Stale();
    }
  }
}
