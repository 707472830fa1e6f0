package org.opora.registry.kin.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stays along the time, a row for each child or family, in units of the picture.
 *
 * @param today where today is
 */
public record StayChart(
    int width, int height, List<Tick> ticks, List<Row> rows, int today, LocalDate asOf) {
  private static final int WIDTH = 720;
  private static final int MARGIN = 24;
  private static final int HEAD = 34;
  private static final int ROW = 48;
  private static final int BAR_AT = 22;
  private static final int FOOT = 14;
  private static final int LETTER = 8;
  private static final int HALF_A_YEAR = 6;

  /** Years stand at least so far apart that they can be read. */
  private static final int LEAST_BETWEEN = 44;

  /**
   * A line across the picture.
   *
   * @param year null for the middle of a year, and where there is no room for the number
   */
  public record Tick(int x, Integer year, boolean full) {}

  /**
   * @param label whose row it is
   * @param href of that child's or family's page; null when the viewer may not open it
   * @param x where the label begins, above the first bar while there is room
   * @param y of the label
   */
  public record Row(String label, String href, int x, int y, List<Bar> bars) {}

  /**
   * @param open whether it lasts
   */
  public record Bar(int x, int y, int width, boolean open, Days days) {}

  /**
   * A stay.
   *
   * @param key what makes a row: the child's or the file's key
   */
  public record Stay(String key, String label, String href, Days days) {}

  /** The first stay on top. */
  public static StayChart of(List<Stay> stays, LocalDate today) {
    List<Stay> ordered =
        stays.stream()
            .sorted(
                Comparator.comparing((Stay stay) -> stay.days().from())
                    .thenComparing(Stay::label)
                    .thenComparing(Stay::key)
                    .thenComparing(
                        stay -> stay.days().until(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    LocalDate first = today;
    LocalDate last = today;
    for (Stay stay : ordered) {
      first = stay.days().from().isBefore(first) ? stay.days().from() : first;
      LocalDate until = stay.days().until();
      last = until != null && until.isAfter(last) ? until : last;
    }
    Axis axis = new Axis(half(first), half(last).plusMonths(HALF_A_YEAR));
    List<String> keys = ordered.stream().map(Stay::key).distinct().toList();
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      List<Stay> own = ordered.stream().filter(stay -> stay.key().equals(key)).toList();
      int y = HEAD + rows.size() * ROW + BAR_AT - 6;
      List<Bar> bars = own.stream().map(stay -> axis.bar(stay.days(), y + 7, today)).toList();
      String label = own.get(0).label();
      int room = WIDTH - MARGIN - label.length() * LETTER;
      int x = Math.max(MARGIN, Math.min(bars.get(0).x(), room));
      rows.add(new Row(label, own.get(0).href(), x, y, bars));
    }
    return new StayChart(
        WIDTH, HEAD + keys.size() * ROW + FOOT, axis.ticks(), rows, axis.x(today), today);
  }

  private static LocalDate half(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getMonthValue() > HALF_A_YEAR ? 7 : 1, 1);
  }

  private record Axis(LocalDate first, LocalDate end) {
    int x(LocalDate day) {
      double whole = end.toEpochDay() - first.toEpochDay();
      double part = day.toEpochDay() - first.toEpochDay();
      return MARGIN + (int) Math.round(part / whole * (WIDTH - 2 * MARGIN));
    }

    /** A stay that lasts is drawn to today; the last day belongs to it. */
    Bar bar(Days days, int y, LocalDate today) {
      LocalDate last = days.until() == null ? today : days.until();
      LocalDate shown = last.isBefore(days.from()) ? days.from() : last;
      int from = x(days.from());
      return new Bar(from, y, Math.max(3, x(shown.plusDays(1)) - from), days.until() == null, days);
    }

    List<Tick> ticks() {
      int years = end.getYear() - first.getYear() + 1;
      int step = Math.max(1, (years * LEAST_BETWEEN + WIDTH - 1) / (WIDTH - 2 * MARGIN));
      List<Tick> ticks = new ArrayList<>();
      for (LocalDate day = first; !day.isAfter(end); day = day.plusMonths(HALF_A_YEAR)) {
        boolean full = day.getMonthValue() == 1;
        boolean named = full && day.getYear() % step == 0;
        if (full || step == 1) {
          ticks.add(new Tick(x(day), named ? day.getYear() : null, full));
        }
      }
      return ticks;
    }
  }
}
