package org.opora.houserules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opora.api.module.spi.Module;
import org.opora.testkit.ArchitectureRules;
import org.opora.testkit.StaticState;
import org.opora.testkit.Subjects;

/** The rooms of every bundle, and which way one may look from them. */
class RoomsTest {
  private static final Set<String> ROOMS =
      Set.of("domain", "application", "persistence", "web", "contributions");
  private static final String KNOWS_THE_DATABASE = "only the bundle persistence knows the database";

  /** Held below, as far as it is not older. */
  private static final String RING = "subjects know each other in a ring";

  /** Bundles that have rooms of other names as well, and how they are called. */
  private static final Map<String, Set<String>> OTHERWISE =
      Map.of(
          "access", Set.of("audit", "directory"),
          "operations", Set.of("cli", "shared"),
          "persistence", Set.of("database", "keys", "migration", "unit"),
          "web", Set.of("drafts", "exports", "gate", "pages", "rendering", "texts"));

  @Test
  void everyBundleWithClassesIsLookedAt() {
    List<String> names = Tree.core().stream().map(Tree.Bundle::name).toList();
    assertTrue(names.containsAll(List.of("api", "access", "web", "case-registry")), "" + names);
    Tree.core()
        .forEach(
            bundle ->
                assertTrue(
                    bundle.root().startsWith("org.opora."),
                    bundle.name() + " has its root in " + bundle.root()));
    assertFalse(Tree.modules().isEmpty(), "no module is built");
  }

  @Test
  void theRoomsLookOnlyWhereTheyMay() {
    List<String> faults = new ArrayList<>();
    for (Tree.Bundle bundle : Tree.withRooms()) {
      ArchitectureRules.faults(bundle.read(), bundle.root()).stream()
          .filter(
              fault -> !bundle.name().equals("persistence") || !fault.contains(KNOWS_THE_DATABASE))
          .forEach(fault -> faults.add(bundle.name() + ": " + fault));
    }
    for (Tree.Bundle module : Tree.modules()) {
      ArchitectureRules.faultsOfModule(module.read(), module.root()).stream()
          .filter(fault -> !fault.contains(RING))
          .forEach(fault -> faults.add(module.name() + ": " + fault));
    }
    assertEquals(List.of(), faults);
  }

  /** Beside its rooms a bundle has its reception alone. */
  @Test
  void everythingLiesInARoom() {
    Set<String> outside = new TreeSet<>();
    for (Tree.Bundle bundle : Tree.withRooms()) {
      for (JavaClass one : bundle.read()) {
        if (!one.isAssignableTo(Module.class)
            && !one.getSimpleName().equals("package-info")
            && !one.isNestedClass()
            && !inRoom(bundle, one.getPackageName())) {
          outside.add(one.getName());
        }
      }
    }
    Frozen.hold("outside-rooms", outside);
  }

  private static boolean inRoom(Tree.Bundle bundle, String found) {
    if (!found.startsWith(bundle.root() + ".")) {
      return false;
    }
    List<String> parts = List.of(found.substring(bundle.root().length() + 1).split("\\."));
    return parts.stream().limit(2).anyMatch(ROOMS::contains)
        || OTHERWISE.getOrDefault(bundle.name(), Set.of()).contains(parts.get(0));
  }

  /** What is asked of the tables is written in persistence; use cases decide. */
  @Test
  void statementsStandInPersistence() {
    Set<String> elsewhere = new TreeSet<>();
    for (Tree.Bundle bundle : Tree.withRooms()) {
      for (JavaClass one : bundle.read()) {
        List<String> parts = List.of(one.getPackageName().split("\\."));
        boolean room =
            parts.contains("application")
                || parts.contains("contributions")
                || parts.contains("web");
        if (room
            && !bundle.name().equals("persistence")
            && one.getMethodCallsFromSelf().stream()
                .anyMatch(
                    call ->
                        call.getTargetOwner().getName().equals("jakarta.persistence.EntityManager")
                            && call.getName().matches("create(Native|Named)?Query"))) {
          elsewhere.add(one.getName().replaceAll("\\$.*", ""));
        }
      }
    }
    Frozen.hold("statements", elsewhere);
  }

  @Test
  void subjectsKnowEachOtherInNoRing() {
    Set<String> rings = new TreeSet<>();
    List<Tree.Bundle> all = new ArrayList<>(Tree.withRooms());
    all.addAll(Tree.modules());
    for (Tree.Bundle bundle : all) {
      Subjects.rings(bundle.read(), bundle.root())
          .forEach(ring -> rings.add(bundle.name() + ": " + ring));
    }
    Frozen.hold("rings", rings);
  }

  @Test
  void noClassHasStateOfItsOwn() {
    Set<String> state = new TreeSet<>();
    for (Tree.Bundle bundle : Tree.core()) {
      state.addAll(StaticState.of(bundle.read()));
    }
    Frozen.hold("state", state);
  }
}
