package org.opora.api.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A page of the list behind a figure.
 *
 * @param lines what the viewer may see of it, in the order of the keys
 * @param closed how many of this page are not shown
 * @param next cursor of the next page; null on the last one
 */
public record FigureList(List<Line> lines, int closed, String next) {
  public FigureList {
    lines = List.copyOf(lines);
  }

  /** Something that was counted, and with how much. */
  public record Line(Shown shown, long amount) {}

  /**
   * @param counted one more than asked for when there is a next page
   * @param shown says which of these the viewer may see
   */
  public static FigureList of(
      List<Counted> counted, int limit, Function<Collection<UUID>, List<Shown>> shown) {
    List<Counted> page = counted.subList(0, Math.min(limit, counted.size()));
    Map<UUID, Shown> seen =
        shown.apply(page.stream().map(Counted::key).toList()).stream()
            .collect(Collectors.toMap(Shown::key, Function.identity(), (one, same) -> one));
    List<Line> lines =
        page.stream()
            .filter(one -> seen.containsKey(one.key()))
            .map(one -> new Line(seen.get(one.key()), one.amount()))
            .toList();
    return new FigureList(
        lines,
        page.size() - lines.size(),
        counted.size() > limit ? page.get(limit - 1).key().toString() : null);
  }
}
