package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/** Somebody guesses the password of the director for a whole day, as fast as they are let. */
@OnEveryDatabase
class GuessingTest {
  private static final int MOST = 100;

  @Parameter Product product;
  private TestHouse house;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product);
  }

  @AfterParameterizedClassInvocation
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

  private boolean signIn(String password, String device) {
    return house.access.accounts().signIn("reditelka", password.toCharArray(), device).isPresent();
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
