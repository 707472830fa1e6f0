package org.opora.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.jar.JarFile;
import org.opora.api.module.spi.Module;

/** The floor plan of a bundle, held by tests: which rooms there are, and which way one may look. */
public final class ArchitectureRules {
  private static final String[] ROOMS = {
    "..domain..", "..application..", "..persistence..", "..web..", "..contributions.."
  };

  private ArchitectureRules() {}

  /**
   * @param built folder of the compiled classes of a bundle, or the bundle
   * @param root its root package
   * @return a sentence for every break of a rule that holds in each bundle
   */
  public static List<String> faults(Path built, String root) {
    return faults(read(built), root);
  }

  /** The same of classes that were read already. */
  public static List<String> faults(JavaClasses classes, String root) {
    return broken(classes, everywhere(root));
  }

  /**
   * @return a sentence for every break of a rule, including those that hold only in modules
   */
  public static List<String> faultsOfModule(Path built, String root) {
    return faultsOfModule(read(built), root);
  }

  /** The same of classes that were read already. */
  public static List<String> faultsOfModule(JavaClasses classes, String root) {
    List<ArchRule> rules = new ArrayList<>(everywhere(root));
    rules.addAll(inModules(root));
    List<String> faults = new ArrayList<>(broken(classes, rules));
    Subjects.rings(classes, root)
        .forEach(ring -> faults.add("subjects know each other in a ring: " + ring));
    StaticState.of(classes).forEach(field -> faults.add(field + " is state of a class"));
    return faults;
  }

  /** The classes of a bundle: a folder or a package. */
  public static JavaClasses read(Path built) {
    ClassFileImporter importer = new ClassFileImporter();
    if (Files.isDirectory(built)) {
      return importer.importPath(built);
    }
    try (JarFile bundle = new JarFile(built.toFile())) {
      return importer.importJar(bundle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> broken(JavaClasses classes, List<ArchRule> rules) {
    return rules.stream()
        .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
        .filter(result -> result.hasViolation())
        .map(result -> result.getFailureReport().toString())
        .toList();
  }

  private static List<ArchRule> everywhere(String root) {
    return List.of(
        classes()
            .that()
            .resideInAPackage(root + "..domain..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "java..",
                    "javax..",
                    "jakarta.persistence..",
                    "org.opora.api..",
                    "org.osgi.annotation..",
                    root + "..shared..",
                    root + "..domain.."))
            .because("the domain knows the trade and the words of the contracts"),
        noClasses()
            .that()
            .resideInAnyPackage(
                root + "..domain..", root + "..application..", root + "..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(root + "..web..", root + "..pages..", root + "..contributions..")
            .because("pages and contributions call use cases, never the other way"),
        noClasses()
            .that()
            .resideInAPackage(root + "..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(root + "..application..")
            .because("use cases ask the tables, never the other way"),
        noClasses()
            .that()
            .resideInAnyPackage(root + "..web..", root + "..pages..")
            .should()
            .dependOnClassesThat(
                assignableTo("org.opora.api.persistence.Transactions")
                    .or(assignableTo("jakarta.persistence.EntityManager")))
            .because("pages call use cases, which decide who may; tables are asked by them"),
        noClasses()
            .should()
            .callMethodWhere(
                target(owner(assignableTo("jakarta.servlet.http.HttpServletRequest")))
                    .and(target(nameMatching("getSession|changeSessionId"))))
            .because("sessions are those of the house, not of the container"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.eclipse.persistence..",
                "org.apache.derby..",
                "org.postgresql..",
                "org.flywaydb..",
                "com.zaxxer.hikari..")
            .because("only the bundle persistence knows the database"),
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("nobody sleeps; wait for a condition"));
  }

  private static List<ArchRule> inModules(String root) {
    return List.of(
        classes()
            .that()
            .resideInAPackage(root + "..domain..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "java..",
                    "jakarta.persistence..",
                    "org.opora.api.ids..",
                    "org.osgi.annotation..",
                    root + "..domain.."))
            .because("the domain of a module knows the trade and nothing of the house"),
        noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is to be said goes to the log"),
        noClasses()
            .that()
            .resideInAnyPackage(
                root + "..application..", root + "..contributions..", root + "..web..")
            .should()
            .callMethodWhere(
                target(owner(assignableTo("jakarta.persistence.EntityManager")))
                    .and(target(nameMatching("create(Native|Named)?Query"))))
            .because("what is asked of the tables stands in persistence"),
        classes()
            .that(not(resideInAnyPackage(inside(root))))
            .should()
            .beAssignableTo(Module.class)
            .because("beside its rooms a module has only its reception"),
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.opora..")
                    .and(not(resideInAnyPackage("org.opora.api..", root + ".."))))
            .because("a module knows the contracts and nobody else"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.osgi.framework..", "org.osgi.util.tracker..", "org.slf4j.impl..")
            .because("a module leaves the framework to the core"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executors.class)
            .because("a module has no threads of its own"),
        noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the clock of the viewer is the only source of now"));
  }

  private static String[] inside(String root) {
    String[] rooms = new String[ROOMS.length];
    for (int i = 0; i < ROOMS.length; i++) {
      rooms[i] = root + ROOMS[i];
    }
    return rooms;
  }
}
