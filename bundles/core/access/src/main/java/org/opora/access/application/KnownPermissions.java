package org.opora.access.application;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.Permission;
import org.opora.api.access.Roles.Known;

/** Permissions with their words. */
record KnownPermissions(Grants grants, PermissionWords words) {
  KnownPermissions(Grants grants) {
    this(grants, PermissionWords.read());
  }

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
    Set<String> here =
        grants.present().keySet().stream().map(Permission::id).collect(Collectors.toSet());
    return grants.reviewed().rows().stream()
        .map(
            row ->
                new Known(
                    row.permission(),
                    row.bundle(),
                    row.dataClass(),
                    here.contains(row.permission())
                        ? words.of(row.permission(), row.bundle())
                        : words.without(row.permission()),
                    row.reaches()))
        .toList();
  }

  private Known known(DefaultTable table, Permission permission, String module) {
    return new Known(
        permission.id(),
        module,
        grants.dataClass(permission.id()),
        words.of(permission.id(), module),
        table.of(permission));
  }
}
