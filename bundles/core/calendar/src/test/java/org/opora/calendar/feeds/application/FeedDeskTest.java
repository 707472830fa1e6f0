package org.opora.calendar.feeds.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.ProofNeeded;
import org.opora.api.inbox.Inbox;
import org.opora.calendar.feeds.application.FeedDesk.Living;
import org.opora.persistence.test.TestDatabase.Product;

/** Who makes addresses, and who ends them. */
class FeedDeskTest {
  private FeedHouse house;

  @BeforeEach
  void open() {
    house = new FeedHouse(Product.DERBY);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everybodyHasTheirOwn() {
    Viewer one = house.colleague("key-worker");
    Viewer other = house.colleague("reception");
    house.desk.make(one);
    assertTrue(house.desk.mine(other).isEmpty());
    house.desk.revoke(other);
    assertTrue(house.desk.mine(one).isPresent());
    for (String role : List.of("volunteer", "inspector", "it-administrator")) {
      Viewer without = house.colleague(role);
      assertThrows(NotAllowed.class, () -> house.desk.make(without), role);
      assertThrows(NotAllowed.class, () -> house.desk.mine(without), role);
    }
  }

  @Test
  void whoLooksAfterSessionsEndsThoseOfOthersAndTheyAreTold() {
    Viewer worker = house.colleague("key-worker");
    Viewer technician = house.colleague("it-administrator");
    assertEquals(List.of(), house.desk.all(technician));
    String secret = house.desk.make(worker);
    house.desk.make(house.director);
    List<Living> all = house.desk.all(technician);
    assertEquals(2, all.size());
    assertTrue(all.stream().allMatch(one -> one.name().equals("Bc. Krutihlav Bartoš")));
    assertThrows(NotAllowed.class, () -> house.desk.all(worker));
    assertThrows(NotAllowed.class, () -> house.desk.revoke(worker, house.director.staff()));
    house.desk.revoke(technician, worker.staff());
    house.desk.revoke(technician, worker.staff());
    assertEquals(1, house.desk.all(technician).size());
    assertTrue(house.reader.read(secret, worker.zone(), Locale.ENGLISH).isEmpty());
    List<Inbox.Message> told = house.register.inbox.of(worker, null, 10).items();
    assertEquals(1, told.size());
    assertEquals(FeedDesk.OWN_PAGE, told.get(0).href());
  }

  /** Appointments leave the house by it: nobody makes one in a browser that was left open. */
  @Test
  void theSecondFactorIsAskedBeforeOneIsMade() {
    Viewer worker = house.colleague("key-worker");
    house.register.access.factor().demand(house.director, true);
    assertThrows(ProofNeeded.class, () -> house.desk.make(worker));
    assertTrue(house.desk.mine(worker).isEmpty());
  }
}
