package org.opora.duties.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opora.api.duties.Duties;
import org.opora.api.paging.Page;

/** The lines an address asks for. */
final class DutyList {
  private final List<Duties.Line> all;
  private final List<Duties.Line> shown;

  DutyList(List<Duties.Line> all, Filter filter) {
    this.all = all;
    this.shown =
        filter.band() == null
            ? all
            : all.stream().filter(line -> Band.of(line) == filter.band()).toList();
  }

  /** Every line that the filter lets through. */
  List<Duties.Line> shown() {
    return shown;
  }

  /** How many lines each part has, whatever is filtered. */
  Map<Band, Integer> counts() {
    Map<Band, Integer> counts = new EnumMap<>(Band.class);
    all.forEach(line -> counts.merge(Band.of(line), 1, Integer::sum));
    return counts;
  }

  /**
   * @param after cursor as it came in the address; null for the first page
   */
  Page<Duties.Line> page(String after, int size) {
    int from = after == null ? 0 : Cursor.parse(after).map(c -> c.start(shown)).orElse(0);
    int to = Math.min(from + size, shown.size());
    List<Duties.Line> items = shown.subList(from, to);
    return new Page<>(
        items, to < shown.size() ? Cursor.after(items.get(items.size() - 1)).toString() : null);
  }
}
