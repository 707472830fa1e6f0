package org.opora.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.testkit.ArchitectureRules;

/** The rooms of this bundle look only where they may. */
class FloorPlanTest {
  @Test
  void theFloorPlanHolds() {
    assertEquals(List.of(), ArchitectureRules.faults(Path.of("target/classes"), "org.opora.web"));
  }
}
