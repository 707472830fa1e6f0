package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.access.TestHouse.GOOD;
import static org.opora.access.TestHouse.account;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.access.application.Idle;
import org.opora.api.access.Accounts;
import org.opora.api.access.SecondFactor.Step;
import org.opora.api.access.Sessions;
import org.opora.api.access.Sessions.Locked;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/** Sessions in which nobody does anything. */
@OnEveryDatabase
class LockTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Parameter Product product;
  private TestHouse house;
  private StaffId boss;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product);
    boss = house.setUp();
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void aSessionInWhichNobodyDoesAnythingLocksAndThePasswordOpensIt() {
    String name = name();
    StaffId worker = worker(name);
    String token = start(worker);
    minutes(15);
    assertTrue(sessions().find(token).isPresent(), "somebody does something at the last moment");
    minutes(15);
    assertTrue(sessions().glance(token).isPresent());
    house.clock.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), sessions().find(token), "what a page asks keeps nothing open");
    assertEquals(Optional.empty(), sessions().glance(token));
    assertEquals(worker, sessions().locked(token).map(Locked::staff).orElseThrow());
    assertEquals("Jana", sessions().locked(token).orElseThrow().name());
    assertEquals(Optional.empty(), sessions().find(token), "asking for it opens nothing");

    assertEquals(Optional.empty(), unlock(token, "neco jineho"));
    assertTrue(sessions().locked(token).isPresent());
    String open = unlock(token, GOOD).orElseThrow();
    assertNotEquals(token, open, "who knew the token of before knows nothing now");
    assertEquals(worker, sessions().find(open).orElseThrow().staff());
    assertEquals(Optional.empty(), sessions().locked(open));
    assertEquals(Optional.empty(), sessions().find(token));
    assertEquals(Optional.empty(), sessions().locked(token));
    assertEquals(Optional.empty(), unlock(token, GOOD), "there is nothing to open");
    assertEquals(Optional.empty(), unlock(open, GOOD), "nor here");
    assertEquals(
        List.of("access.locked minutes=15", "access.sign-in-failed null", "access.unlocked null"),
        trail(worker));
  }

  @Test
  void aLockOutlivesRestartAndLongerMinutesButNotTheSession() {
    StaffId worker = worker(name());
    String token = start(worker);
    minutes(16);
    assertTrue(sessions().locked(token).isPresent());
    lockAfter(60);
    house.restart();
    assertEquals(Optional.empty(), sessions().find(token));
    assertTrue(sessions().locked(token).isPresent());
    lockAfter(15);
    house.clock.pass(Duration.ofHours(9));
    assertEquals(Optional.empty(), sessions().locked(token), "it is over");
    assertEquals(Optional.empty(), unlock(token, GOOD));
  }

  @Test
  void nobodyHasToAskForASessionToLockIt() {
    StaffId worker = worker(name());
    String idle = start(worker);
    String busy = start(worker);
    String errand = sessions().start(worker, Duration.ofMinutes(15));
    lockAfter(5);
    assertTrue(sessions().find(idle).isPresent());
    minutes(4);
    assertTrue(sessions().find(busy).isPresent());
    minutes(2);
    Idle.lockAll(house.access);
    assertEquals(List.of("access.locked minutes=5"), trail(worker));
    lockAfter(15);
    assertTrue(sessions().locked(idle).isPresent(), "more minutes open nothing");
    assertTrue(sessions().find(busy).isPresent());
    minutes(8);
    assertTrue(sessions().find(errand).isPresent(), "an errand ends before a lock would come");
    minutes(1);
    assertEquals(Optional.empty(), sessions().find(errand));
    assertEquals(Optional.empty(), sessions().locked(errand));
  }

  @Test
  void itsOwnerLocksItAtOnceAndNobodyElse() {
    StaffId worker = worker(name());
    String token = start(worker);
    sessions().lock(house.viewer(boss, Map.of()), token);
    assertTrue(sessions().find(token).isPresent(), "not theirs");
    Viewer owner = house.viewer(worker, Map.of());
    sessions().lock(owner, token);
    sessions().lock(owner, token);
    assertEquals(Optional.empty(), sessions().find(token));
    assertTrue(sessions().locked(token).isPresent());
    assertEquals(List.of("access.locked null"), trail(worker), "once");
  }

  @Test
  void guessesAtALockWaitAsGuessesAtTheDoor() {
    String name = name();
    StaffId worker = worker(name);
    String token = start(worker);
    sessions().lock(house.viewer(worker, Map.of()), token);
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), unlock(token, "hadam " + i));
    }
    assertEquals(Optional.empty(), unlock(token, GOOD), "the right one waits, too");
    assertEquals(
        Optional.empty(), accounts().signIn(name, GOOD.toCharArray()), "they are counted together");
    minutes(1);
    assertTrue(unlock(token, GOOD).isPresent());
  }

  @Test
  void behindALockNobodyEnrolsAFactor() {
    StaffId worker = worker(name());
    String token = start(worker);
    sessions().lock(house.viewer(worker, Map.of()), token);
    Viewer director = house.viewer(boss, house.director().grants());
    house.access.factor().demand(director, true);
    try {
      assertEquals(Optional.empty(), house.access.factor().waits(token));
      assertThrows(NotAllowed.class, () -> house.access.factor().offer(token));
      assertTrue(sessions().locked(token).isPresent());
      String open = unlock(token, GOOD).orElseThrow();
      assertEquals(Optional.of(Step.ENROL), house.access.factor().waits(open));
    } finally {
      nobodyMust();
    }
  }

  @Test
  void aLockedSessionOfAnAccountThatIsClosedOpensNeverAgain() {
    StaffId worker = worker(name());
    String token = start(worker);
    sessions().lock(house.viewer(worker, Map.of()), token);
    accounts().disable(house.director(), worker);
    assertEquals(Optional.empty(), sessions().locked(token));
    assertEquals(Optional.empty(), unlock(token, GOOD));
  }

  @Test
  void whoeverMaySayHowPeopleSignInSaysWhenTheyAreLocked() {
    assertThrows(NotAllowed.class, () -> accounts().lockAfter(house.viewer(boss, Map.of()), 10));
    for (int wrong : List.of(0, 4, 61)) {
      Refused refused =
          assertThrows(Refused.class, () -> accounts().lockAfter(house.director(), wrong));
      assertEquals("minutes", refused.field());
    }
    Viewer director = house.director();
    accounts().lockAfter(director, 10);
    assertEquals(List.of("access.lock-after minutes=10"), trail(director.staff()));
    String token = start(worker(name()));
    assertEquals(Duration.ofMinutes(10), sessions().locksAfter());
    minutes(11);
    assertTrue(sessions().locked(token).isPresent());
    lockAfter(15);
    assertFalse(sessions().locked(token).isEmpty());
  }

  private void nobodyMust() {
    house.tx.run(
        em -> em.createQuery("UPDATE FactorRule r SET r.demandedSince = NULL").executeUpdate());
    house.access.grants().changed();
  }

  private void lockAfter(int minutes) {
    accounts().lockAfter(house.director(), minutes);
  }

  private Optional<String> unlock(String token, String password) {
    return accounts().unlock(token, password.toCharArray(), null, null);
  }

  private String start(StaffId staff) {
    return sessions().start(staff, Duration.ofHours(9));
  }

  private void minutes(int many) {
    house.clock.pass(Duration.ofMinutes(many));
  }

  private static String name() {
    return "jana" + NUMBER.incrementAndGet();
  }

  private StaffId worker(String name) {
    String code = accounts().invite(house.director(), StaffId.next(), "Jana", Set.of("key-worker"));
    return accounts().accept(code, account(name));
  }

  /** Acts and details of this person, in their order, but how they got their account. */
  private List<String> trail(StaffId staff) {
    return house.tx.read(
        em ->
            ((List<?>)
                    em.createNativeQuery(
                            "SELECT act, detail, staff FROM ACCESS.AUDIT_EVENT ORDER BY id")
                        .getResultList())
                .stream()
                    .map(Object[].class::cast)
                    .filter(row -> staff.value().equals(key(row[2])))
                    .map(row -> row[0] + " " + row[1])
                    .filter(row -> !row.startsWith("access.invitation-accepted"))
                    .toList());
  }

  /** The one database hands out bytes, the other keys. */
  private static UUID key(Object column) {
    if (column instanceof byte[] bytes) {
      ByteBuffer halves = ByteBuffer.wrap(bytes);
      return new UUID(halves.getLong(), halves.getLong());
    }
    return (UUID) column;
  }

  private Accounts accounts() {
    return house.access.accounts();
  }

  private Sessions sessions() {
    return house.access.sessions();
  }
}
