package org.opora.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;

/**
 * What a class holds for everybody and can change: it outlives whoever uses it, is shared by houses
 * that know nothing of each other, and keeps the classes of a bundle that went.
 */
public final class StaticState {
  private static final String ATOMIC = "java.util.concurrent.atomic.";

  private StaticState() {}

  /**
   * @param built folder of the compiled classes of a bundle, or the bundle
   * @return fields of classes that change, or hold what can be changed
   */
  public static Set<String> of(Path built) {
    return of(ArchitectureRules.read(built));
  }

  /** The same of classes that were read already. */
  public static Set<String> of(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass one : classes) {
      for (JavaField field : one.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
            && (!field.getModifiers().contains(JavaModifier.FINAL) || changes(one, field))) {
          found.add(one.getName() + "." + field.getName());
        }
      }
    }
    return found;
  }

  private static boolean changes(JavaClass owner, JavaField field) {
    JavaClass type = field.getRawType();
    return type.getName().startsWith(ATOMIC)
        || type.isAssignableTo(ThreadLocal.class)
        || type.isAssignableTo(Lock.class)
        || type.isAssignableTo(StringBuilder.class)
        || collects(type) && (!type.isInterface() || makesOne(owner));
  }

  private static boolean collects(JavaClass type) {
    return type.isAssignableTo(Map.class) || type.isAssignableTo(Collection.class);
  }

  /** A map that is only read is made by {@code Map.of} and its like. */
  private static boolean makesOne(JavaClass owner) {
    return owner.getStaticInitializer().stream()
        .flatMap(made -> made.getConstructorCallsFromSelf().stream())
        .map(call -> call.getTargetOwner())
        .filter(StaticState::collects)
        .anyMatch(
            type -> List.of("java.util", "java.util.concurrent").contains(type.getPackageName()));
  }
}
