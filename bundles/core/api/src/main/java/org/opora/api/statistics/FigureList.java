package org.opora.api.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A page of the list behind a figure. It is full as long as there is something to show, and its
 * cursor is a line that is shown: where in the list the others are cannot be found out from it.
 *
 * @param lines what the viewer may see of it, in the order of the keys
 * @param closed how many of the whole list are not shown; null where it is too long to say
 * @param next cursor of the next page; null on the last one
 */
public record FigureList(List<Line> lines, Integer closed, String next) {
  /** As long as this a list is looked through as a whole. */
  private static final int SHORT = 1000;

  /** As every database orders keys. */
  private static final Comparator<UUID> BY_KEY =
      Comparator.<UUID>comparingLong(key -> key.getMostSignificantBits() + Long.MIN_VALUE)
          .thenComparingLong(key -> key.getLeastSignificantBits() + Long.MIN_VALUE);

  public FigureList {
    lines = List.copyOf(lines);
  }

  /** Something that was counted, and with how much. */
  public record Line(Shown shown, long amount) {}

  /** What was counted, in the order of the keys. */
  @FunctionalInterface
  public interface Source {
    /**
     * @param after key of the last one before; null for the first
     */
    List<Counted> counted(UUID after, int limit);
  }

  /** Says which of these its reader may see. */
  @FunctionalInterface
  public interface Open extends Function<Collection<UUID>, List<Shown>> {}

  /**
   * @param after from a cursor; null for the first page
   */
  public static FigureList of(Source source, UUID after, int limit, Open open) {
    List<Counted> beginning = source.counted(null, SHORT + 1);
    if (beginning.size() > SHORT) {
      return page(beyond(source, after, limit, open), limit, null);
    }
    List<Line> all = lines(beginning, open);
    List<Line> rest =
        after == null
            ? all
            : all.stream().filter(line -> BY_KEY.compare(line.shown().key(), after) > 0).toList();
    return page(rest, limit, beginning.size() - all.size());
  }

  /** One line more than the page holds, when there is one. */
  private static List<Line> beyond(Source source, UUID after, int limit, Open open) {
    List<Line> lines = new ArrayList<>();
    UUID last = after;
    int size = limit + 1;
    boolean more = true;
    while (more && lines.size() <= limit) {
      List<Counted> piece = source.counted(last, size);
      lines.addAll(lines(piece, open));
      more = piece.size() == size;
      last = piece.isEmpty() ? last : piece.get(piece.size() - 1).key();
      size = SHORT;
    }
    return lines;
  }

  private static FigureList page(List<Line> lines, int limit, Integer closed) {
    List<Line> page = lines.subList(0, Math.min(limit, lines.size()));
    return new FigureList(
        page, closed, lines.size() > limit ? page.get(limit - 1).shown().key().toString() : null);
  }

  /** Those of these that may be seen, in their order. */
  static List<Line> lines(List<Counted> counted, Open open) {
    Map<UUID, Shown> seen =
        open.apply(counted.stream().map(Counted::key).toList()).stream()
            .collect(Collectors.toMap(Shown::key, Function.identity(), (one, same) -> one));
    return counted.stream()
        .filter(one -> seen.containsKey(one.key()))
        .map(one -> new Line(seen.get(one.key()), one.amount()))
        .toList();
  }
}
