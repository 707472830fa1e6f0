package org.opora.reports.counts.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.reports.counts.domain.CountRequest.State;
import org.opora.reports.counts.domain.KeptFigure;

/**
 * A request and how far it has come.
 *
 * @param due last day for the answer; null when no law pack knows
 * @param paragraph of the law that says so; null as well then
 * @param late whether that day has passed without an answer
 * @param answeredOn null while it waits
 * @param voidOn null unless it was recorded by mistake
 */
public record RequestView(
    UUID id,
    long version,
    NewRequest asked,
    LocalDate due,
    String paragraph,
    boolean late,
    Progress progress,
    LocalDate answeredOn,
    String answeredBy,
    String writtenBy,
    LocalDate voidOn) {

  /** Whether it waits for its answer. */
  public boolean waits() {
    return answeredOn == null && voidOn == null;
  }

  /**
   * That something said of it was a mistake.
   *
   * @param answeredOn day of the answer that was taken back; null when it was the request itself
   */
  public record Change(LocalDate answeredOn, String why, Instant at, String by) {}

  /**
   * @param done figures that are kept
   * @param of how many there will be; 0 while nobody knows
   * @param at when all were kept; null until then
   */
  public record Progress(State state, int done, int of, Instant at, String by) {
    private static final int WHOLE = 100;

    public int percent() {
      return of == 0 ? 0 : done * WHOLE / of;
    }
  }

  /** A table of kept figures. */
  public record Kept(String statistic, Title title, List<Title> columns, List<Line> lines) {}

  /**
   * @param figures one for each column; null where there was nothing to count
   */
  public record Line(Title title, boolean part, List<KeptFigure> figures) {}

  /** By which the answer is due, if any law says so. */
  public record Deadline(LocalDate due, String paragraph, Text source) {}
}
