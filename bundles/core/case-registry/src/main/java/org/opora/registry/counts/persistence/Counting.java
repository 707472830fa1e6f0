package org.opora.registry.counts.persistence;

import java.util.Objects;
import org.opora.api.statistics.Measure;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.shared.persistence.Clause;

/**
 * What a figure is counted from: one statement, for the figure as for its list, so that neither can
 * say what the other does not.
 *
 * @param code of the figure
 * @param kind what its keys are
 * @param keys a statement that gives each key once, as K, and with how much it counts, as N
 */
public record Counting(String code, Measure measure, CountedKind kind, Clause keys) {
  /** Each key counts as one. */
  static final String ONE = ", CAST(1 AS BIGINT) AS N";

  public Counting {
    Objects.requireNonNull(code);
    Objects.requireNonNull(measure);
    Objects.requireNonNull(kind);
  }

  /**
   * Rows of a table that count as one each.
   *
   * @param table with the alias {@code t}, of which {@code ID} is the key
   */
  public static Clause rows(String table, Clause which) {
    return Clause.of("SELECT t.ID AS K" + ONE + " FROM " + table + " t WHERE ").then(which);
  }

  /** The key under which all others of a person are known; the alias {@code c} joins it. */
  static String canonical(String column) {
    return "COALESCE(c.CANONICAL, " + column + ")";
  }

  static String joined(String column) {
    return " LEFT JOIN ACCESS.CANONICAL_PERSON c ON c.PERSON = " + column;
  }
}
