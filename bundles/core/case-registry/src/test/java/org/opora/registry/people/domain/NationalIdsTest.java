package org.opora.registry.people.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.opora.registry.people.domain.NationalIds.Kind;
import org.opora.registry.people.domain.NationalIds.Verdict;

class NationalIdsTest {
  private static Verdict of(String written) {
    return NationalIds.check(written).orElseThrow();
  }

  @Test
  void aCzechNumberOfTenDigitsIsDivisibleByEleven() {
    assertEquals(
        new Verdict(Kind.CZECH_BIRTH_NUMBER, true, LocalDate.of(1971, 3, 19)), of("710319/2745"));
    assertFalse(of("710319/2746").sound());
  }

  @Test
  void womenHaveFiftyAddedToTheMonth() {
    Verdict woman = of("855101" + tail("855101"));
    assertTrue(woman.sound());
    assertEquals(LocalDate.of(1985, 1, 1), woman.birthDate());
  }

  @Test
  void since2004TwentyMoreMayBeAdded() {
    Verdict boy = of("042101" + tail("042101"));
    assertEquals(LocalDate.of(2004, 1, 1), boy.birthDate());
    assertTrue(boy.sound());
    Verdict girl = of("047101" + tail("047101"));
    assertEquals(LocalDate.of(2004, 1, 1), girl.birthDate());
    assertTrue(girl.sound());
    assertFalse(of("992101" + tail("992101")).sound(), "nobody born in 1999 has it");
  }

  @Test
  void nineDigitsBelongToTheTimeBefore1954() {
    assertEquals(
        new Verdict(Kind.CZECH_BIRTH_NUMBER, true, LocalDate.of(1953, 12, 31)), of("531231/123"));
    assertFalse(of("541231/123").sound());
  }

  @Test
  void aRemainderOfTenWasOnceWrittenAsNought() {
    String nine = "780123354";
    assertEquals(10, Long.parseLong(nine) % 11);
    assertTrue(of(nine + "0").sound());
  }

  @Test
  void anImpossibleDayIsNotSound() {
    assertFalse(of("711331" + tail("711331")).sound());
  }

  @Test
  void aPeselHasItsOwnWeightsAndCenturies() {
    assertEquals(new Verdict(Kind.PESEL, true, LocalDate.of(1944, 5, 14)), of("44051401359"));
    assertFalse(of("44051401358").sound());
    assertEquals(LocalDate.of(2002, 7, 8), of("02270803624").birthDate());
    assertTrue(of("02270803624").sound());
  }

  @Test
  void nothingIsSaidOfOtherForms() {
    assertTrue(NationalIds.check("AB 12345").isEmpty());
    assertTrue(NationalIds.check("").isEmpty());
    assertTrue(NationalIds.check(null).isEmpty());
    assertEquals("7103192745", NationalIds.normalised(" 710319 / 2745 "));
  }

  /** Four digits that make the number divisible. */
  private static String tail(String six) {
    for (int n = 1; n < 10_000; n++) {
      String tail = String.format("%04d", n);
      if (Long.parseLong(six + tail) % 11 == 0) {
        return tail;
      }
    }
    throw new AssertionError();
  }
}
