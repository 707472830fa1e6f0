package org.opora.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.access.AccessModule;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;

/**
 * Compares what a bundle of the house declares with the reviewed table of who may see what: a
 * permission without a row would be given to nobody, a row without a permission was reviewed for
 * nothing.
 */
public final class AccessTable {
  private AccessTable() {}

  /**
   * @return a sentence for everything that is wrong
   */
  public static List<String> faults(Module module) {
    Map<String, DataClass> rows = rows(module.id());
    List<String> faults = new ArrayList<>();
    for (Permission permission : module.permissions()) {
      DataClass reviewed = rows.remove(permission.id());
      if (reviewed == null) {
        faults.add(permission.id() + " has no row in the table");
      } else if (reviewed != permission.dataClass()) {
        faults.add(permission.id() + " opens " + permission.dataClass() + " and not " + reviewed);
      }
      if (!permission.defaults().isEmpty()) {
        faults.add(permission.id() + " brings defaults beside the table");
      }
    }
    rows.keySet().forEach(row -> faults.add(row + " has a row and is no permission"));
    faults.addAll(withoutWords(module));
    return faults;
  }

  /** Their words stand beside the table, or in the bundle that declares them. */
  private static List<String> withoutWords(Module module) {
    List<String> faults = new ArrayList<>();
    for (String language : Texts.LANGUAGES) {
      Set<String> words = new HashSet<>(words(AccessModule.class, language));
      words.addAll(words(module.getClass(), language));
      module.permissions().stream()
          .map(Permission::id)
          .filter(id -> !words.contains("permission." + id))
          .forEach(id -> faults.add(language + ": " + id + " has no words"));
    }
    return faults;
  }

  private static Set<String> words(Class<?> inside, String language) {
    return new BundleTexts(inside, inside.getName()).keys(language);
  }

  /** Whether the bundle is one of the house, or will have to say its defaults itself. */
  public static boolean knows(Module module) {
    return !rows(module.id()).isEmpty();
  }

  private static Map<String, DataClass> rows(String bundle) {
    Map<String, DataClass> rows = new HashMap<>();
    DefaultTable.reviewed().rows().stream()
        .filter(row -> row.bundle().equals(bundle))
        .forEach(row -> rows.put(row.permission(), row.dataClass()));
    return rows;
  }
}
