package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.access.TestHouse.GOOD;
import static org.opora.access.TestHouse.account;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.SecondFactor;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/** The first start of a house. */
@OnEveryDatabase
class SetUpTest {
  @Parameter Product product;
  private TestHouse house;

  @BeforeEach
  void open() {
    house = new TestHouse(product);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theCodeOfANewHouseWorksOnceAndLeavesNothingBehind() throws Exception {
    Path copy = house.houseDatabase().dataFolder().resolve("setup-code");
    assertTrue(house.access.accounts().untouched());
    String code = house.access.accounts().setUpCode().orElseThrow();
    assertEquals(code, Files.readString(copy).trim());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    house.restart();
    assertEquals(code, house.access.accounts().setUpCode().orElseThrow(), "a restart keeps it");

    String typed = " " + code.toLowerCase().replace("-", "  ");
    NewAccount account = account("reditelka");
    StaffId director = house.access.accounts().setUp(typed, StaffId.next(), account, false);
    assertArrayEquals(new char[GOOD.length()], account.password(), "wiped");
    assertFalse(Files.exists(copy));
    assertFalse(house.access.accounts().untouched());
    assertEquals(Optional.empty(), house.access.accounts().setUpCode());
    refused(
        "code", () -> house.access.accounts().setUp(code, StaffId.next(), account("dalsi"), false));
    house.restart();
    assertFalse(house.access.accounts().untouched());
    assertFalse(Files.exists(copy));
    assertEquals(Optional.of(director), signIn("Reditelka ", GOOD));
  }

  @Test
  void aNewHouseAsksEverybodyForASecondFactorUnlessItIsToldNotTo() {
    SecondFactor factor = house.access.factor();
    assertFalse(factor.decided(), "as in a house that is older than second factors");
    assertFalse(factor.demanded());
    String code = house.access.accounts().setUpCode().orElseThrow();
    StaffId director =
        house.access.accounts().setUp(code, StaffId.next(), account("reditelka"), true);
    assertTrue(factor.decided());
    assertTrue(factor.demanded());
    String token = house.access.sessions().start(director, Duration.ofHours(9));
    assertEquals(Optional.of(SecondFactor.Step.ENROL), factor.waits(token));
    assertEquals(Optional.empty(), house.access.sessions().find(token));
  }

  @Test
  void ofTwoWhoSetUpAtOnceOneWins() throws Exception {
    String code = house.access.accounts().setUpCode().orElseThrow();
    AtomicInteger number = new AtomicInteger();
    List<Boolean> won =
        TestHouse.together(
            4,
            () -> {
              try {
                house
                    .access
                    .accounts()
                    .setUp(code, StaffId.next(), account("name" + number.incrementAndGet()), false);
                return true;
              } catch (Refused late) {
                return false;
              }
            });
    assertEquals(1, won.stream().filter(w -> w).count());
    assertEquals(
        1L,
        house.tx.<Long>read(
            em -> em.createQuery("SELECT COUNT(a) FROM Account a", Long.class).getSingleResult()));
  }

  @Test
  void afterFiveWrongTriesThereIsANewCode() {
    String code = house.access.accounts().setUpCode().orElseThrow();
    for (int i = 0; i < 5; i++) {
      assertEquals(code, house.access.accounts().setUpCode().orElseThrow());
      refused(
          "code",
          () ->
              house.access.accounts().setUp("WRONG", StaffId.next(), account("reditelka"), false));
    }
    assertNotEquals(code, house.access.accounts().setUpCode().orElseThrow());
    refused(
        "code",
        () -> house.access.accounts().setUp(code, StaffId.next(), account("reditelka"), false));
    house.setUp();
  }

  @Test
  void aLostCopyGivesANewCode() throws Exception {
    String code = house.access.accounts().setUpCode().orElseThrow();
    Files.delete(house.houseDatabase().dataFolder().resolve("setup-code"));
    house.restart();
    assertNotEquals(code, house.access.accounts().setUpCode().orElseThrow());
    house.setUp();
  }

  @Test
  void aWeakPasswordUsesNothingUp() {
    String code = house.access.accounts().setUpCode().orElseThrow();
    NewAccount weak =
        new NewAccount("Marie Krátká", "reditelka", "heslo12345678".toCharArray(), "cs");
    refused("password", () -> house.access.accounts().setUp(code, StaffId.next(), weak, false));
    house.setUp();
  }

  private Optional<StaffId> signIn(String name, String password) {
    return house.access.accounts().signIn(name, password.toCharArray());
  }

  private static void refused(String field, Callable<?> work) {
    Refused refused = assertThrows(Refused.class, work::call);
    assertEquals(field, refused.field());
  }
}
