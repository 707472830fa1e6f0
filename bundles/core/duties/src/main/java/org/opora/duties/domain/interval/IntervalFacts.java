package org.opora.duties.domain.interval;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * What is known of one person in one file.
 *
 * @param began the day the duty began here: the later of agreement and placement
 * @param last the last time in this file; null when there is none
 * @param elsewhere the last time in another file, for a clock that goes with the person; null when
 *     there is none
 * @param silence the days of which nothing is known for sure
 * @param excused the days on which the person was away, with the reason in the file
 */
public record IntervalFacts(
    LocalDate began, LocalDate last, LocalDate elsewhere, Silence silence, List<Days> excused) {
  public IntervalFacts {
    excused = List.copyOf(excused);
  }

  /**
   * Of a file that may have come from former records. What they tell as the last time is the last
   * time: only where they tell none is nothing known up to the move.
   *
   * @param movedIn the day the file came from former records; null when it began here
   */
  public IntervalFacts(LocalDate began, LocalDate last, LocalDate elsewhere, LocalDate movedIn) {
    this(began, last, elsewhere, Silence.before(known(began, last, elsewhere, movedIn)), List.of());
  }

  /** The same, knowing nothing of some more days either, and with the reasons in the file. */
  public IntervalFacts with(List<Days> silent, List<Days> reasons) {
    Silence more = new Silence(Stream.concat(silence.days().stream(), silent.stream()).toList());
    return new IntervalFacts(began, last, elsewhere, more, reasons);
  }

  /** The first day of which something is known; null when everything is. */
  private static LocalDate known(
      LocalDate began, LocalDate last, LocalDate elsewhere, LocalDate movedIn) {
    if (movedIn == null) {
      return null;
    }
    if (last != null && last.isBefore(movedIn)) {
      return last;
    }
    boolean told = elsewhere != null && elsewhere.isBefore(movedIn) && !elsewhere.isAfter(began);
    return told ? elsewhere : movedIn;
  }
}
