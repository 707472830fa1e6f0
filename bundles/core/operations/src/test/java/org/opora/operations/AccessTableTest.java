package org.opora.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.testkit.AccessTable;

class AccessTableTest {
  @Test
  void everyPermissionHasItsRowAndEveryRowItsPermission() {
    assertEquals(List.of(), AccessTable.faults(new OperationsModule()));
  }
}
