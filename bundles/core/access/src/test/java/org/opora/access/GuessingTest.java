package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/** Somebody guesses passwords, as fast as they are let, and nobody else is kept out by it. */
@OnEveryDatabase
class GuessingTest {
  private static final int MOST = 100;

  @Parameter Product product;
  private TestHouse house;
  private StaffId boss;

  @BeforeEach
  void open() {
    house = new TestHouse(product);
    boss = null;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aDayOfGuessingIsAHundredGuessesAtMostAndKeepsNobodyOut() {
    StaffId director = house.setUp();
    String own = house.access.accounts().device(director, null).orElseThrow();
    assertEquals(Optional.empty(), house.access.accounts().device(director, own));
    assertTrue(house.access.accounts().device(director, own + "0").isPresent(), "nobody's mark");
    String stranger = "x".repeat(43) + own.substring(own.indexOf('.'));
    Instant end = house.clock.instant().plus(Duration.ofDays(1));
    int hours = 0;
    Instant day = house.clock.instant();
    while (house.clock.instant().isBefore(end)) {
      signIn("wrong wrong wrong", stranger);
      // As fast as a guess is looked at again; one that has to wait is not looked at.
      house.clock.pass(Duration.ofSeconds(30));
      if (house.clock.instant().isAfter(day.plus(Duration.ofHours(hours)))) {
        hours++;
        assertTrue(signIn(TestHouse.GOOD, own), "the real one, in hour " + hours);
      }
    }
    long looked = guesses();
    assertTrue(looked <= MOST, looked + " guesses were looked at");
    assertTrue(looked >= 30, "it looked at some: " + looked);
    assertEquals(24, hours);
  }

  @Test
  void onePasswordOnEveryNameIsTriedFromOneAddressAFewTimesOnly() {
    StaffId worker = worker("sprej");
    String own = house.access.accounts().device(worker, null).orElseThrow();
    long before = guesses();
    for (int i = 0; i < 200; i++) {
      signIn("jmeno" + i, "Opora Opora 2026", null, "192.0.2.66");
      house.clock.pass(Duration.ofSeconds(15));
    }
    long looked = guesses() - before;
    assertTrue(looked >= 20 && looked <= 40, looked + " of 200 were looked at");
    assertFalse(signIn("sprej", TestHouse.GOOD, null, "192.0.2.66"), "as nobody knows who it is");
    assertTrue(signIn("sprej", TestHouse.GOOD, own, "192.0.2.66"), "in a browser of one's own");
    assertTrue(signIn("sprej", TestHouse.GOOD, null, "192.0.2.67"), "from anywhere else");
    assertTrue(signIn("sprej", TestHouse.GOOD, null, null), "at the machine itself");
    assertFalse(signIn("sprej", TestHouse.GOOD, own + "0", "192.0.2.66"), "with no mark of ours");
  }

  @Test
  void manyAddressesAreCountedTogetherForAnHour() {
    StaffId worker = worker("botnet");
    String own = house.access.accounts().device(worker, null).orElseThrow();
    house.clock.pass(Duration.ofHours(2));
    long before = guesses();
    for (int i = 0; i < 700; i++) {
      signIn("jiny" + i, "Opora Opora 2026", null, "2001:db8:0:" + i + "::1");
    }
    assertEquals(600, guesses() - before);
    assertFalse(signIn("botnet", TestHouse.GOOD, null, "192.0.2.80"));
    assertTrue(signIn("botnet", TestHouse.GOOD, own, "192.0.2.80"));
    house.clock.pass(Duration.ofHours(1));
    assertTrue(signIn("botnet", TestHouse.GOOD, null, "192.0.2.80"));
  }

  @Test
  void wholeNetworksOfTheNewerKindAreOneAddress() {
    for (int i = 0; i < 20; i++) {
      signIn("nikdo" + i, "Opora Opora 2026", null, "2001:db8:1:2:" + i + "::1");
    }
    long before = guesses();
    signIn("nikdo", "Opora Opora 2026", null, "2001:db8:1:2:ffff::1");
    assertEquals(before, guesses(), "it has to wait");
    signIn("nikdo", "Opora Opora 2026", null, "2001:db8:1:3::1");
    assertEquals(before + 1, guesses());
  }

  @Test
  void aMorningOfAWholeOfficeBehindOneAddressIsNoGuessing() {
    worker("rano");
    for (int i = 0; i < 130; i++) {
      assertTrue(signIn("rano", TestHouse.GOOD, null, "192.0.2.90"), "sign-in " + i);
    }
  }

  @Test
  void colleaguesShareABrowserAndKeepTheirMarks() {
    StaffId first = worker("sdili0");
    String kept = house.access.accounts().device(first, null).orElseThrow();
    List<StaffId> others = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      StaffId other = worker("sdili" + i);
      others.add(other);
      kept = house.access.accounts().device(other, kept).orElseThrow();
    }
    assertEquals(Optional.empty(), house.access.accounts().device(first, kept));
    for (int i = 0; i < 8; i++) {
      signIn("sdili0", "wrong wrong wrong", null, "192.0.2.91");
    }
    assertFalse(signIn("sdili0", TestHouse.GOOD, null, "192.0.2.92"));
    assertTrue(signIn("sdili0", TestHouse.GOOD, kept, "192.0.2.92"));
    kept = house.access.accounts().device(worker("sdili6"), kept).orElseThrow();
    assertTrue(house.access.accounts().device(first, kept).isPresent(), "the seventh is too many");
    for (StaffId other : others) {
      assertEquals(Optional.empty(), house.access.accounts().device(other, kept));
    }
  }

  private StaffId worker(String name) {
    if (boss == null) {
      boss = house.setUp();
    }
    Viewer director = house.viewer(boss, house.director().grants());
    String code =
        house.access.accounts().invite(director, StaffId.next(), "Jana Malá", Set.of("key-worker"));
    return house.access.accounts().accept(code, TestHouse.account(name));
  }

  private boolean signIn(String password, String device) {
    return signIn("reditelka", password, device, null);
  }

  private boolean signIn(String name, String password, String device, String address) {
    return house
        .access
        .accounts()
        .signIn(name, password.toCharArray(), device, address)
        .isPresent();
  }

  /** Failures that were looked at; those that had to wait are noted as such. */
  private long guesses() {
    return house.tx.read(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT"
                                + " WHERE ACT = 'access.sign-in-failed' AND DETAIL IS NULL")
                        .getSingleResult())
                .longValue());
  }
}
