package org.opora.calendar.views.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.calendar.spi.AppointmentKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.meetings.contributions.MovableMeeting;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.register.Register.Family;
import org.opora.registry.staff.application.DaysAwayReader;

/** A diary with its pages, and a bundle that has appointments which can be moved. */
public final class Office implements AutoCloseable {
  /** A bundle that is here. */
  private static final String HERE = new CaseRegistryModule().id();

  public final Diary diary;
  public final CalendarReader reader;
  public final MoveDesk moves;
  public final DaysAwayReader away;
  public final Contacts contacts;
  public final Viewer director;

  public Office(Product product) {
    this(new Diary(product));
  }

  public Office(Diary beneath) {
    diary = beneath;
    director = diary.director;
    contacts = new Contacts();
    Kinds kinds =
        new Kinds()
            .with(
                List.of(contacts, new MovableMeeting(diary.moves)),
                List.of(new CaseRegistryModule(), new CalendarModule()));
    reader =
        new CalendarReader(
            diary.tx,
            diary.register.house.access(),
            diary.register.files,
            diary.register.people,
            diary.register.staff,
            kinds);
    moves = new MoveDesk(diary.tx, diary.register.house.access(), diary.calendar, reader, kinds);
    away = new DaysAwayReader(diary.register.tx);
  }

  /** Appointments with families that somebody may move who may write in their file. */
  public final class Contacts implements AppointmentKind {
    private final Map<UUID, Booking> records = new ConcurrentHashMap<>();

    @Override
    public String origin() {
      return HERE;
    }

    @Override
    public String kind() {
      return "contact";
    }

    @Override
    public String permission() {
      return People.WRITE;
    }

    @Override
    public Set<UUID> movable(Viewer viewer, Collection<UUID> sources) {
      Scope scope = diary.register.house.access().scope(viewer, permission());
      Set<UUID> movable =
          sources.stream()
              .filter(source -> records.get(source).what().subject() == null)
              .collect(Collectors.toSet());
      movable.addAll(
          diary.tx.read(
              em ->
                  scope
                      .bind(
                          em.createQuery(
                              "SELECT DISTINCT a.source FROM "
                                  + scope.from("Appointment", "a", "subject")
                                  + " WHERE "
                                  + scope.where("a", "subject")
                                  + " AND a.source IN :sources",
                              UUID.class))
                      .setParameter("sources", sources)
                      .getResultList()));
      return movable;
    }

    @Override
    public void move(Viewer viewer, UUID source, Slot slot, RoomId room, Because because) {
      Booking now = records.get(source);
      diary.register.house.access().require(viewer, permission(), now.what().subject());
      Where where = room == null ? Where.elsewhere(now.where().travelMinutes()) : Where.in(room);
      Booking moved = new Booking(now.what(), slot, where, now.attendees());
      diary.calendar.put(viewer, moved, because);
      records.put(source, moved);
    }
  }

  /** With a family, in its file. */
  public AppointmentId contact(Family family, Slot slot, RoomId room, Attendee... attendees) {
    return book(what(family), slot, room == null ? Where.elsewhere(30) : Where.in(room), attendees);
  }

  public Booking.What what(Family family) {
    return what(family, Subject.of(family.file()), CaseFiles.READ);
  }

  public Booking.What what(Family family, Subject subject, String permission) {
    return new Booking.What(
        HERE,
        "contact",
        UUID.randomUUID(),
        subject,
        family == null ? null : family.file(),
        permission,
        Diary.TITLE,
        "/files/" + (family == null ? "" : family.file()));
  }

  public AppointmentId book(Booking.What what, Slot slot, Where where, Attendee... attendees) {
    Booking booking = new Booking(what, slot, where, List.of(attendees));
    AppointmentId id = diary.calendar.put(director, booking);
    contacts.records.put(what.source(), booking);
    return id;
  }

  /** How many refusals the trail has of this viewer. */
  long denied(Viewer viewer) {
    return diary
        .register
        .house
        .transactions("access")
        .read(
            em ->
                ((Number)
                        em.createNativeQuery(
                                "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE outcome = 'DENIED'"
                                    + " AND staff = ?1")
                            .setParameter(1, viewer.staff().value())
                            .getSingleResult())
                    .longValue());
  }

  /** As this viewer sees the appointment on the page of the day. */
  public Entry seen(Viewer viewer, AppointmentId id) {
    return reader.one(viewer, id);
  }

  @Override
  public void close() {
    diary.close();
  }
}
