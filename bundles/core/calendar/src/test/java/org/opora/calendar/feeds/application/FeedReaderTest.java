package org.opora.calendar.feeds.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Rhythm;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;
import org.opora.api.people.PersonName;
import org.opora.calendar.feeds.application.TwoReaders.Read;
import org.opora.calendar.feeds.domain.Feed;
import org.opora.calendar.feeds.domain.FeedSecret;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What comes out at an address, and when nothing does. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedReaderTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
  private static final LocalDate TODAY = FeedHouse.TODAY;

  @Parameter Product product;
  private FeedHouse house;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new FeedHouse(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private Optional<String> fetch(String secret) {
    return house.reader.read(secret, ZONE, Locale.ENGLISH);
  }

  private List<Read> events(String secret) {
    return TwoReaders.read(fetch(secret).orElseThrow());
  }

  private Booking booked(Viewer who, LocalDate day, Where where) {
    Booking booking =
        house.booking(house.slot(day, "10:00", "11:00"), where, Attendee.of(who.staff()));
    house.calendar.put(house.director, booking);
    return booking;
  }

  @Test
  void whatSomebodyAttendsIsThereWithoutANameOfAnybody() {
    Viewer worker = house.colleague("key-worker");
    Family family = house.register.family(house.director, worker, "Žvahlavská");
    RoomId room = house.room("Zahrada");
    Slot slot = house.slot(TODAY.plusDays(3), "14:00", "15:30");
    Booking.What what =
        new Booking.What(
            "test",
            "contact",
            AppointmentId.next().value(),
            Subject.of(family.file()),
            family.file(),
            Calendar.READ,
            FeedHouse.TITLE,
            "/m/test/contacts/Tajemství");
    AppointmentId id =
        house.calendar.put(
            house.director,
            new Booking(
                what,
                slot,
                Where.in(room),
                List.of(
                    Attendee.of(worker.staff()),
                    Attendee.of(family.child()),
                    Attendee.of(family.carer())),
                2,
                null));
    String text = fetch(house.desk.make(worker)).orElseThrow();
    Read event = TwoReaders.read(text).get(0);
    assertEquals("Asistovaný kontakt · " + id.code(), event.summary());
    assertEquals("Zahrada", event.room());
    assertEquals(slot, new Slot(event.start(), event.end()));
    assertEquals("CONFIRMED", event.status());
    assertEquals("PRIVATE", event.secrecy());
    assertTrue(event.uid().startsWith(id + "@"), event.uid());
    String whole = text.replace("\r\n ", "");
    for (PersonName name :
        house
            .register
            .people
            .names(house.director, List.of(family.child(), family.carer()))
            .values()) {
      for (String word : name.spoken().split(" ")) {
        assertFalse(whole.contains(word), word);
      }
    }
    for (Object never :
        List.of(
            "Žvahlavsk",
            "Krutihlav",
            "Bartoš",
            "Testov",
            "Tajemství",
            "Zadní vchod",
            "/m/",
            worker.staff(),
            family.child(),
            family.carer(),
            family.file(),
            what.source())) {
      assertFalse(whole.contains(never.toString()), never.toString());
    }
  }

  @Test
  void anAppointmentIsTheSameWhateverBecomesOfIt() {
    Viewer worker = house.colleague("key-worker");
    String secret = house.desk.make(worker);
    Booking first = booked(worker, TODAY.plusDays(5), Where.elsewhere(45));
    Read made = events(secret).get(0);
    assertEquals(0, made.sequence());
    assertNull(made.room());
    assertEquals(first.slot(), new Slot(made.start(), made.end()), "without the way");

    house.register.house.clock().forward(Duration.ofMinutes(5));
    Booking later =
        new Booking(
            first.what(),
            house.slot(TODAY.plusDays(6), "08:00", "09:00"),
            Where.in(house.room("Modrý pokoj")),
            first.attendees());
    house.calendar.put(house.director, later);
    Read moved = events(secret).get(0);
    assertEquals(made.uid(), moved.uid());
    assertEquals(1, moved.sequence());
    assertEquals(later.slot(), new Slot(moved.start(), moved.end()));
    assertEquals("Modrý pokoj", moved.room());
    assertTrue(moved.changed().isAfter(made.changed()));
    assertEquals(List.of(moved), events(secret), "asked again, the same is said");

    house.calendar.cancel(house.director, first.what().origin(), first.what().source());
    Read cancelled = events(secret).get(0);
    assertEquals(made.uid(), cancelled.uid());
    assertEquals(2, cancelled.sequence());
    assertEquals("CANCELLED", cancelled.status());
    assertEquals("Zrušeno: " + made.summary(), cancelled.summary());

    house.calendar.put(house.director, later);
    Read again = events(secret).get(0);
    assertEquals(made.uid(), again.uid());
    assertEquals(3, again.sequence());
    assertEquals("CONFIRMED", again.status());
  }

  /** From the book to two other programs, over both nights that lie ahead, in both countries. */
  @Test
  void aSeriesAndANightShiftComeOutOverBothNightsAsTheyWereBooked() {
    Viewer worker = house.colleague("key-worker");
    List<Slot> booked = new ArrayList<>();
    UUID series = UUID.randomUUID();
    for (LocalDate night : List.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31))) {
      List<Slot> slots = new ArrayList<>();
      new Rhythm(Rhythm.Step.WEEKS, 1, null, 3)
          .days(night.minusWeeks(1))
          .forEach(day -> slots.add(house.slot(day, "10:00", "11:00")));
      Slot evening = house.slot(night.minusDays(1), "20:00", "21:00");
      slots.add(1, new Slot(evening.start(), house.slot(night, "06:00", "07:00").start()));
      for (Slot slot : slots) {
        Booking one = house.booking(slot, Where.elsewhere(0), Attendee.of(worker.staff()));
        house.calendar.put(
            house.director, new Booking(one.what(), slot, one.where(), one.attendees(), 0, series));
      }
      long hours = night.getMonth() == Month.MARCH ? 9 : 11;
      assertEquals(hours, slots.get(1).minutes() / 60, "the night has another length");
      booked.addAll(slots);
    }
    String secret = house.desk.make(worker);
    for (String zone : List.of("Europe/Prague", "Europe/Warsaw")) {
      String text = house.reader.read(secret, ZoneId.of(zone), Locale.ENGLISH).orElseThrow();
      assertTrue(text.contains("TZID:" + zone));
      assertEquals(
          booked,
          TwoReaders.read(text).stream().map(one -> new Slot(one.start(), one.end())).toList());
    }
  }

  @Test
  void whatIsFarAwayOrOfOthersIsNotInIt() {
    Viewer worker = house.colleague("key-worker");
    Where where = Where.elsewhere(Where.LONGEST_WAY);
    booked(house.colleague("key-worker"), TODAY.plusDays(1), where);
    for (int day : new int[] {-61, -60, -1, 0, 1, 400, 401}) {
      booked(worker, TODAY.plusDays(day), where);
    }
    assertEquals(
        List.of(-60, -1, 0, 1, 400),
        events(house.desk.make(worker)).stream()
            .map(one -> LocalDate.ofInstant(one.start(), ZONE))
            .map(day -> (int) (day.toEpochDay() - TODAY.toEpochDay()))
            .toList());
  }

  /** Whoever has to come learns of it, whatever a wall keeps from them: it says nothing of whom. */
  @Test
  void aWallTakesNoHourAway() {
    Viewer worker = house.colleague("key-worker");
    Family family = house.register.family(house.director, worker, "Žvahlavská");
    Booking booking =
        house.booking(
            house.slot(TODAY.plusDays(9), "10:00", "11:00"),
            Where.elsewhere(0),
            Attendee.of(worker.staff()),
            Attendee.of(family.child()));
    house.calendar.put(house.director, booking);
    String secret = house.desk.make(worker);
    house
        .register
        .house
        .walls()
        .raise(
            house.director,
            worker.staff(),
            Subject.of(family.child()),
            Walls.Ground.CONFLICT_OF_INTEREST);
    assertEquals(1, events(secret).size());
  }

  @Test
  void ofTheSecretAFingerprintIsKept() {
    Viewer worker = house.colleague("key-worker");
    String secret = house.desk.make(worker);
    String kept =
        house
            .tx
            .read(
                em -> em.createNativeQuery("SELECT SECRET_HASH FROM CALENDAR.FEED").getResultList())
            .toString();
    String hash = FeedSecret.heard(secret).orElseThrow().hash();
    assertTrue(kept.contains(hash));
    assertFalse(kept.contains(secret));
    assertEquals(Optional.empty(), fetch(hash));
    assertEquals(Optional.empty(), fetch(hash.substring(0, secret.length())));
  }

  private Feed feed(Viewer of) {
    return house.tx.read(em -> em.find(Feed.class, of.staff().value()));
  }

  @Test
  void whenItWasFetchedIsNotedByTheDay() {
    Viewer worker = house.colleague("key-worker");
    String secret = house.desk.make(worker);
    assertNull(feed(worker).fetchedOn());
    fetch(secret);
    assertEquals(TODAY, feed(worker).fetchedOn());
    fetch(secret);
    assertEquals(TODAY, feed(worker).fetchedOn());
    assertEquals(TODAY, house.desk.mine(worker).orElseThrow().fetchedOn());
  }

  @Test
  void nothingComesFromWhatIsUnknownRenewedOrRevoked() {
    Viewer worker = house.colleague("key-worker");
    for (String wrong : List.of("", "x", "A".repeat(43), "A".repeat(44), "../" + "A".repeat(40))) {
      assertEquals(Optional.empty(), fetch(wrong), wrong);
    }
    String first = house.desk.make(worker);
    assertTrue(fetch(first).isPresent());
    String second = house.desk.make(worker);
    assertNotEquals(first, second);
    assertEquals(Optional.empty(), fetch(first));
    assertTrue(fetch(second).isPresent());
    house.desk.revoke(worker);
    assertEquals(Optional.empty(), fetch(second));
    assertEquals(Optional.empty(), house.desk.mine(worker));
    String third = house.desk.make(worker);
    assertEquals(Optional.empty(), fetch(second));
    assertTrue(fetch(third).isPresent());
  }

  @Test
  void itDiesWithTheAccountAndDoesNotComeBackWithIt() {
    Viewer worker = house.colleague("key-worker");
    String secret = house.desk.make(worker);
    assertTrue(fetch(secret).isPresent());
    house.accounts.disable(house.director, worker.staff());
    assertEquals(Optional.empty(), fetch(secret));
    assertEquals(TODAY, feed(worker).revokedOn());
    house.opened(worker.staff(), "key-worker");
    assertTrue(house.accounts.owner(worker.staff()).isPresent());
    assertEquals(Optional.empty(), fetch(secret));
    assertTrue(fetch(house.desk.make(worker)).isPresent());
  }

  @Test
  void whoMayNotSeeTheCalendarFetchesNothing() {
    Viewer worker = house.colleague("key-worker");
    String secret = house.desk.make(worker);
    assertTrue(fetch(secret).isPresent());
    house
        .register
        .access
        .roles()
        .assign(house.director, worker.staff(), Set.of("key-worker"), Set.of("volunteer"));
    assertEquals(Optional.empty(), fetch(secret));
    house
        .register
        .access
        .roles()
        .assign(house.director, worker.staff(), Set.of("volunteer"), Set.of("minder"));
    assertTrue(fetch(secret).isPresent());
  }

  @Test
  void itSpeaksTheLanguageOfItsOwner() {
    Viewer worker = house.colleague("key-worker");
    booked(worker, TODAY.plusDays(2), Where.elsewhere(0));
    String secret = house.desk.make(worker);
    assertTrue(events(secret).get(0).summary().startsWith("Asistovaný kontakt · "));
    house.accounts.prefer(worker.staff(), "pl");
    assertTrue(events(secret).get(0).summary().startsWith("Kontakt nadzorowany · "));
    house.accounts.prefer(worker.staff(), null);
    assertTrue(events(secret).get(0).summary().startsWith("Contact · "));
  }
}
