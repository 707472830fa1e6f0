package org.opora.api.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.opora.api.paging.Page;
import org.opora.api.statistics.FigureList.Line;
import org.opora.api.text.Text;
import org.opora.api.web.Sheet;

/**
 * The whole list behind a figure, for a file. Its last line says of how many lines nothing is
 * shown, and with how much they count: the file adds up to the figure, whoever takes it.
 *
 * @param rest words for that many lines
 */
public record FigureFile(FigureList.Source source, FigureList.Open open, IntFunction<Text> rest)
    implements Sheet.Source<Line> {
  private static final UUID NOBODY = new UUID(0, 0);

  @Override
  public Page<Line> page(String after, int limit) {
    Place place = Place.of(after);
    // One line less, so that the last one has its place.
    int most = limit - 1;
    List<Counted> counted = source.counted(place.key(), most + 1);
    List<Counted> page = counted.subList(0, Math.min(most, counted.size()));
    List<Line> lines = new ArrayList<>(FigureList.lines(page, open));
    Place next =
        place.beyond(
            page.isEmpty() ? place.key() : page.get(page.size() - 1).key(),
            page.size() - lines.size(),
            page.stream().mapToLong(Counted::amount).sum()
                - lines.stream().mapToLong(Line::amount).sum());
    if (counted.size() > most) {
      return new Page<>(lines, next.cursor());
    }
    if (next.closed() > 0) {
      lines.add(
          new Line(
              new Shown(NOBODY, rest.apply(next.closed()), null, null, null, List.of()),
              next.amount()));
    }
    return Page.last(lines);
  }

  /**
   * How far the file has come. It goes from page to page and into no address.
   *
   * @param closed lines so far that are not in it
   * @param amount with how much they count
   */
  private record Place(UUID key, int closed, long amount) {
    private static final String BETWEEN = " ";

    static Place of(String cursor) {
      if (cursor == null) {
        return new Place(null, 0, 0);
      }
      String[] parts = cursor.split(BETWEEN);
      return new Place(
          UUID.fromString(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    Place beyond(UUID last, int more, long by) {
      return new Place(last, closed + more, amount + by);
    }

    String cursor() {
      return key + BETWEEN + closed + BETWEEN + amount;
    }
  }
}
