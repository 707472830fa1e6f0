package org.opora.calendar.meetings.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Comings;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingState;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whoever receives people for a meeting writes down that they came and that they left. Without it
 * the house reckons with when they were expected, and does not know of those who stay longer.
 */
@Component(service = Reception.class)
public final class Reception {
  private final Transactions tx;
  private final AuditTrail audit;
  private final Comings comings;
  private final People people;
  private final MeetingDoor door;

  @Activate
  public Reception(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Comings comings,
      @Reference CaseFiles files,
      @Reference People people) {
    this.tx = tx;
    this.audit = audit;
    this.comings = comings;
    this.people = people;
    this.door = new MeetingDoor(access, files, people);
  }

  /**
   * Somebody who comes to a meeting in the house.
   *
   * @param came null while nobody wrote down that they came, as {@code left}
   */
  public record Guest(PersonId person, PersonName name, Instant came, Instant left) {
    /** Whether they are in the house, as far as it was written down. */
    public boolean here() {
      return came != null && (left == null || left.isBefore(came));
    }
  }

  /**
   * How it stands at the moment.
   *
   * @param guests those whom the viewer may know of, by their names
   * @param warnings who must not meet them and is in the house, or may be, each in one sentence
   * @param open whether comings are written down now
   */
  public record Standing(List<Guest> guests, List<Text> warnings, boolean open) {
    private static final Standing NOBODY = new Standing(List.of(), List.of(), false);

    public Standing {
      guests = List.copyOf(guests);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the meeting
   */
  public Standing standing(Viewer viewer, UUID id) {
    return tx.read(
        em -> {
          Meeting row = MeetingBook.find(em, id);
          List<Attendee> held = MeetingBook.attendees(em, id);
          door.read(viewer, row.caseFile(), held);
          Appointment booked = new AppointmentQueries(em).of(CalendarModule.ID, id);
          if (booked == null || !row.where().inTheHouse()) {
            return Standing.NOBODY;
          }
          boolean open = today(viewer, row) && door.writes(viewer, row.caseFile());
          List<AttendeeRow> rows = rows(em, booked);
          boolean here = today(viewer, row) && rows.stream().anyMatch(Reception::mayMeet);
          return new Standing(guests(viewer, rows), here ? warnings(viewer, row) : List.of(), open);
        });
  }

  private static List<AttendeeRow> rows(EntityManager em, Appointment booked) {
    return new AppointmentQueries(em)
        .attendees(booked.id()).stream().filter(one -> one.kind() == Attendee.Kind.PERSON).toList();
  }

  /** Whoever has left meets nobody in the house any more. */
  private static boolean mayMeet(AttendeeRow row) {
    return row.wentAt() == null || row.cameAt() != null && row.wentAt().isBefore(row.cameAt());
  }

  private List<Guest> guests(Viewer viewer, List<AttendeeRow> rows) {
    Map<PersonId, PersonName> names =
        people.names(viewer, rows.stream().map(one -> new PersonId(one.who())).toList());
    return rows.stream()
        .filter(one -> names.containsKey(new PersonId(one.who())))
        .map(one -> guest(one, names.get(new PersonId(one.who()))))
        .sorted(Comparator.comparing(one -> one.name().listed()))
        .toList();
  }

  private static Guest guest(AttendeeRow row, PersonName name) {
    return new Guest(new PersonId(row.who()), name, row.cameAt(), row.wentAt());
  }

  private List<Text> warnings(Viewer viewer, Meeting row) {
    return comings.around(viewer, CalendarModule.ID, row.id(), viewer.now()).stream()
        .map(Comings.Encounter::text)
        .toList();
  }

  /** Whoever came to one that was cancelled then is in the house until they leave. */
  private static boolean today(Viewer viewer, Meeting row) {
    return row.state() != MeetingState.OPEN
        && LocalDate.ofInstant(row.slot().start(), viewer.zone()).equals(viewer.today());
  }

  /**
   * Somebody has come just now.
   *
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the meeting, or the
   *     person does not come to it
   * @throws org.opora.api.faults.Refused beside no field when it is not its day, or it does not
   *     take place in the house
   */
  public void came(Viewer viewer, UUID id, PersonId person) {
    tx.run(
        em -> {
          Meeting row = open(em, viewer, id);
          if (row.state() != MeetingState.BOOKED) {
            throw Texts.refused(null, "coming.closed");
          }
          comings.arrived(viewer, CalendarModule.ID, id, person, viewer.now());
          wrote(viewer, row, person, "calendar.came");
        });
  }

  /** Somebody has left just now; otherwise as {@link #came}. */
  public void left(Viewer viewer, UUID id, PersonId person) {
    tx.run(
        em -> {
          Meeting row = open(em, viewer, id);
          comings.left(viewer, CalendarModule.ID, id, person, viewer.now());
          wrote(viewer, row, person, "calendar.left");
        });
  }

  private Meeting open(EntityManager em, Viewer viewer, UUID id) {
    Meeting row = MeetingBook.find(em, id);
    door.write(viewer, row.caseFile(), MeetingBook.attendees(em, id));
    if (!today(viewer, row) || !row.where().inTheHouse()) {
      throw Texts.refused(null, "coming.closed");
    }
    return row;
  }

  private void wrote(Viewer viewer, Meeting row, PersonId person, String act) {
    List<Subject> about =
        row.caseFile() == null
            ? List.of(Subject.of(person))
            : List.of(Subject.of(row.caseFile()), Subject.of(person));
    audit.wrote(viewer, act, about, "meeting=" + row.id());
  }
}
