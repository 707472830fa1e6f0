package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.calendar.CalendarModule;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/**
 * Many people decide at the same moment: one wins, the others hear the reason, and nobody hears of
 * the database. 50 rounds for the same room and the same facilitator, 1,000 with {@code
 * -Dopora.campaign=true}, and some for each other race.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingRacesTest {
  @Parameter Product product;
  private Centre centre;
  private List<Case> cases;
  private int races;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
    cases = IntStream.range(0, CLIENTS).mapToObj(i -> centre.opened()).toList();
    races = 0;
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private static final int CLIENTS = 32;

  /** Who have nothing in common: no more than can write one after the other while one waits. */
  private static final int STRANGERS = 8;

  private static final int ROUNDS = Boolean.getBoolean("opora.campaign") ? 1_000 : 50;
  private static final int FEWER_ROUNDS = ROUNDS / 10;

  /** The plans are valid for longer. */
  private static final int DAYS = 250;

  /** What somebody hears who waited for their turn in vain. */
  private static final String BUSY = "database.busy";

  private static final String ROOM = "collision.room-taken";
  private static final String STAFF = "collision.staff-taken";

  /** What a person is told; anything but an answer of the trade is a fault of ours. */
  private static String told(Runnable act) {
    try {
      act.run();
      return "done";
    } catch (Refused refused) {
      return refused.text().key();
    } catch (Stale stale) {
      return "stale";
    } catch (RuntimeException fault) {
      return fault.toString();
    }
  }

  /** All at once, on a thread for each; the answers, counted. */
  private static TreeMap<String, Integer> atOnce(List<Runnable> acts) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(acts.size());
    CyclicBarrier start = new CyclicBarrier(acts.size());
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (Runnable act : acts) {
        answers.add(
            people.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return told(act);
                }));
      }
      TreeMap<String, Integer> counted = new TreeMap<>();
      for (Future<String> answer : answers) {
        counted.merge(answer.get(120, TimeUnit.SECONDS), 1, Integer::sum);
      }
      return counted;
    } finally {
      people.shutdownNow();
    }
  }

  private record Wish(Case opened, RoomId room, StaffId facilitator, Set<PlanPersonId> people) {}

  private Wish wish(Case opened, RoomId room, StaffId facilitator) {
    return new Wish(opened, room, facilitator, centre.allowed(opened));
  }

  private Runnable book(Wish wish, Slot slot) {
    return () ->
        centre.bookings.book(
            wish.opened().worker(),
            NewContact.of(
                wish.opened().plan(),
                slot,
                Place.in(wish.room()),
                wish.facilitator(),
                wish.people()),
            null);
  }

  /** An hour and a half for each race, on a day of the plans, that no other race has. */
  private Instant next() {
    int race = races++;
    LocalDate day = Centre.TODAY.plusDays(1 + race % DAYS);
    return centre.slot(day, "06:00", "07:00").start().plus(Duration.ofHours(2L * (race / DAYS)));
  }

  /** Slots that all overlap and are all different. */
  private static Slot overlapping(Instant from, int number) {
    Instant start = from.plusSeconds(60L * number);
    return new Slot(start, start.plus(Duration.ofHours(1)));
  }

  private void oneWins(List<Wish> wishes, int rounds, String reason) throws Exception {
    int heard = 0;
    for (int round = 1; round <= rounds; round++) {
      Instant from = next();
      List<Runnable> acts = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        // Every second time the very same slot.
        acts.add(book(wishes.get(i), overlapping(from, round % 2 == 0 ? 0 : i)));
      }
      TreeMap<String, Integer> answers = atOnce(acts);
      assertEquals(1, answers.get("done"), answers::toString);
      everyLoserHearsWhy(answers, reason);
      heard += answers.getOrDefault(reason, 0);
      assertEquals(1, booked(from, wishes), "nobody is booked twice");
    }
    assertTrue(heard > rounds * CLIENTS / 2, "most hear what is taken: " + heard);
  }

  /** Contacts of these wishes in this race, as the module and as the calendar has them. */
  private long booked(Instant from, List<Wish> wishes) {
    List<UUID> plans = wishes.stream().map(wish -> wish.opened().plan().value()).toList();
    List<UUID> contacts =
        centre.tx.read(
            em ->
                em.createQuery(
                        "SELECT DISTINCT k.contact FROM ContactChild k, Contact c"
                            + " WHERE c.id = k.contact AND k.plan IN :plans"
                            + " AND c.start >= :from AND c.start < :until",
                        UUID.class)
                    .setParameter("plans", plans)
                    .setParameter("from", from)
                    .setParameter("until", from.plus(Duration.ofHours(1)))
                    .getResultList());
    long appointments =
        centre
            .register
            .house
            .transactions(CalendarModule.ID)
            .read(
                em ->
                    em.createQuery(
                            "SELECT COUNT(a.id) FROM Appointment a WHERE a.source IN :contacts",
                            Long.class)
                        .setParameter("contacts", contacts)
                        .getSingleResult());
    assertEquals(contacts.size(), appointments, "record and appointment stand or fall together");
    return appointments;
  }

  private static void everyLoserHearsWhy(Map<String, Integer> answers, String... reasons) {
    int heard = answers.getOrDefault("done", 0) + answers.getOrDefault(BUSY, 0);
    for (String reason : reasons) {
      heard += answers.getOrDefault(reason, 0);
    }
    assertEquals(CLIENTS, heard, answers::toString);
  }

  @Test
  void oneOfManyGetsTheRoomAndTheFacilitator() throws Exception {
    RoomId room = centre.room();
    StaffId facilitator = centre.viewer("key-worker").staff();
    oneWins(each(i -> wish(cases.get(i), room, facilitator)), ROUNDS, ROOM);
  }

  @Test
  void oneOfManyGetsTheRoom() throws Exception {
    RoomId room = centre.room();
    oneWins(
        each(i -> wish(cases.get(i), room, centre.viewer("key-worker").staff())),
        FEWER_ROUNDS,
        ROOM);
  }

  @Test
  void oneOfManyGetsTheFacilitator() throws Exception {
    StaffId facilitator = centre.viewer("key-worker").staff();
    oneWins(each(i -> wish(cases.get(i), centre.room(), facilitator)), FEWER_ROUNDS, STAFF);
  }

  @Test
  void aChildIsBookedOnceByMany() throws Exception {
    Case opened = centre.opened();
    oneWins(
        each(i -> wish(opened, centre.room(), centre.viewer("key-worker").staff())),
        FEWER_ROUNDS,
        "collision.person-taken");
  }

  private static List<Wish> each(IntFunction<Wish> made) {
    return IntStream.range(0, CLIENTS).mapToObj(made).toList();
  }

  /** Two rooms and two facilitators crossed over: whoever locked as they came would lock a ring. */
  @Test
  void crossedWishesNeverEndInARing() throws Exception {
    List<RoomId> rooms = List.of(centre.room(), centre.room());
    List<StaffId> staff =
        List.of(centre.viewer("key-worker").staff(), centre.viewer("key-worker").staff());
    List<Wish> wishes = each(i -> wish(cases.get(i), rooms.get(i % 2), staff.get(i / 2 % 2)));
    for (int round = 0; round < FEWER_ROUNDS; round++) {
      Instant from = next();
      List<Runnable> acts = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        acts.add(book(wishes.get(i), overlapping(from, i)));
      }
      TreeMap<String, Integer> answers = atOnce(acts);
      int done = answers.getOrDefault("done", 0);
      assertTrue(done == 1 || done == 2, answers::toString);
      everyLoserHearsWhy(answers, ROOM, STAFF);
    }
  }

  @Test
  void bookingsThatHaveNothingInCommonAllSucceed() throws Exception {
    Instant from = next();
    List<Runnable> acts = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      acts.add(
          book(
              wish(cases.get(i), centre.room(), centre.viewer("key-worker").staff()),
              overlapping(from, i)));
    }
    assertEquals(Map.of("done", STRANGERS), atOnce(acts));
  }

  @Test
  void aContactIsWrittenDownOrCancelledByOneOfMany() throws Exception {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    // As far back as the plan goes.
    for (int round = 0; round < Math.min(FEWER_ROUNDS, 50); round++) {
      ContactId id =
          centre.book(
              opened,
              centre.room(),
              worker.staff(),
              centre.slot(Centre.TODAY.minusDays(round), "08:00", "09:00"));
      Set<PlanPersonId> people = centre.allowed(opened);
      List<Runnable> acts = new ArrayList<>();
      for (int i = 0; i < CLIENTS / 2; i++) {
        acts.add(() -> centre.held(worker, id, 1, people));
        acts.add(() -> centre.cancel(worker, id, 1, CancelledBy.CENTRE, worker.now(), "Omyl."));
      }
      TreeMap<String, Integer> answers = atOnce(acts);
      assertEquals(1, answers.get("done"), answers::toString);
      ContactState state = centre.views.view(worker, id).row().state();
      int others =
          state == ContactState.HELD
              ? answers.getOrDefault("stale", 0)
              : answers.getOrDefault("stale", 0) + answers.getOrDefault("record.cancelled", 0);
      assertEquals(CLIENTS - 1, others + answers.getOrDefault(BUSY, 0), answers::toString);
    }
  }
}
