package org.opora.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.access.AccessModule;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.module.spi.Module;

class AccessTableTest {
  private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");

  @Test
  void accessItselfIsReviewed() {
    assertEquals(List.of(), AccessTable.faults(new AccessModule()));
  }

  /** Every one of them has a test that compares it with the table. */
  @Test
  void theTableSpeaksOfTheBundlesOfTheHouseAndOfItsModules() throws IOException {
    Set<String> spoken =
        DefaultTable.reviewed().rows().stream()
            .map(DefaultTable.Row::bundle)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(spoken.removeAll(modules()), "no module has a row");
    assertEquals(
        Set.of(
            "access",
            "calendar",
            "case-registry",
            "course",
            "documents",
            "duties",
            "operations",
            "reports"),
        spoken);
  }

  /** As the build names them. */
  private static Set<String> modules() throws IOException {
    return MODULE
        .matcher(Files.readString(Path.of("../../modules/pom.xml")))
        .results()
        .map(one -> one.group(1))
        .collect(Collectors.toSet());
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
