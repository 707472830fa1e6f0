package org.opora.calendar.views.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.calendar.views.domain.Lanes.Rows;

/** What takes place at one time stands side by side. */
class LanesTest {
  @Test
  void whatFollowsStandsBelow() {
    assertEquals(
        List.of(1, 1, 1), Lanes.of(List.of(new Rows(1, 4), new Rows(5, 4), new Rows(9, 1))));
  }

  @Test
  void whatOverlapsTakesTheFirstLaneThatIsFree() {
    assertEquals(
        List.of(1, 2, 3, 2),
        Lanes.of(List.of(new Rows(1, 8), new Rows(2, 2), new Rows(3, 4), new Rows(4, 1))));
  }

  @Test
  void nothingNeedsNoLane() {
    assertEquals(List.of(), Lanes.of(List.of()));
  }
}
