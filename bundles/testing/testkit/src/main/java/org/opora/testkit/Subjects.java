package org.opora.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opora.api.persistence.spi.Schema;

/**
 * The subjects of a bundle that is cut by subject first: how their rules and records know each
 * other. A bundle whose rooms lie flat has none. Pages and contributions are left out, because they
 * bring together what stands apart, and so is the schema, which names every entity.
 */
public final class Subjects {
  private static final Set<String> ROOMS =
      Set.of("domain", "application", "persistence", "web", "contributions");
  private static final List<String> KNOWING = List.of("domain", "application", "persistence");

  private Subjects() {}

  /**
   * @param built folder of the compiled classes of a bundle, or the bundle
   * @param root its root package
   * @return which subject knows which, as far as it is also known by that one, however far around:
   *     {@code files -> staff}
   */
  public static Set<String> rings(Path built, String root) {
    return rings(ArchitectureRules.read(built), root);
  }

  /** The same of classes that were read already. */
  public static Set<String> rings(JavaClasses classes, String root) {
    Map<String, Set<String>> known = known(classes, root);
    Set<String> rings = new TreeSet<>();
    known.forEach(
        (subject, others) ->
            others.stream()
                .filter(other -> reached(known, other).contains(subject))
                .forEach(other -> rings.add(subject + " -> " + other)));
    return rings;
  }

  private static Map<String, Set<String>> known(JavaClasses classes, String root) {
    Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass one : classes) {
      String subject = subject(one, root);
      if (subject == null
          || !KNOWING.contains(parts(one, root)[1])
          || one.isAssignableTo(Schema.class)) {
        continue;
      }
      one.getDirectDependenciesFromSelf().stream()
          .map(dependency -> subject(dependency.getTargetClass(), root))
          .filter(other -> other != null && !other.equals(subject))
          .forEach(other -> known.computeIfAbsent(subject, first -> new TreeSet<>()).add(other));
    }
    return known;
  }

  private static String subject(JavaClass one, String root) {
    String[] parts = parts(one, root);
    return parts.length > 1 && !ROOMS.contains(parts[0]) && ROOMS.contains(parts[1])
        ? parts[0]
        : null;
  }

  private static String[] parts(JavaClass one, String root) {
    String name = one.getPackageName();
    return name.startsWith(root + ".")
        ? name.substring(root.length() + 1).split("\\.")
        : new String[0];
  }

  private static Set<String> reached(Map<String, Set<String>> known, String from) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String one = open.pop();
      if (reached.add(one)) {
        open.addAll(known.getOrDefault(one, Set.of()));
      }
    }
    return reached;
  }
}
