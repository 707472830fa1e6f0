package org.opora.calendar.appointments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Comings;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/**
 * Many book at the same moment: one wins, the others hear the reason, and nobody hears of the
 * database. 50 rounds, 1,000 with {@code -Dopora.campaign=true}. On a machine that has much else to
 * do, whoever waits too long for their turn hears that; most hear what is taken.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingRacesTest {
  private static final int CLIENTS = 32;
  private static final int ROUNDS = Boolean.getBoolean("opora.campaign") ? 1_000 : 50;

  /** What somebody hears who waited for their turn in vain. */
  private static final String BUSY = "null: database.busy";

  /** Of races that are not about the same room and the same colleague. */
  private static final int FEWER_ROUNDS = ROUNDS / 5;

  @Parameter Product product;
  private Diary diary;
  private ExecutorService people;

  @BeforeParameterizedClassInvocation
  void open() {
    diary = new Diary(product);
    people = Executors.newFixedThreadPool(CLIENTS);
  }

  @AfterParameterizedClassInvocation
  void close() {
    people.shutdownNow();
    diary.close();
  }

  /** All at once, on a thread for each; what each was told, counted. */
  private Map<String, Integer> atOnce(IntFunction<Booking> wishes) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Booking wish = wishes.apply(i);
      answers.add(
          people.submit(
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return told(wish);
              }));
    }
    Map<String, Integer> counted = new TreeMap<>();
    for (Future<String> answer : answers) {
      counted.merge(answer.get(120, TimeUnit.SECONDS), 1, Integer::sum);
    }
    return counted;
  }

  /** Anything but an answer of the trade is a fault of ours. */
  private String told(Booking wish) {
    try {
      return diary.said(wish);
    } catch (RuntimeException fault) {
      return fault.toString();
    }
  }

  /**
   * Every second time the very same slot, otherwise slots that all overlap and are all different.
   */
  private Slot at(int round, int number) {
    return overlapping(round, round % 2 == 0 ? 0 : number);
  }

  /** Slots that all overlap and are all different. */
  private Slot overlapping(int round, int number) {
    LocalDate day = Diary.TODAY.plusDays(round + 1);
    Slot base = diary.slot(day, "14:00", "15:00");
    return new Slot(base.start().plusSeconds(60L * number), base.end().plusSeconds(60L * number));
  }

  @Test
  void oneOfManyGetsTheRoomAndTheColleague() throws Exception {
    RoomId room = diary.room();
    Attendee colleague = Attendee.of(diary.viewer("key-worker").staff());
    int taken = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int now = round;
      Map<String, Integer> answers = atOnce(i -> diary.booking(at(now, i), room, colleague));
      assertEquals(1, answers.get("done"), answers::toString);
      everyLoserHearsWhy(answers, "room: collision.room-taken");
      taken += answers.getOrDefault("room: collision.room-taken", 0);
      assertEquals(1, booked(room, colleague, now), "nobody is booked twice");
    }
    assertTrue(taken > ROUNDS * CLIENTS / 2, "most hear what is taken: " + taken);
  }

  private static void everyLoserHearsWhy(Map<String, Integer> answers, String... reasons) {
    int heard = answers.getOrDefault("done", 0) + answers.getOrDefault(BUSY, 0);
    for (String reason : reasons) {
      heard += answers.getOrDefault(reason, 0);
    }
    assertEquals(CLIENTS, heard, answers::toString);
  }

  /** How many appointments there are on the day of this round, in the room and of the colleague. */
  private long booked(RoomId room, Attendee colleague, int round) {
    return diary.tx.read(
        em ->
            em.createQuery(
                    "SELECT COUNT(DISTINCT a.id) FROM Appointment a LEFT JOIN AttendeeRow t"
                        + " ON t.appointment = a.id WHERE (a.room = :room OR t.who = :colleague)"
                        + " AND a.start >= :from AND a.start < :until",
                    Long.class)
                .setParameter("room", room.value())
                .setParameter("colleague", colleague.who())
                .setParameter("from", diary.moment(Diary.TODAY.plusDays(round + 1), "00:00"))
                .setParameter("until", diary.moment(Diary.TODAY.plusDays(round + 2), "00:00"))
                .getSingleResult());
  }

  /** Whoever comes second is told of the first, and never is nobody told. */
  @Test
  void ofTwoWhoComeAtOnceOneIsToldOfTheOther() throws Exception {
    PersonId one = diary.family(diary.viewer("key-worker")).carer();
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(one, other);
    Booking first =
        diary.booking(diary.slot(Diary.TODAY, "05:00", "06:00"), diary.room(), Attendee.of(one));
    Booking second =
        diary.booking(diary.slot(Diary.TODAY, "20:00", "21:00"), diary.room(), Attendee.of(other));
    diary.calendar.put(diary.director, first);
    diary.calendar.put(diary.director, second);
    for (int round = 0; round < FEWER_ROUNDS; round++) {
      Instant at = diary.moment(Diary.TODAY, "07:00").plusSeconds(30L * round);
      CyclicBarrier start = new CyclicBarrier(2);
      Future<Boolean> told = people.submit(() -> comes(start, first, one, at));
      Future<Boolean> toldToo = people.submit(() -> comes(start, second, other, at));
      assertTrue(
          told.get(120, TimeUnit.SECONDS) | toldToo.get(120, TimeUnit.SECONDS),
          "nobody was told in round " + round);
      leaves(first, one, at.plusSeconds(10));
      leaves(second, other, at.plusSeconds(10));
    }
  }

  private boolean comes(CyclicBarrier start, Booking to, PersonId who, Instant at)
      throws Exception {
    start.await(30, TimeUnit.SECONDS);
    return diary
        .comings
        .arrived(diary.director, to.what().origin(), to.what().source(), who, at)
        .stream()
        .anyMatch(Comings.Encounter::certain);
  }

  private void leaves(Booking from, PersonId who, Instant at) {
    diary.comings.left(diary.director, from.what().origin(), from.what().source(), who, at);
  }

  /**
   * Two rooms and two colleagues crossed over: whoever took them as they came would lock a ring.
   */
  @Test
  void crossedWishesNeverEndInARing() throws Exception {
    List<RoomId> rooms = List.of(diary.room(), diary.room());
    List<Attendee> staff =
        List.of(
            Attendee.of(diary.viewer("key-worker").staff()),
            Attendee.of(diary.viewer("key-worker").staff()));
    for (int round = 0; round < FEWER_ROUNDS; round++) {
      int now = round;
      Map<String, Integer> answers =
          atOnce(i -> diary.booking(overlapping(now, i), rooms.get(i % 2), staff.get(i / 2 % 2)));
      int done = answers.getOrDefault("done", 0);
      assertTrue(done == 1 || done == 2, answers::toString);
      everyLoserHearsWhy(answers, "room: collision.room-taken", "staff: collision.staff-taken");
    }
  }

  /** Each in a room of its own; what they have in common are two who must not meet. */
  @Test
  void twoWhoMustNotMeetAreNeverInTheHouseTogether() throws Exception {
    PersonId one = diary.family(diary.viewer("key-worker")).carer();
    PersonId other = diary.family(diary.viewer("key-worker")).carer();
    diary.keptApart(one, other);
    List<RoomId> rooms = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      rooms.add(diary.room());
    }
    for (int round = 0; round < FEWER_ROUNDS; round++) {
      int now = round;
      Map<String, Integer> answers =
          atOnce(
              i ->
                  diary.booking(
                      overlapping(now, i), rooms.get(i), Attendee.of(i % 2 == 0 ? one : other)));
      assertEquals(1, answers.get("done"), answers::toString);
      everyLoserHearsWhy(
          answers, "on: collision.apart-same-door", "people: collision.person-taken");
    }
  }

  @Test
  void bookingsThatHaveNothingInCommonAllSucceed() throws Exception {
    assertEquals(
        Map.of("done", CLIENTS),
        atOnce(
            i ->
                diary.booking(
                    overlapping(0, i),
                    diary.room(),
                    Attendee.of(diary.viewer("key-worker").staff()))));
  }
}
