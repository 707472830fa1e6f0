package org.opora.api.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.text.Text;

/**
 * Figures that stand together.
 *
 * @param code within its statistic
 * @param columns above the figures
 * @param charted the column that a picture of the table shows; -1 for none
 */
public record Table(String code, Text title, List<Text> columns, List<Row> rows, int charted) {
  public Table {
    Objects.requireNonNull(code);
    Objects.requireNonNull(title);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.figures().size() != width)) {
      throw new IllegalArgumentException("rows of another width in " + code);
    }
  }

  /**
   * @param weight how the row stands among the others
   * @param figures one for each column; null where there is nothing to count
   */
  public record Row(Text title, Weight weight, List<Figure> figures) {
    public Row {
      Objects.requireNonNull(title);
      Objects.requireNonNull(weight);
      figures = Collections.unmodifiableList(new ArrayList<>(figures));
    }
  }

  /** How a row stands among the others. */
  public enum Weight {
    /** What the others are part of; a person may be in several of them and is here once. */
    TOTAL,
    /** One of many. */
    PLAIN,
    /** Part of the plain row above it. */
    PART
  }

  /** All figures, row by row. */
  public Stream<Figure> figures() {
    return rows.stream().flatMap(row -> row.figures().stream()).filter(Objects::nonNull);
  }
}
