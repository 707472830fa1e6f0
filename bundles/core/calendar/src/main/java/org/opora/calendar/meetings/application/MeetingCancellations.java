package org.opora.calendar.meetings.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.choices.Choices;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingAttendee;
import org.opora.calendar.meetings.domain.MeetingState;
import org.opora.calendar.meetings.persistence.MeetingQueries;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Meetings are cancelled, one by one or with all that come after it, and take place after all. */
@Component(service = MeetingCancellations.class)
public final class MeetingCancellations {
  private final Transactions tx;
  private final MeetingBook book;
  private final MeetingDoor door;

  @Activate
  public MeetingCancellations(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Calendar calendar,
      @Reference Choices choices,
      @Reference CaseFiles files,
      @Reference People people) {
    this.tx = tx;
    this.book = new MeetingBook(calendar, choices, audit, new MeetingWords(keys));
    this.door = new MeetingDoor(access, files, people);
  }

  /**
   * @param why in a few words
   * @throws Stale when somebody else changed it meanwhile
   */
  public void cancel(Viewer viewer, UUID id, long version, String why) {
    tx.run(
        em -> {
          Meeting row = MeetingBook.find(em, id);
          door.write(viewer, row.caseFile(), MeetingBook.attendees(em, id));
          MeetingBook.fresh(row, version);
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
      row.cancel(book.words().keep(row, MeetingWords.WHY, reason));
      book.calendar().cancel(viewer, CalendarModule.ID, row.id());
      book.wrote(viewer, row, "calendar.meeting-cancelled");
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
          Meeting first = MeetingBook.find(em, id);
          door.write(viewer, first.caseFile(), MeetingBook.attendees(em, id));
          MeetingBook.fresh(first, version);
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
          Meeting row = MeetingBook.find(em, id);
          List<Attendee> held = MeetingBook.attendees(em, id);
          door.write(viewer, row.caseFile(), held);
          if (row.state() == MeetingState.CANCELLED) {
            book.put(viewer, row, held, because);
            book.wrote(viewer, row, "calendar.meeting-back");
          }
        });
  }
}
