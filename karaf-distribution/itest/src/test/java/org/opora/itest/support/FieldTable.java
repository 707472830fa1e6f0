package org.opora.itest.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reviewed table of what stands in each column of text: which words of the secret family, and
 * with which permission they are read. Who holds the permission is said by the table of the roles.
 */
public final class FieldTable {
  /** Where it stands in the repository. */
  public static final Path TABLE = Path.of("../../docs/fields.md");

  private static final String ROW = "| ";
  private static final String NOTHING = "-";
  private static final String LEADING = "*";

  private final Map<String, Row> rows = new LinkedHashMap<>();

  /**
   * @param column with its table
   * @param readWith one of these permissions is enough
   * @param words of the family that stand there
   * @param leading those of them that no permission opens, but only that somebody leads the family
   *     or wrote them
   * @param why there are none
   */
  public record Row(
      String column, List<String> readWith, List<String> words, List<String> leading, String why) {
    static Row read(String line) {
      List<String> cells = DefaultRoles.cells(line);
      List<String> marked = list(cells.get(2));
      return new Row(
          cells.get(0),
          list(cells.get(1)),
          marked.stream().map(Row::plain).toList(),
          marked.stream().filter(word -> !plain(word).equals(word)).map(Row::plain).toList(),
          cells.get(3));
    }

    private static String plain(String word) {
      return word.startsWith(LEADING) && word.endsWith(LEADING)
          ? word.substring(1, word.length() - 1)
          : word;
    }

    private static List<String> list(String cell) {
      return cell.equals(NOTHING)
          ? List.of()
          : Arrays.stream(cell.split(",")).map(String::strip).toList();
    }
  }

  private FieldTable(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith(ROW) && line.contains(".") && !line.startsWith("| column")) {
        Row row = Row.read(line);
        if (rows.put(row.column(), row) != null) {
          throw new AssertionError("two rows for " + row.column());
        }
      }
    }
    if (rows.isEmpty()) {
      throw new AssertionError("no row in " + TABLE);
    }
  }

  public static FieldTable reviewed() {
    try {
      return new FieldTable(Files.readAllLines(TABLE));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  public Map<String, Row> rows() {
    return rows;
  }

  /** Every word that stands somewhere. */
  public Set<String> words() {
    Set<String> words = new TreeSet<>();
    rows.values().forEach(row -> words.addAll(row.words()));
    return words;
  }

  /**
   * What somebody of this role may come across who does not lead the family.
   *
   * @param near whether they have to do with the family
   */
  public List<String> open(DefaultRoles roles, String role, boolean near) {
    return rows.values().stream()
        .filter(row -> row.readWith().stream().anyMatch(one -> reaches(roles, one, role, near)))
        .flatMap(row -> row.words().stream().filter(word -> !row.leading().contains(word)))
        .distinct()
        .toList();
  }

  /** What no permission opens: it is read by whoever leads the family or wrote it. */
  public List<String> leading() {
    return rows.values().stream().flatMap(row -> row.leading().stream()).distinct().toList();
  }

  private static boolean reaches(DefaultRoles roles, String permission, String role, boolean near) {
    String reach = roles.reach(permission, role);
    return reach.equals("all") || near && reach.equals("own");
  }

  /** Whether words of the family are read with this permission. */
  public boolean opens(String permission) {
    return rows.values().stream()
        .anyMatch(row -> !row.words().isEmpty() && row.readWith().contains(permission));
  }
}
