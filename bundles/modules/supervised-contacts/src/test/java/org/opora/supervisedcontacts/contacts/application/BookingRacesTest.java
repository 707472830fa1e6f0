package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
 * the database.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingRacesTest {
  @Parameter Product product;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private static final int THREADS = 12;
  private static final int ROUNDS = 4;

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

  /** Slots that all overlap and are all different. */
  private Slot overlapping(LocalDate day, int number) {
    Slot base = centre.slot(day, "14:00", "15:00");
    return new Slot(base.start().plusSeconds(60L * number), base.end().plusSeconds(60L * number));
  }

  private void oneWins(List<Wish> wishes, String reason) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      LocalDate day = Centre.TODAY.plusDays(round);
      List<Runnable> acts = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        acts.add(book(wishes.get(i % wishes.size()), overlapping(day, i)));
      }
      TreeMap<String, Integer> expected = new TreeMap<>();
      expected.put("done", 1);
      expected.put(reason, THREADS - 1);
      assertEquals(expected, atOnce(acts));
    }
  }

  @Test
  void oneOfManyGetsTheRoom() throws Exception {
    RoomId room = centre.room();
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      wishes.add(wish(centre.opened(), room, centre.viewer("key-worker").staff()));
    }
    oneWins(wishes, "collision.room-taken");
  }

  @Test
  void oneOfManyGetsTheFacilitator() throws Exception {
    StaffId facilitator = centre.viewer("key-worker").staff();
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      wishes.add(wish(centre.opened(), centre.room(), facilitator));
    }
    oneWins(wishes, "collision.staff-taken");
  }

  @Test
  void aChildIsBookedOnceByMany() throws Exception {
    Case opened = centre.opened();
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      wishes.add(wish(opened, centre.room(), centre.viewer("key-worker").staff()));
    }
    oneWins(wishes, "collision.person-taken");
  }

  /** Two rooms and two facilitators crossed over: whoever locked as they came would lock a ring. */
  @Test
  void crossedWishesNeverEndInARing() throws Exception {
    List<RoomId> rooms = List.of(centre.room(), centre.room());
    List<StaffId> staff =
        List.of(centre.viewer("key-worker").staff(), centre.viewer("key-worker").staff());
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      wishes.add(wish(centre.opened(), rooms.get(i % 2), staff.get(i / 2 % 2)));
    }
    for (int round = 1; round <= ROUNDS; round++) {
      List<Runnable> acts = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        acts.add(book(wishes.get(i), overlapping(Centre.TODAY.plusDays(round), i)));
      }
      TreeMap<String, Integer> answers = atOnce(acts);
      int done = answers.getOrDefault("done", 0);
      assertTrue(done == 1 || done == 2, answers::toString);
      assertEquals(
          THREADS,
          done
              + answers.getOrDefault("collision.room-taken", 0)
              + answers.getOrDefault("collision.staff-taken", 0),
          answers::toString);
    }
  }

  @Test
  void bookingsThatHaveNothingInCommonAllSucceed() throws Exception {
    List<Runnable> acts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      acts.add(
          book(
              wish(centre.opened(), centre.room(), centre.viewer("key-worker").staff()),
              overlapping(Centre.TODAY.plusDays(1), i)));
    }
    assertEquals(new TreeMap<>(java.util.Map.of("done", THREADS)), atOnce(acts));
  }

  @Test
  void aContactIsWrittenDownOrCancelledByOneOfMany() throws Exception {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    for (int round = 0; round < ROUNDS; round++) {
      ContactId id =
          centre.book(
              opened,
              centre.room(),
              worker.staff(),
              centre.slot(Centre.TODAY.minusDays(round), "08:00", "09:00"));
      Set<PlanPersonId> people = centre.allowed(opened);
      List<Runnable> acts = new ArrayList<>();
      for (int i = 0; i < THREADS / 2; i++) {
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
      assertEquals(THREADS - 1, others, answers::toString);
    }
  }
}
