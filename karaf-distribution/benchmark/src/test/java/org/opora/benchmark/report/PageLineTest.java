package org.opora.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.opora.benchmark.load.Figures;

class PageLineTest {
  private static List<Figures> rates(double... perSecond) {
    return DoubleStream.of(perSecond).mapToObj(rate -> new Figures(rate, 1, 2, 3, 100, 1)).toList();
  }

  private static PageLine line(double target, List<Figures> floor, List<Figures> product) {
    return PageLine.of("Derby", "search", 8, target, floor, product);
  }

  @Test
  void theRatioIsTheMiddleOneOfTheRounds() {
    PageLine line = line(0.1, rates(1000, 2000, 1000), rates(100, 1000, 300));
    assertEquals(0.3, line.ratio(), 1e-9);
    assertEquals(300, line.product().perSecond());
    assertEquals(3, line.product().failed());
  }

  @Test
  void anEvenNumberOfRoundsHasAMiddleBetweenTwo() {
    assertEquals(0.2, line(0, rates(100, 100), rates(10, 30)).ratio(), 1e-9);
  }

  @Test
  void theTargetIsMetOrNot() {
    assertTrue(line(0.1, rates(100), rates(10)).met());
    assertFalse(line(0.1, rates(100), rates(9)).met());
    assertNull(line(0, rates(100), rates(9)).met());
  }
}
