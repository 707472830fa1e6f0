package org.opora.access.application;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opora.access.AccessModule;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.Permission;
import org.opora.api.access.Roles.Known;
import org.opora.api.text.Text;

/** Permissions with their words: those of the house have them beside the table. */
record KnownPermissions(Grants grants) {
  /**
   * In the order of the table; what is not of the house comes after it. What two bundles declare is
   * there once.
   */
  List<Known> present() {
    DefaultTable table = grants.reviewed();
    List<String> order = table.rows().stream().map(DefaultTable.Row::permission).toList();
    Map<String, Known> once = new TreeMap<>();
    grants
        .present()
        .forEach(
            (permission, module) ->
                once.putIfAbsent(permission.id(), known(table, permission, module)));
    return once.values().stream()
        .sorted(
            Comparator.<Known>comparingInt(
                    one -> order.contains(one.id()) ? order.indexOf(one.id()) : order.size())
                .thenComparing(Known::id))
        .toList();
  }

  List<Known> reviewed() {
    return grants.reviewed().rows().stream()
        .map(
            row ->
                new Known(
                    row.permission(),
                    row.bundle(),
                    row.dataClass(),
                    own(row.permission()),
                    row.reaches()))
        .toList();
  }

  private Known known(DefaultTable table, Permission permission, String module) {
    return new Known(
        permission.id(),
        module,
        grants.dataClass(permission.id()),
        table.knows(permission.id())
            ? own(permission.id())
            : Text.of("org.opora." + module, key(permission.id())),
        table.of(permission));
  }

  private static Text own(String permission) {
    return Text.of(AccessModule.ORIGIN, key(permission));
  }

  private static String key(String permission) {
    return "permission." + permission;
  }
}
