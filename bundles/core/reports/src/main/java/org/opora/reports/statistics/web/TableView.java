package org.opora.reports.statistics.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.reports.statistics.domain.BarChart;

/**
 * A table with its picture.
 *
 * @param charted title of the column that is drawn; null without a picture, as is {@code chart}
 */
public record TableView(Table table, String charted, BarChart chart) {
  private static final int LEAST = 2;

  /** What is part of something else is not drawn beside it, nor what all others are part of. */
  public static TableView of(Messages messages, Locale language, Table table) {
    int column = table.charted();
    if (column < 0) {
      return new TableView(table, null, null);
    }
    List<BarChart.Value> values =
        table.rows().stream()
            .filter(row -> row.weight() == Weight.PLAIN && row.figures().get(column) != null)
            .map(
                row ->
                    new BarChart.Value(
                        messages.text(language, row.title()), row.figures().get(column).shown()))
            .toList();
    BarChart chart = BarChart.of(values);
    return values.size() < LEAST || chart.empty()
        ? new TableView(table, null, null)
        : new TableView(table, messages.text(language, table.columns().get(column)), chart);
  }

  /** One for each line and each figure of it, for the file of the table. */
  public static List<Cell> cells(Table table) {
    return table.rows().stream()
        .flatMap(
            row ->
                IntStream.range(0, row.figures().size())
                    .filter(at -> row.figures().get(at) != null)
                    .mapToObj(at -> new Cell(table, row, at)))
        .toList();
  }

  /** A figure with where it stands. */
  public record Cell(Table table, Table.Row row, int at) {
    public Text column() {
      return table.columns().get(at);
    }

    public Figure figure() {
      return row.figures().get(at);
    }
  }
}
