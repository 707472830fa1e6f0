package org.opora.houserules;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.opora.testkit.ArchitectureRules;

/** The bundles of the house where they are built. */
final class Tree {
  private static final Path BUNDLES = Path.of("../..");
  private static final Pattern MODULE = Pattern.compile("<module>([a-z0-9-]+)</module>");

  private static final Map<Path, JavaClasses> READ = new ConcurrentHashMap<>();

  private Tree() {}

  /**
   * A bundle where it was built.
   *
   * @param name of its folder
   * @param root its root package
   */
  record Bundle(String name, Path folder, String root) {
    Path classes() {
      return folder.resolve("target/classes");
    }

    /** Read once for all rules: it takes longer than any of them. */
    JavaClasses read() {
      return READ.computeIfAbsent(classes(), ArchitectureRules::read);
    }

    /** The classes of its tests, where there are any. */
    Path tests() {
      return folder.resolve("target/test-classes");
    }
  }

  /** Those of the core that have classes, with the law. */
  static List<Bundle> core() {
    List<Bundle> all = new ArrayList<>(named("core"));
    all.addAll(named("law"));
    all.removeIf(bundle -> bundle.root() == null);
    return all;
  }

  /** Those of the core that have rooms: the contracts have none. */
  static List<Bundle> withRooms() {
    return core().stream().filter(bundle -> !bundle.name().equals("api")).toList();
  }

  static List<Bundle> modules() {
    List<Bundle> modules = named("modules");
    for (Bundle module : modules) {
      if (module.root() == null) {
        throw new AssertionError("build " + module.name() + " first: rules are about all modules");
      }
    }
    return modules;
  }

  /** As the build names them. */
  static List<Bundle> named(String floor) {
    try {
      return MODULE
          .matcher(Files.readString(BUNDLES.resolve(floor).resolve("pom.xml")))
          .results()
          .map(one -> one.group(1))
          .map(name -> bundle(name, BUNDLES.resolve(floor).resolve(name)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Folders of a floor, whether the build names them or not. */
  static List<String> folders(String floor) {
    try (Stream<Path> all = Files.list(BUNDLES.resolve(floor))) {
      return all.filter(Files::isDirectory)
          .map(one -> one.getFileName().toString())
          .filter(name -> !name.equals("target"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Bundle bundle(String name, Path folder) {
    return new Bundle(name, folder, root(folder.resolve("target/classes")));
  }

  /** The package of whatever lies highest. */
  private static String root(Path classes) {
    return files(classes).keySet().stream()
        .filter(file -> file.endsWith(".class") && file.contains("/"))
        .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
        .filter(found -> found.startsWith("org.opora"))
        .min((a, b) -> Integer.compare(a.length(), b.length()))
        .map(found -> found.startsWith("org.opora.api.") ? "org.opora.api" : found)
        .orElse(null);
  }

  /** Files below a folder by their names. */
  static Map<String, Path> files(Path folder) {
    Map<String, Path> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  /** Whether these words stand in a file, be it a text or a class. */
  static boolean stands(Path file, String words) {
    return new String(bytes(file), StandardCharsets.ISO_8859_1).contains(words);
  }

  static ClassReader read(Path file) {
    return new ClassReader(bytes(file));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
