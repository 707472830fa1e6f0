package org.opora.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.access.AccessModule;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.module.spi.Module;

class AccessTableTest {
  @Test
  void accessItselfIsReviewed() {
    assertEquals(List.of(), AccessTable.faults(new AccessModule()));
  }

  /** Every one of them has a test that compares it with the table. */
  @Test
  void theTableSpeaksOfTheBundlesOfTheHouse() {
    assertEquals(
        Set.of(
            "access",
            "calendar",
            "case-registry",
            "course",
            "documents",
            "duties",
            "operations",
            "reports",
            "supervised-contacts"),
        DefaultTable.reviewed().rows().stream()
            .map(DefaultTable.Row::bundle)
            .collect(Collectors.toSet()));
  }

  @Test
  void everyKindOfFaultIsNamed() {
    Module duties =
        module(
            new Permission("duties.read", DataClass.SAFETY),
            new Permission("duties.more", DataClass.DUTIES, Map.of("director", Reach.ALL)));
    assertEquals(
        List.of(
            "duties.read opens SAFETY and not DUTIES",
            "duties.more has no row in the table",
            "duties.more brings defaults beside the table",
            "cs: duties.more has no words",
            "pl: duties.more has no words",
            "en: duties.more has no words"),
        AccessTable.faults(duties));
    assertEquals(
        List.of("duties.read has a row and is no permission"), AccessTable.faults(module()));
  }

  private static Module module(Permission... permissions) {
    return new Module() {
      @Override
      public String id() {
        return "duties";
      }

      @Override
      public int order() {
        return 1;
      }

      @Override
      public List<Permission> permissions() {
        return List.of(permissions);
      }
    };
  }
}
