package org.opora.calendar.feeds.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.opora.access.AccessModule;
import org.opora.api.access.Accounts;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.text.Title;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.application.CalendarBook;
import org.opora.calendar.appointments.persistence.CalendarSchema;
import org.opora.calendar.rooms.application.RoomBook;
import org.opora.calendar.rooms.application.RoomDesk;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.register.Register;
import org.opora.registry.safety.application.ApartBook;
import org.opora.registry.staff.application.DaysAwayReader;
import org.opora.testkit.BundleTexts;

/** A centre whose colleagues subscribe: with real accounts, over the real register. */
public final class FeedHouse implements AutoCloseable {
  public static final LocalDate TODAY = Register.TODAY;
  static final Title TITLE = new Title("Asistovaný kontakt", "Kontakt nadzorowany", "Contact");

  public final Register register;
  public final Transactions tx;
  public final Accounts accounts;
  public final Calendar calendar;
  public final FeedDesk desk;
  public final FeedReader reader;
  public final BundleTexts texts = new BundleTexts(CalendarModule.class, CalendarModule.ORIGIN);

  /** Has an account, and leads the house. */
  public final Viewer director;

  private final RoomDesk rooms;
  private final AtomicInteger number = new AtomicInteger();

  public FeedHouse(Product product) {
    register = new Register(product, new CalendarSchema());
    tx = register.house.transactions(CalendarModule.ID);
    register.access.grants().add(new CalendarModule());
    register.access.watching(new FeedsOfClosedAccounts(tx));
    accounts = register.access.accounts();
    StaffId boss =
        accounts.setUp(
            accounts.setUpCode().orElseThrow(), StaffId.next(), account("vedouci"), false);
    director = viewer(boss, "director");
    KeptApart apart = new ApartBook(register.tx, register.access.aliases());
    calendar =
        new CalendarBook(
            tx,
            register.people,
            register.staff,
            apart,
            new DaysAwayReader(register.tx),
            register.overrides,
            new SettingsDesk(
                register.access.access(),
                new SettingsBook(register.tx, register.access.audit(), register.staff)),
            texts);
    rooms = new RoomDesk(tx, register.house.access(), register.house.audit());
    desk =
        new FeedDesk(
            tx,
            register.house.access(),
            register.house.audit(),
            register.access.factor(),
            register.staff,
            register.inbox,
            texts);
    reader =
        new FeedReader(
            tx, accounts, new RoomBook(tx), register.house.keys(), texts, register.house.clock());
  }

  private static NewAccount account(String name) {
    return new NewAccount(
        "Bc. Krutihlav Bartoš", name, "modrý kolibřík chroustá mlhu".toCharArray(), "cs");
  }

  private Viewer viewer(StaffId staff, String role) {
    register.staff.enter(staff, "Bc. Krutihlav Bartoš");
    return register.house.viewer(
        staff, role, new CalendarModule(), new AccessModule(), new CaseRegistryModule());
  }

  /** Somebody new with an account and this role. */
  public Viewer colleague(String role) {
    StaffId staff = StaffId.next();
    opened(staff, role);
    return viewer(staff, role);
  }

  /** The account is opened, also one that was closed before. */
  void opened(StaffId staff, String role) {
    String code = accounts.invite(director, staff, "Bc. Krutihlav Bartoš", Set.of(role));
    accounts.accept(code, account("kolega" + number.incrementAndGet()));
  }

  RoomId room(String name) {
    return rooms.add(
        director, new RoomFacts(name, RoomFacts.USUAL_SEATS, true, "Zadní vchod", true));
  }

  Slot slot(LocalDate day, String from, String to) {
    return new Slot(moment(day, from), moment(day, to));
  }

  private Instant moment(LocalDate day, String time) {
    return LocalDateTime.of(day, LocalTime.parse(time)).atZone(director.zone()).toInstant();
  }

  /** Of a record of its own. */
  Booking booking(Slot slot, Where where, Attendee... attendees) {
    Booking.What what =
        new Booking.What(
            "test", "contact", UUID.randomUUID(), null, null, Calendar.READ, TITLE, "/m/test/x");
    return new Booking(what, slot, where, List.of(attendees));
  }

  @Override
  public void close() {
    register.close();
  }
}
