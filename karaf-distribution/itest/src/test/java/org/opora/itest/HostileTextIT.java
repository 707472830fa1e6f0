package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.itest.support.HostileHouse;
import org.opora.itest.support.Naughty;
import org.opora.itest.support.Turns;
import org.opora.itest.support.Typed;

/**
 * Somebody types, into every field and every address there is, what programs stumble over. It is
 * kept or refused, and shown as what it is: no page falls over, none is made of other things than
 * before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT {
  private static final Naughty STRINGS = Naughty.strings();
  private static final boolean CAMPAIGN = Boolean.getBoolean("opora.campaign");

  /**
   * How often each form and each parameter is sent, each time with other strings: in the campaign
   * until each field has met each of them. Otherwise it is enough that each string was typed
   * somewhere. Another number can be asked for, to try a part of the campaign.
   */
  private static final int ROUNDS =
      Integer.getInteger("opora.hostile.rounds", CAMPAIGN ? STRINGS.count() : 2);

  /** From one round to the next; a part that is tried lies all over the list. */
  private static final int STEP = STRINGS.count() / ROUNDS;

  /** Which part, of as many as there are steps: each is made of other strings. */
  private static final int PART = Integer.getInteger("opora.hostile.part", 0);

  private static final int FIRST = new Random(20261127).nextInt(STRINGS.count()) + PART;

  /**
   * What is typed becomes rows and choices, which all pages have to carry from then on, and on a
   * long list the newest hide the others. So after as many rounds it goes on in a fresh house.
   */
  private static final int ROUNDS_OF_A_HOUSE = 51;

  /**
   * Fields whose words are found again on a page, and forms that are taken, are as many at least.
   */
  private static final int SHOWN = 150;

  private static final int TAKEN = 90;

  /**
   * Of some hundred, the pages that stop to show a field, because what comes later hides it. A part
   * of the campaign hides eleven: pictures draw forty people, lists of tasks show the next.
   */
  private static final int HIDDEN = 12;

  private final Turns turns = new Turns(STRINGS, FIRST, STEP);
  private final Typed typed = new Typed();

  /** In houses side by side, as many as there are hands. */
  @BeforeAll
  void type() throws Exception {
    List<Callable<Void>> houses = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round += ROUNDS_OF_A_HOUSE) {
      int from = round;
      houses.add(() -> house(from, Math.min(from + ROUNDS_OF_A_HOUSE, ROUNDS)));
    }
    ExecutorService hands =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (Future<Void> house : hands.invokeAll(houses)) {
        house.get();
      }
    } finally {
      hands.shutdownNow();
    }
  }

  private Void house(int from, int to) throws Exception {
    try (HostileHouse house = new HostileHouse(turns, typed)) {
      house.open();
      // Before anything is typed: a list that leaves as a whole is short then.
      for (int round = from; round < to; round++) {
        house.ask(round);
      }
      for (int round = from; round < to; round++) {
        house.type(round);
      }
      house.pages();
      house.once(from);
      house.views();
    }
    return null;
  }

  /** What is refused is refused beside its field, and stands there as it was typed. */
  @Test
  void everyFieldTakesIt() {
    assertEquals(Map.of(), typed.faults(Typed.At.FIELD));
    assertTrue(typed.forms().size() > 120, "forms that are sent: " + typed.forms());
    assertTrue(typed.taken().size() >= TAKEN, "never taken: " + typed.neverTaken());
  }

  @Test
  void everyParameterTakesIt() {
    assertEquals(Map.of(), typed.faults(Typed.At.PARAMETER));
    assertTrue(typed.parameters().size() > 60, "parameters that are sent: " + typed.parameters());
  }

  /** No form that has been found may vanish, but for what can be done once only. */
  @Test
  void everyPlaceMeetsAllThatIsItsShare() {
    assertEquals(Map.of(), typed.gone());
    Map<String, Integer> below = turns.below(ROUNDS);
    below
        .keySet()
        .removeIf(
            place -> HostileHouse.ONCE.stream().anyMatch(door -> place.startsWith(door + " ")));
    assertEquals(Map.of(), below);
    assertEquals(Map.of(), turns.unmet());
  }

  /** Wherever somebody reads a plain word that was typed into a field, they read this one. */
  @Test
  void everyViewShowsItAsWhatItIs() throws IOException {
    Files.writeString(
        Path.of("target/hostile.txt"),
        "part "
            + PART
            + ", "
            + ROUNDS
            + " rounds, fields read: "
            + typed.shown().size()
            + "\nRead when typed once more:\n"
            + String.join("\n", typed.again())
            + "\nHidden by what came later:\n"
            + String.join("\n", typed.hidden()));
    assertEquals(Map.of(), typed.faults(Typed.At.VIEW));
    assertTrue(typed.shown().size() >= SHOWN, "never shown: " + typed.neverShown());
    assertTrue(typed.hidden().size() <= HIDDEN, "hidden by what came later: " + typed.hidden());
  }

  @Test
  void nobodyComplainsInTheLog() {
    assertEquals(Map.of(), typed.faults(Typed.At.LOG));
  }
}
