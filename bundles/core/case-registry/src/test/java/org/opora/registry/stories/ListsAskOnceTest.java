package org.opora.registry.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.GrowingRooms;
import org.opora.registry.register.GrowingRooms.Listing;
import org.opora.registry.register.Register;
import org.opora.testkit.OnEveryDatabase;

/** No list asks the database more often because it is longer. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsAskOnceTest {
  private static final int FEW = 3;
  private static final int MANY = 30;

  @Parameter TestDatabase.Product product;
  private final AtomicLong asked = new AtomicLong();
  private Register register;
  private GrowingRooms rooms;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.watched(product, real -> new Statements(real, asked));
    rooms = new GrowingRooms(register);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void thirtyRowsCostNoMoreThanThree() {
    rooms.growTo(FEW);
    Map<String, Long> few = asked(FEW);
    rooms.growTo(MANY);
    Map<String, Long> many = asked(MANY);
    assertEquals(few, many);
    assertTrue(few.values().stream().allMatch(times -> times > 0), "all of them ask: " + few);
  }

  private Map<String, Long> asked(int rows) {
    Map<String, Long> all = new TreeMap<>();
    count(all, "director", rooms.director(), rooms.lists(), rows);
    count(all, "director", rooms.director(), rooms.leading(), rows);
    count(all, "key worker", rooms.worker(), rooms.lists(), rows);
    count(all, "key worker", rooms.worker(), rooms.mine(), rows);
    count(all, "colleague", rooms.taker(), rooms.taking(), rows);
    return all;
  }

  private void count(
      Map<String, Long> all, String who, Viewer viewer, Map<String, Listing> lists, int rows) {
    lists.forEach(
        (name, list) -> {
          String what = name + " of a " + who;
          int found = list.rows(viewer);
          assertTrue(found >= rows, () -> what + " has " + found + " rows");
          long before = asked.get();
          list.rows(viewer);
          all.put(what, asked.get() - before);
        });
  }
}
