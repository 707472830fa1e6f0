package org.opora.calendar.appointments.application;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.function.Executable;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Comings;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.faults.Refused;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.text.Title;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.persistence.CalendarSchema;
import org.opora.calendar.hours.application.HoursDesk;
import org.opora.calendar.meetings.application.MeetingCancellations;
import org.opora.calendar.meetings.application.MeetingDesk;
import org.opora.calendar.meetings.application.MeetingLookout;
import org.opora.calendar.meetings.application.MeetingMoves;
import org.opora.calendar.meetings.application.MeetingReader;
import org.opora.calendar.meetings.application.Reception;
import org.opora.calendar.meetings.contributions.MeetingLists;
import org.opora.calendar.rooms.application.RoomBook;
import org.opora.calendar.rooms.application.RoomDesk;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.calendar.series.application.SeriesDesk;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.house.application.ChoiceBook;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.register.Office;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.registry.safety.application.ApartBook;
import org.opora.registry.staff.application.DaysAwayReader;
import org.opora.testkit.BundleTexts;

/** A centre with the calendar: the real register beneath it, on a real database. */
public final class Diary implements AutoCloseable {
  public static final LocalDate TODAY = Register.TODAY;
  public static final Title TITLE = new Title("Kontakt", "Kontakt", "Contact");

  public final Register register;
  public final Transactions tx;
  public final Calendar calendar;
  public final Comings comings;
  public final KeptApart apart;
  public final RoomBook rooms;
  public final RoomDesk desk;
  public final HoursDesk hours;
  public final MeetingDesk meetings;
  public final MeetingMoves moves;
  public final MeetingCancellations cancellations;
  public final MeetingLookout lookout;
  public final MeetingReader reader;
  public final Reception reception;
  public final SeriesDesk series;
  public final ChoiceBook choices;
  public final SettingsDesk settings;
  public final Viewer director;
  private final Office office;
  private final AtomicInteger number = new AtomicInteger();

  public Diary(Product product) {
    this(new Register(product, new CalendarSchema()));
  }

  /** On a register that has the tables of the calendar. */
  public Diary(Register beneath) {
    register = beneath;
    tx = register.house.transactions(CalendarModule.ID);
    apart = new ApartBook(register.tx, register.access.aliases());
    settings =
        new SettingsDesk(
            register.access.access(),
            new SettingsBook(register.tx, register.access.audit(), register.staff));
    DaysAwayReader away = new DaysAwayReader(register.tx);
    BundleTexts texts = new BundleTexts(CalendarModule.class, CalendarModule.ORIGIN);
    calendar =
        new CalendarBook(
            tx, register.people, register.staff, apart, away, register.overrides, settings, texts);
    comings = new HouseBook(tx, register.people, apart, away);
    rooms = new RoomBook(tx);
    desk = new RoomDesk(tx, register.house.access(), register.house.audit());
    hours =
        new HoursDesk(
            tx,
            register.house.access(),
            register.house.audit(),
            register.staff,
            register.access.colleagues());
    choices = new ChoiceBook(register.tx, texts).with(new MeetingLists(tx));
    meetings =
        new MeetingDesk(
            tx,
            register.house.keys(),
            register.house.access(),
            register.house.audit(),
            calendar,
            choices,
            register.files,
            register.people,
            register.staff,
            register.access.colleagues());
    moves =
        new MeetingMoves(
            tx,
            register.house.keys(),
            register.house.access(),
            register.house.audit(),
            calendar,
            choices,
            register.files,
            register.people);
    cancellations =
        new MeetingCancellations(
            tx,
            register.house.keys(),
            register.house.access(),
            register.house.audit(),
            calendar,
            choices,
            register.files,
            register.people);
    lookout =
        new MeetingLookout(
            tx,
            register.house.keys(),
            register.house.access(),
            register.house.audit(),
            calendar,
            choices,
            register.files,
            register.people,
            register.staff,
            register.access.colleagues());
    reader =
        new MeetingReader(
            tx,
            register.house.keys(),
            register.house.access(),
            register.files,
            register.people,
            register.staff,
            rooms,
            choices);
    reception =
        new Reception(
            tx,
            register.house.access(),
            register.house.audit(),
            comings,
            register.files,
            register.people);
    series = new SeriesDesk(meetings, lookout, reader).with(new CzechLaw());
    register.access.grants().add(new CalendarModule());
    office = new Office(register, new CalendarModule());
    director = office.director();
  }

  public Viewer viewer(String role) {
    return register.viewer(role, new CalendarModule());
  }

  /** Somebody who can sign in, so that others find them among those who work here. */
  public Viewer colleague(String role) {
    return office.colleague(role);
  }

  /** A family of its own with a key worker. */
  public Family family(Viewer worker) {
    return register.family(director, worker, "Slavíková " + number.incrementAndGet());
  }

  /** Its file goes to the archive. */
  public void archived(Family family) {
    register.tx.run(em -> em.find(CaseFile.class, family.file().value()).archive(TODAY));
  }

  public RoomId room() {
    return room(RoomFacts.USUAL_SEATS, false, "");
  }

  public RoomId room(int seats, boolean shared, String door) {
    return desk.add(
        director, new RoomFacts("Pokoj " + number.incrementAndGet(), seats, shared, door, true));
  }

  public Slot slot(LocalDate day, String from, String to) {
    return new Slot(moment(day, from), moment(day, to));
  }

  public Slot tomorrow(String from, String to) {
    return slot(TODAY.plusDays(1), from, to);
  }

  public Instant moment(LocalDate day, String time) {
    return LocalDateTime.of(day, LocalTime.parse(time)).atZone(director.zone()).toInstant();
  }

  /** Of a record of its own. */
  public Booking.What what(Family family) {
    return new Booking.What(
        "test",
        "contact",
        UUID.randomUUID(),
        family == null ? null : Subject.of(family.file()),
        family == null ? null : family.file(),
        Calendar.READ,
        TITLE,
        "/m/test/contacts");
  }

  public Booking booking(Slot slot, RoomId room, Attendee... attendees) {
    return new Booking(what(null), slot, Where.in(room), List.of(attendees));
  }

  /** What is refused, as field and key; "done" when it is booked. */
  public String said(Booking booking) {
    try {
      calendar.put(director, booking);
      return "done";
    } catch (Refused refused) {
      return refused.field() + ": " + refused.text().key();
    }
  }

  public void keptApart(PersonId one, PersonId other) {
    apart.put("test", UUID.randomUUID(), one, other, TODAY, null);
  }

  public static String refusal(Executable act) {
    Refused refused = assertThrows(Refused.class, act);
    return refused.field() + ": " + refused.text().key();
  }

  public static Set<String> keys(List<org.opora.api.calendar.Collision> collisions) {
    return collisions.stream()
        .map(one -> one.text().key())
        .collect(java.util.stream.Collectors.toSet());
  }

  @Override
  public void close() {
    register.close();
  }
}
