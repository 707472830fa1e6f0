package org.opora.duties.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one visit to one family settles: the lines of a file that are due on the same day for the
 * same reason, and not two of which one may be done without the other. So a card shows families,
 * not the same family four times.
 *
 * @param first the line whose sentence stands for all
 * @param people everybody it concerns
 */
public record CardEntry(DutyRow first, List<DutyRow> people) {

  static List<CardEntry> of(List<DutyRow> rows) {
    return of(
        rows, row -> Arrays.asList(row.file(), row.due(), row.status(), row.why(), row.ref()));
  }

  /** In a file it is also shown how far the figure can be trusted, or whose rule it is. */
  static List<CardEntry> inFile(List<DutyRow> rows) {
    return of(
        rows,
        row ->
            Arrays.asList(
                row.due(), row.status(), row.why(), row.ref(), row.trust(), row.promisedBy()));
  }

  private static List<CardEntry> of(List<DutyRow> rows, Function<DutyRow, List<Object>> key) {
    Map<List<Object>, List<DutyRow>> together = new LinkedHashMap<>();
    rows.forEach(
        row -> together.computeIfAbsent(key.apply(row), first -> new ArrayList<>()).add(row));
    return together.values().stream()
        .map(people -> new CardEntry(people.get(0), List.copyOf(people)))
        .toList();
  }
}
