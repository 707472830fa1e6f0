package org.opora.access.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;

/**
 * The reviewed table of what the roles of the house may do, {@code roles/default-table.md} of this
 * bundle. There is no other list of defaults for what belongs to the house.
 */
public final class DefaultTable {
  private static final String FILE = "/roles/default-table.md";
  private static final int FIRST_ROLE = 3;
  private final List<String> roles;
  private final Map<String, Row> rows;

  /**
   * What one permission opens, and for whom.
   *
   * @param bundle id of the bundle that declares it
   * @param reaches role to reach, in the order of the table; who gets nothing is left out
   */
  public record Row(
      String permission, String bundle, DataClass dataClass, Map<String, Reach> reaches) {}

  private DefaultTable(List<String> roles, Map<String, Row> rows) {
    this.roles = roles;
    this.rows = rows;
  }

  /** The table as it comes with the product. */
  public static DefaultTable reviewed() {
    try (InputStream in = DefaultTable.class.getResourceAsStream(FILE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException when a row is there twice, or says something that is no reach
   *     or no class: a table that is read half would give or take silently
   */
  public static DefaultTable parse(String markdown) {
    List<List<String>> lines =
        markdown
            .lines()
            .filter(line -> line.startsWith("|") && !line.startsWith("| --"))
            .map(DefaultTable::cells)
            .toList();
    List<String> roles = lines.get(0).subList(FIRST_ROLE, lines.get(0).size());
    Map<String, Row> rows = new LinkedHashMap<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Row row = row(roles, line);
      if (rows.put(row.permission(), row) != null) {
        throw new IllegalArgumentException(row.permission() + " is there twice");
      }
    }
    return new DefaultTable(roles, rows);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
  }

  private static Row row(List<String> roles, List<String> line) {
    if (line.size() != roles.size() + FIRST_ROLE) {
      throw new IllegalArgumentException(line.get(0) + " has not one cell for every role");
    }
    Map<String, Reach> reaches = new LinkedHashMap<>();
    for (int i = 0; i < roles.size(); i++) {
      String cell = line.get(i + FIRST_ROLE);
      if (!cell.equals("-")) {
        reaches.put(roles.get(i), Reach.valueOf(cell.toUpperCase(Locale.ROOT)));
      }
    }
    return new Row(line.get(0), line.get(1), DataClass.valueOf(line.get(2)), reaches);
  }

  /** Ids, in the order of the table. */
  public List<String> roles() {
    return roles;
  }

  public List<Row> rows() {
    return new ArrayList<>(rows.values());
  }

  /** Whether the permission is one of the house. */
  public boolean knows(String permission) {
    return rows.containsKey(permission);
  }

  /** What the table gives a role. */
  public Map<String, Reach> of(String role) {
    Map<String, Reach> held = new LinkedHashMap<>();
    rows.values().stream()
        .filter(row -> row.reaches().containsKey(role))
        .forEach(row -> held.put(row.permission(), row.reaches().get(role)));
    return held;
  }

  /** To whom a permission is given when it is met first; a module of somebody else says itself. */
  public Map<String, Reach> of(Permission permission) {
    Row row = rows.get(permission.id());
    return row == null ? permission.defaults() : row.reaches();
  }
}
