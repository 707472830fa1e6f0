package org.opora.api.ids;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void keysAreTimeOrderedAndOfVersionSeven() {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      made.add(Ids.next());
      // Less than a millisecond apart: as two lines of one transaction are.
      LockSupport.parkNanos(20_000);
    }
    assertEquals(made, made.stream().sorted().toList());
    assertEquals(200, new HashSet<>(made).size());
    assertTrue(made.stream().allMatch(id -> id.version() == 7 && id.variant() == 2));
  }

  @Test
  void aBoundLiesBetweenWhatIsOlderAndWhatIsNewer() {
    UUID now = Ids.next();
    assertTrue(Ids.within(Duration.ofMinutes(1)).compareTo(now) < 0);
    assertTrue(Ids.within(Duration.ofMinutes(-1)).compareTo(now) > 0);
  }
}
