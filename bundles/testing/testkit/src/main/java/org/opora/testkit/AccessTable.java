package org.opora.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    return faults;
  }

  /** Whether the bundle is one of the house, or will have to say its defaults itself. */
  static boolean knows(Module module) {
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
