package org.opora.duties.domain.cycle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * What is known of one agreement and of the reports on it.
 *
 * @param first the day the agreement was concluded
 * @param last its last day; null while it lasts
 * @param reports in any order
 * @param silence the days of which nothing is known for sure
 * @param excused the days on which a reason is in the file why no report could be drafted
 */
public record CycleFacts(
    LocalDate first, LocalDate last, List<Report> reports, Silence silence, List<Days> excused) {
  public CycleFacts {
    reports = List.copyOf(reports);
    excused = List.copyOf(excused);
  }

  /** Those that the cycle is about, in the order in which they were drafted. */
  List<Report> ofTheCycle(LocalDate asOf) {
    return reports.stream()
        .filter(report -> report.kind() != Kind.ON_REQUEST)
        .filter(report -> !report.drafted().isBefore(first) && !report.drafted().isAfter(asOf))
        .sorted(Comparator.comparing(Report::drafted).thenComparing(Report::kind))
        .toList();
  }

  boolean endedBefore(LocalDate day) {
    return last != null && last.isBefore(day);
  }

  /** Whether the agreement still lasts the day after; its last report is the final one. */
  boolean goesOnAfter(LocalDate day) {
    return last == null || last.isAfter(day);
  }

  public enum Kind {
    REGULAR,
    /** At the end of the agreement; while no end is known it is one like the others. */
    FINAL,
    /** Somebody asked for it: it has a deadline of its own and changes nothing here. */
    ON_REQUEST
  }

  /**
   * @param drafted the day it was drafted
   * @param addressees everybody it has to be delivered to, each once
   */
  public record Report(LocalDate drafted, Kind kind, List<Addressee> addressees) {
    public Report {
      addressees = List.copyOf(addressees);
    }
  }

  /**
   * @param key tells one from another, and nothing else
   * @param delivered null when it was not
   */
  public record Addressee(String key, LocalDate delivered) {}
}
