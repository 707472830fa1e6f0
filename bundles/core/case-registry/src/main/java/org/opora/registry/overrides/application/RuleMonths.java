package org.opora.registry.overrides.application;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.opora.api.text.Title;
import org.opora.registry.overrides.persistence.MonthCount;

/**
 * How often each rule was gone on against, month by month.
 *
 * @param months in the order of the columns, the oldest first
 * @param rules one row each, the most frequent first
 * @param sums of the columns
 * @param sum of everything
 */
public record RuleMonths(List<YearMonth> months, List<Row> rules, List<Cell> sums, int sum) {
  public RuleMonths {
    months = List.copyOf(months);
    rules = List.copyOf(rules);
    sums = List.copyOf(sums);
  }

  /** One month of a row. */
  public record Cell(YearMonth month, int count) {}

  /**
   * One rule.
   *
   * @param title in the viewer's language, as it was worded last
   * @param cells in the order of the months
   */
  public record Row(String rule, String title, List<Cell> cells, int sum) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  static RuleMonths of(List<YearMonth> months, List<MonthCount> counts, Locale locale) {
    Map<String, Map<YearMonth, Integer>> found = new TreeMap<>();
    Map<String, Title> titles = new HashMap<>();
    counts.stream()
        .sorted(Comparator.comparing(MonthCount::month))
        .forEach(
            one -> {
              found
                  .computeIfAbsent(one.rule(), rule -> new HashMap<>())
                  .put(one.month(), one.count());
              titles.put(one.rule(), one.title());
            });
    List<Row> rows = new ArrayList<>();
    found.forEach(
        (rule, byMonth) -> {
          List<Cell> cells = cells(months, month -> byMonth.getOrDefault(month, 0));
          rows.add(new Row(rule, titles.get(rule).in(locale), cells, sum(cells)));
        });
    rows.sort(Comparator.comparing(Row::sum).reversed().thenComparing(Row::rule));
    List<Cell> sums =
        cells(
            months,
            month ->
                found.values().stream().mapToInt(byMonth -> byMonth.getOrDefault(month, 0)).sum());
    return new RuleMonths(months, rows, sums, sum(sums));
  }

  private static List<Cell> cells(List<YearMonth> months, ToIntFunction<YearMonth> count) {
    return months.stream().map(month -> new Cell(month, count.applyAsInt(month))).toList();
  }

  private static int sum(List<Cell> cells) {
    return cells.stream().mapToInt(Cell::count).sum();
  }
}
