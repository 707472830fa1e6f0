package org.opora.registry.shared.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.paging.Page;

/**
 * The keys of a register's rows, the newest day first, paged by key. A list is one or several walks
 * along an index that meet here.
 */
public final class NewestFirst {
  private final EntityManager em;
  private final String table;
  private final String day;

  /**
   * @param table of the register; its alias in every walk is {@code t}
   * @param day column of the day by which the register is sorted
   */
  public NewestFirst(EntityManager em, String table, String day) {
    this.em = em;
    this.table = table;
    this.day = "t." + day;
  }

  /** What a walk asks for. */
  String what() {
    return "t.ID, " + day;
  }

  /** The table with its alias. */
  String table() {
    return table + " t";
  }

  /**
   * @param walks statements that end in their conditions
   * @param after cursor of the page before, or null
   */
  public Page<UUID> page(List<Clause> walks, String after, int limit) {
    Clause beyond = beyond(Cursors.key(after));
    List<Stand> found = new ArrayList<>();
    for (Clause walk : walks) {
      found.addAll(
          Sql.query(
              em,
              walk.then(beyond)
                  .then(" ORDER BY " + day + " DESC, t.ID DESC FETCH FIRST ? ROWS ONLY", limit + 1),
              row -> new Stand(Sql.key(row, 1), Sql.day(row, 2))));
    }
    List<Stand> sorted =
        found.stream().distinct().sorted(Comparator.reverseOrder()).limit(limit + 1L).toList();
    return Cursors.page(sorted, limit, Stand::id).map(Stand::id);
  }

  /**
   * How many rows all walks find together, each of them once.
   *
   * @param walks statements that end in their conditions
   */
  public long count(List<Clause> walks) {
    if (walks.isEmpty()) {
      return 0;
    }
    Clause all = walks.get(0);
    for (Clause walk : walks.subList(1, walks.size())) {
      all = all.then(" UNION ").then(walk);
    }
    return Sql.query(
            em, Clause.of("SELECT COUNT(*) FROM (").then(all).then(") c"), row -> row.getLong(1))
        .get(0);
  }

  /** What stands after the row of the cursor; everything when that row is no more. */
  private Clause beyond(UUID last) {
    List<LocalDate> stood =
        last == null
            ? List.of()
            : Sql.query(
                em,
                Clause.of("SELECT " + day + " FROM " + table() + " WHERE t.ID = ?", last),
                row -> Sql.day(row, 1));
    if (stood.isEmpty()) {
      return Clause.of("");
    }
    LocalDate on = stood.get(0);
    return Clause.of(" AND (" + day + " < ? OR (" + day + " = ? AND t.ID < ?))", on, on, last);
  }

  /** As both databases compare keys: by their bytes. */
  private record Stand(UUID id, LocalDate on) implements Comparable<Stand> {
    @Override
    public int compareTo(Stand other) {
      int days = on.compareTo(other.on);
      return days == 0 ? id.toString().compareTo(other.id.toString()) : days;
    }
  }
}
