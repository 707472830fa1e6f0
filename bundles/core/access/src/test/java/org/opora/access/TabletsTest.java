package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.access.TestHouse.GOOD;
import static org.opora.access.TestHouse.account;

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
import org.opora.api.access.Accounts;
import org.opora.api.access.Sessions;
import org.opora.api.access.Tablets;
import org.opora.api.access.Tablets.Paired;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.ProofNeeded;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/** Tablets, and the PINs that work on them. */
@OnEveryDatabase
class TabletsTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PIN = "274195";

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
  void aCodePairsOneTabletWithinMinutes() throws Exception {
    assertThrows(NotAllowed.class, () -> tablets().prepare(nobody(), "Herna"));
    for (String wrong : List.of("", "  ", "x".repeat(61))) {
      Refused refused = assertThrows(Refused.class, () -> tablets().prepare(director(), wrong));
      assertEquals("name", refused.field());
    }
    String code = tablets().prepare(director(), " Herna ");
    assertEquals(9, code.length());
    assertEquals(Optional.empty(), tablets().pair("AAAA-AAAA", null));
    assertEquals(Optional.empty(), tablets().pair("", null));
    assertEquals(Optional.empty(), tablets().pair(null, null));
    List<Optional<String>> together =
        TestHouse.together(4, () -> tablets().pair(code.toLowerCase(java.util.Locale.ROOT), null));
    List<String> tokens = together.stream().flatMap(Optional::stream).toList();
    assertEquals(1, tokens.size(), "of all who type it at once one tablet is paired");
    assertEquals(Optional.of("Herna"), tablets().name(tokens.get(0)));
    assertEquals(Optional.empty(), tablets().name("x".repeat(43)));
    assertEquals(Optional.empty(), tablets().name(null));

    String late = tablets().prepare(director(), "Kuchyně");
    house.clock.pass(Duration.ofMinutes(10));
    assertEquals(Optional.empty(), tablets().pair(late, null));
  }

  @Test
  void whoGuessesCodesWaits() {
    for (int i = 0; i < 25; i++) {
      assertEquals(Optional.empty(), tablets().pair("AAAA-AAA" + i % 10, "203.0.113.9"));
    }
    String code = tablets().prepare(director(), "Herna");
    assertEquals(Optional.empty(), tablets().pair(code, "203.0.113.9"), "also with the right one");
    assertTrue(tablets().pair(code, "203.0.113.10").isPresent(), "nobody else waits");
  }

  @Test
  void aPinOpensWhatIsMadeForTabletsAndNothingElse() {
    String tablet = tablet("Herna");
    String name = name();
    StaffId worker = worker(name);
    choose(worker, PIN);
    assertEquals(Optional.empty(), open("x".repeat(43), name, PIN), "on a tablet of ours only");
    assertEquals(Optional.empty(), open(tablet, name, "274196"));
    assertEquals(Optional.empty(), open(tablet, "nikdo.takovy", PIN));
    assertEquals(Optional.empty(), open(tablet, name(), PIN));
    String token = open(tablet, " " + name.toUpperCase(java.util.Locale.ROOT), PIN).orElseThrow();
    assertEquals(worker, sessions().onTablet(token).orElseThrow().staff());
    assertEquals(Optional.empty(), sessions().find(token), "nothing else knows of it");
    assertEquals(Optional.empty(), sessions().glance(token));
    assertEquals(Optional.empty(), sessions().locked(token));
    assertEquals(Optional.empty(), house.access.factor().waits(token));
    assertThrows(NotAllowed.class, () -> house.access.factor().prove(token, "123456"));
    assertThrows(NotAllowed.class, () -> house.access.factor().offer(token));
    assertEquals(
        Optional.empty(), accounts().unlock(token, GOOD.toCharArray(), null, null), "no way out");
    String desk = sessions().start(worker, Duration.ofHours(9));
    assertEquals(Optional.empty(), sessions().onTablet(desk));
    assertTrue(
        sessions().own(house.viewer(worker, Map.of()), desk).stream()
            .anyMatch(one -> "Herna".equals(one.device())),
        "its owner sees it among theirs");

    house.clock.pass(Duration.ofMinutes(15));
    assertTrue(sessions().onTablet(token).isPresent());
    house.restart();
    house.clock.pass(Duration.ofMinutes(16));
    assertEquals(Optional.empty(), sessions().onTablet(token), "nobody does anything");
    String second = open(tablet, name, PIN).orElseThrow();
    for (int i = 0; i < 17; i++) {
      house.clock.pass(Duration.ofMinutes(14));
      assertTrue(sessions().onTablet(second).isPresent(), "a long meeting");
    }
    house.clock.pass(Duration.ofMinutes(2));
    assertEquals(Optional.empty(), sessions().onTablet(second), "four hours at most");
  }

  @Test
  void whereEverybodyMustHaveASecondFactorTheTabletIsOne() {
    String tablet = tablet("Herna");
    String name = name();
    StaffId worker = worker(name);
    choose(worker, PIN);
    house.access.factor().demand(director(), true);
    try {
      assertTrue(sessions().onTablet(open(tablet, name, PIN).orElseThrow()).isPresent());
      assertThrows(ProofNeeded.class, () -> choose(worker, "908352"));
    } finally {
      nobodyMust();
    }
  }

  @Test
  void fiveWrongOnesCloseThePinUntilThePasswordIsGiven() {
    String tablet = tablet("Herna");
    String name = name();
    StaffId worker = worker(name);
    Viewer own = house.viewer(worker, Map.of());
    choose(worker, PIN);
    for (int i = 0; i < 4; i++) {
      assertEquals(Optional.empty(), open(tablet, name, "90835" + i));
    }
    assertTrue(open(tablet, name, PIN).isPresent(), "four are forgotten");
    for (int i = 0; i < 5; i++) {
      assertFalse(tablets().pin(own).orElseThrow().closed());
      assertEquals(Optional.empty(), open(tablet, name, "90835" + i));
    }
    assertTrue(tablets().pin(own).orElseThrow().closed());
    house.clock.pass(Duration.ofDays(3));
    assertEquals(Optional.empty(), open(tablet, name, PIN), "time does not open it");
    assertEquals(Optional.empty(), accounts().signIn(name, "spatne".toCharArray()));
    assertEquals(Optional.empty(), open(tablet, name, PIN), "nor does a wrong password");
    assertTrue(accounts().signIn(name, GOOD.toCharArray()).isPresent());
    assertTrue(open(tablet, name, PIN).isPresent());
  }

  @Test
  void manyGuessesAtOnceAreCountedOneByOne() throws Exception {
    String tablet = tablet("Herna");
    String name = name();
    StaffId worker = worker(name);
    choose(worker, PIN);
    TestHouse.together(8, () -> open(tablet, name, "908352"));
    assertTrue(tablets().pin(house.viewer(worker, Map.of())).orElseThrow().closed());
    assertEquals(Optional.empty(), open(tablet, name, PIN));
  }

  @Test
  void whoeverTriesManyNamesOnATabletWaits() {
    String tablet = tablet("Herna");
    String name = name();
    choose(worker(name), PIN);
    for (int i = 0; i < 25; i++) {
      assertEquals(Optional.empty(), open(tablet, "nikdo" + i, PIN));
    }
    assertEquals(Optional.empty(), open(tablet, name, PIN));
    assertTrue(open(tablet("Kuchyně"), name, PIN).isPresent(), "another tablet does not wait");
    house.clock.pass(Duration.ofMinutes(20));
    assertTrue(open(tablet, name, PIN).isPresent());
  }

  @Test
  void aPairingThatEndsPutsEverybodyOut() {
    String tablet = tablet("Ztracený");
    String name = name();
    choose(worker(name), PIN);
    String token = open(tablet, name, PIN).orElseThrow();
    Paired paired = named("Ztracený");
    assertEquals(house.clock.instant(), paired.lastUsed());
    assertEquals("Marie Krátká", paired.pairedBy());
    assertEquals(null, paired.ended());
    assertThrows(NotAllowed.class, () -> tablets().all(nobody()));
    assertThrows(NotAllowed.class, () -> tablets().end(nobody(), paired.id()));
    assertThrows(NotFound.class, () -> tablets().end(director(), UUID.randomUUID()));
    tablets().end(director(), paired.id());
    tablets().end(director(), paired.id());
    assertEquals(Optional.empty(), sessions().onTablet(token), "with the next request");
    assertEquals(Optional.empty(), tablets().name(tablet));
    assertEquals(Optional.empty(), open(tablet, name, PIN));
    assertEquals(house.clock.instant(), named("Ztracený").ended(), "it stays on record");
    assertEquals(1, count("access.tablet-ended", paired.id()));
    assertEquals(1, count("access.tablet-paired", paired.id()));
    assertEquals(1, count("access.tablet-signed-in", paired.id()));
  }

  @Test
  void aPinGoesWithItsOwner() {
    String tablet = tablet("Herna");
    String name = name();
    StaffId worker = worker(name);
    Viewer own = house.viewer(worker, Map.of());
    assertEquals(Optional.empty(), tablets().pin(own));
    Refused refused = assertThrows(Refused.class, () -> choose(worker, "123456"));
    assertEquals("pin", refused.field());
    choose(worker, PIN);
    String token = open(tablet, name, PIN).orElseThrow();
    choose(worker, "908352");
    assertEquals(Optional.empty(), open(tablet, name, PIN));
    tablets().dropPin(own);
    tablets().dropPin(own);
    assertEquals(Optional.empty(), sessions().onTablet(token));
    assertEquals(Optional.empty(), open(tablet, name, "908352"));

    choose(worker, PIN);
    String code = accounts().invite(house.director(), worker, "Jana", Set.of("key-worker"));
    accounts().accept(code, account(name));
    assertEquals(Optional.empty(), open(tablet, name, PIN), "a new beginning has a new PIN");
    choose(worker, PIN);
    String last = open(tablet, name, PIN).orElseThrow();
    accounts().disable(house.director(), worker);
    assertEquals(Optional.empty(), sessions().onTablet(last));
    assertEquals(Optional.empty(), open(tablet, name, PIN));
  }

  private void nobodyMust() {
    house.tx.run(
        em -> em.createQuery("UPDATE FactorRule r SET r.demandedSince = NULL").executeUpdate());
    house.access.grants().changed();
  }

  private Tablets tablets() {
    return house.access.tablets();
  }

  private Accounts accounts() {
    return house.access.accounts();
  }

  private Sessions sessions() {
    return house.access.sessions();
  }

  private Viewer director() {
    return house.viewer(boss, house.director().grants());
  }

  private Viewer nobody() {
    return house.viewer(StaffId.next(), Map.of());
  }

  private String tablet(String name) {
    return tablets().pair(tablets().prepare(director(), name), null).orElseThrow();
  }

  private Paired named(String name) {
    return tablets().all(director()).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> open(String tablet, String name, String pin) {
    return tablets().open(tablet, name, pin.toCharArray());
  }

  private void choose(StaffId staff, String pin) {
    tablets().choosePin(house.viewer(staff, Map.of()), pin.toCharArray());
  }

  private static String name() {
    return "pin" + NUMBER.incrementAndGet();
  }

  private StaffId worker(String name) {
    String code = accounts().invite(house.director(), StaffId.next(), "Jana", Set.of("key-worker"));
    return accounts().accept(code, account(name));
  }

  private long count(String act, UUID tablet) {
    return house.tx.read(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE act = ? AND detail = ?")
                        .setParameter(1, act)
                        .setParameter(2, "tablet=" + tablet)
                        .getSingleResult())
                .longValue());
  }
}
