package org.opora.houserules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opora.modulekit.ModuleContract;
import org.opora.modulekit.PagesContract;
import org.opora.modulekit.Places;

/** Who knows whom: bundles of the core the contracts, modules the contracts, nobody a module. */
class WallsTest {
  /** Rows that people have reviewed, also of modules. */
  private static final String REVIEWED = "roles/default-table.md";

  @Test
  void bundlesOfTheCoreKnowEachOtherByTheContractsOnly() {
    List<String> faults = new ArrayList<>();
    for (Tree.Bundle bundle : Tree.core()) {
      foreign(bundle).forEach(found -> faults.add(bundle.name() + " knows " + found));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void modulesKnowTheContractsOnly() {
    List<String> faults = new ArrayList<>();
    for (Tree.Bundle bundle : Tree.modules()) {
      foreign(bundle).forEach(found -> faults.add(bundle.name() + " knows " + found));
    }
    assertEquals(List.of(), faults);
  }

  /** Classes of the house that are neither its own nor contracts. */
  private static Set<String> foreign(Tree.Bundle bundle) {
    Set<String> foreign = new TreeSet<>();
    for (JavaClass one : bundle.read()) {
      one.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith("org.opora."))
          .map(JavaClass::getName)
          .filter(name -> !name.startsWith("org.opora.api."))
          .filter(name -> !name.startsWith(bundle.root() + "."))
          .forEach(foreign::add);
    }
    return foreign;
  }

  /** Neither a class nor a text of the house speaks of a module: it finds those that are there. */
  @Test
  void nobodyNamesAModule() {
    List<String> faults = new ArrayList<>();
    for (Tree.Bundle bundle : Tree.core()) {
      Tree.files(bundle.classes())
          .forEach(
              (name, file) -> {
                for (Tree.Bundle module : Tree.modules()) {
                  if (!name.endsWith(REVIEWED) && names(file, module)) {
                    faults.add(bundle.name() + "/" + name + " names " + module.name());
                  }
                }
              });
    }
    assertEquals(List.of(), faults);
  }

  private static boolean names(Path file, Tree.Bundle module) {
    return Tree.stands(file, module.name())
        || Tree.stands(file, module.root())
        || Tree.stands(file, module.root().replace('.', '/'));
  }

  @Test
  void everyFolderOfAModuleIsBuiltAndKeepsTheContract() {
    assertEquals(
        Tree.folders("modules"), Tree.modules().stream().map(Tree.Bundle::name).sorted().toList());
    Set<String> unwalked = new TreeSet<>();
    for (Tree.Bundle module : Tree.modules()) {
      assertTrue(has(module, ModuleContract.class), module.name() + " has no ModuleContract");
      if (!has(module, PagesContract.class)) {
        unwalked.add(module.name());
      }
    }
    Frozen.hold("without-pages-contract", unwalked);
  }

  private static boolean has(Tree.Bundle module, Class<?> contract) {
    return Tree.files(module.tests()).values().stream()
        .filter(file -> file.toString().endsWith(".class"))
        .anyMatch(
            file -> Tree.read(file).getSuperName().equals(contract.getName().replace('.', '/')));
  }

  /** Menu, tabs, cards and tiles of all bundles at once. */
  @Test
  void nothingStandsWhereSomethingElseStandsAlready() {
    Places places = new Places();
    Tree.core().forEach(bundle -> places.with(bundle.classes()));
    Tree.modules().forEach(bundle -> places.with(bundle.classes()));
    Frozen.hold("places", places.faults());
  }
}
