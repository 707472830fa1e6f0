package org.opora.calendar.views.web;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.opora.calendar.views.application.Entry;
import org.opora.calendar.views.domain.DayAxis;
import org.opora.calendar.views.domain.Lanes;

/**
 * Appointments beside their hours, as the template draws it. Nothing has a style of its own: where
 * something stands is said by classes, {@code r} for the row, {@code s} for how many it takes, and
 * {@code l} for the lane.
 */
final class Picture {
  /** As many lanes as the style sheet knows; what is still more stands in the last one. */
  static final int LANES = 24;

  private Picture() {}

  /** What the clock shows where an hour begins. */
  public record Mark(LocalTime time, int row, int span) {}

  /** An appointment where it stands. */
  public record Placed(Entry entry, int row, int span, int lane) {}

  static List<Mark> marks(DayAxis axis) {
    List<Mark> marks = new ArrayList<>();
    int row = 1;
    for (LocalTime label : axis.labels()) {
      marks.add(new Mark(label, row, Math.min(DayAxis.IN_AN_HOUR, axis.rows() - row + 1)));
      row += DayAxis.IN_AN_HOUR;
    }
    return List.copyOf(marks);
  }

  /**
   * @param entries in the order of time
   */
  static List<Placed> placed(List<Entry> entries, DayAxis axis) {
    List<Lanes.Rows> rows =
        entries.stream()
            .map(one -> new Lanes.Rows(axis.row(one.slot()), axis.span(one.slot())))
            .toList();
    List<Integer> lanes = Lanes.of(rows);
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      placed.add(
          new Placed(
              entries.get(i),
              rows.get(i).row(),
              rows.get(i).span(),
              Math.min(lanes.get(i), LANES)));
    }
    return List.copyOf(placed);
  }
}
