package org.opora.duties.domain.cycle;

import java.time.LocalDate;
import java.util.List;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Standing;

/**
 * Where the reports on one agreement stand.
 *
 * @param reports every one drafted, except those that somebody asked for, from the earliest
 * @param missed how many dates of the cycle passed for good without a report: while that for a date
 *     before was still due, or because the agreement ended. Those that nobody can be sure of for a
 *     silence are not among them
 * @param atTheEnd the final report; null while no end is known, or when the law asks for none
 */
public record CycleAnswer(Next next, List<Drafted> reports, int missed, DueOnce atTheEnd) {
  public CycleAnswer {
    reports = List.copyOf(reports);
  }

  /** What the next due date is counted from. */
  public enum Counted {
    /** The agreement, or the law where that came later. */
    BEGINNING,
    LAST_REPORT,
    /** The date before this one, whenever the report for it was drafted. */
    CYCLE,
    /** The first day after a silence. */
    SILENCE,
    /** The last day of the agreement: the final report, due some days after it. */
    END
  }

  /**
   * The report that has to come next.
   *
   * @param start the day the time is counted from, which is also the day whose figure applies
   * @param due null when not assessed, or when none has to come any more (not applicable)
   * @param nextBy the due date, also when not assessed; null when none has to come any more
   */
  public record Next(
      Standing standing, Counted counted, LocalDate start, LocalDate due, LocalDate nextBy) {}

  /**
   * @param answered the date it was drafted for, and how late; not applicable where none was asked
   *     for, not assessed where a report before it may be unknown
   * @param deliveries to each addressee; none when the law set no time for them
   */
  public record Drafted(
      LocalDate drafted, CycleFacts.Kind kind, DueOnce answered, List<Delivery> deliveries) {
    public Drafted {
      deliveries = List.copyOf(deliveries);
    }
  }

  public record Delivery(String addressee, DueOnce delivered) {}
}
