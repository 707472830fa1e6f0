package org.opora.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.testkit.AccessTable;
import org.opora.testkit.ArchitectureRules;
import org.opora.testkit.Texts;

/** The rooms of this bundle look only where they may, and its languages say the same. */
class FloorPlanTest {
  @Test
  void theFloorPlanHolds() {
    assertEquals(
        List.of(), ArchitectureRules.faults(Path.of("target/classes"), "org.opora.calendar"));
  }

  @Test
  void everyPermissionHasItsRowAndEveryRowItsPermission() {
    assertEquals(List.of(), AccessTable.faults(new CalendarModule()));
  }

  @Test
  void theLanguagesAreInStep() {
    assertEquals(List.of(), Texts.faults(Path.of("target/classes")));
  }
}
