package org.opora.itest.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reviewed table of what the roles may do, as it stands in the repository. */
public final class DefaultRoles {
  private static final Path TABLE =
      Path.of("../../bundles/core/access/src/main/resources/roles/default-table.md");

  private static final int BEFORE_ROLES = 3;

  private final List<String> roles;
  private final Map<String, Granted> granted = new LinkedHashMap<>();

  /**
   * @param reaches all, own or -, by role
   */
  private record Granted(String dataClass, Map<String, String> reaches) {}

  private DefaultRoles(List<String> lines) {
    List<List<String>> rows =
        lines.stream().filter(line -> line.startsWith("|")).map(DefaultRoles::cells).toList();
    roles = rows.get(0).subList(BEFORE_ROLES, rows.get(0).size());
    for (List<String> row : rows.subList(2, rows.size())) {
      Map<String, String> reaches = new LinkedHashMap<>();
      for (int i = 0; i < roles.size(); i++) {
        reaches.put(roles.get(i), row.get(BEFORE_ROLES + i));
      }
      granted.put(row.get(0), new Granted(row.get(2), reaches));
    }
  }

  public static DefaultRoles reviewed() {
    try {
      DefaultRoles reviewed = new DefaultRoles(Files.readAllLines(TABLE));
      reviewed.learn(Files.readAllLines(DoorTable.TABLE));
      return reviewed;
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /**
   * A module may say itself who gets its permissions. What was reviewed of that stands with its
   * doors, and its contract test holds it against what it says.
   */
  private void learn(List<String> doors) {
    for (String line : doors) {
      if (line.startsWith("| GET ") || line.startsWith("| POST ")) {
        List<String> row = cells(line);
        Map<String, String> reaches = new LinkedHashMap<>();
        for (String role : roles) {
          boolean all = List.of(row.get(5).split(", ")).contains(role);
          boolean own = List.of(row.get(6).split(", ")).contains(role);
          reaches.put(role, all ? "all" : own ? "own" : "-");
        }
        granted.putIfAbsent(row.get(3), new Granted(row.get(4), reaches));
      }
    }
  }

  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>(Arrays.asList(line.split("\\|", -1)));
    return cells.subList(1, cells.size() - 1).stream().map(String::strip).toList();
  }

  public List<String> roles() {
    return roles;
  }

  /** All, own or -. */
  public String reach(String permission, String role) {
    return granted(permission).reaches().get(role);
  }

  String dataClass(String permission) {
    return granted(permission).dataClass();
  }

  /** Roles that this permission reaches so far. */
  List<String> with(String permission, String reach) {
    return granted(permission).reaches().entrySet().stream()
        .filter(one -> one.getValue().equals(reach))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Granted granted(String permission) {
    Granted found = granted.get(permission);
    if (found == null) {
      throw new AssertionError(permission + " has no row in " + TABLE);
    }
    return found;
  }
}
