package org.opora.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LimitTest {
  @Test
  void twiceIsExactlyTwice() {
    assertTrue(Limit.twice(45.2).holds(90.4));
    assertFalse(Limit.twice(45.2).holds(90.5));
    assertEquals("≤ 90.4 ms", Limit.twice(45.2).words());
  }

  @Test
  void onlyWhereBothAreNoiseTheRatioDoesNotMatter() {
    assertTrue(Limit.twice(4).holds(19.9));
    assertFalse(Limit.twice(4).holds(20.1));
    assertFalse(Limit.twice(11).holds(22.1));
    assertEquals("≤ 20 ms", Limit.twice(4).words());
  }

  @Test
  void anotherLimitIsWhatItIs() {
    assertTrue(Limit.of(300).holds(300));
    assertFalse(Limit.of(300).holds(300.1));
    assertEquals("≤ 300 ms", Limit.of(300).words());
  }
}
