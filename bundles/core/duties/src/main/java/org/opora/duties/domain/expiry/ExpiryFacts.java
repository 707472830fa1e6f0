package org.opora.duties.domain.expiry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * What is known of the papers, checks or permits of one kind that somebody has to have.
 *
 * @param needed the days on which one is needed; none when it never is
 * @param papers in any order, renewed ones among them
 * @param silence the days of which nothing is known for sure
 */
public record ExpiryFacts(List<Days> needed, List<Paper> papers, Silence silence) {
  public ExpiryFacts {
    needed = List.copyOf(needed);
    papers = List.copyOf(papers);
  }

  /** The days on which one is needed that the day belongs to. */
  Optional<Days> neededOn(LocalDate day) {
    return needed.stream().filter(days -> days.has(day)).min(Comparator.comparing(Days::from));
  }

  /**
   * @param known the day it came into the file
   * @param from first day on which it is valid
   * @param until last day that it names itself; null when it names none, so that the law says how
   *     long it is valid
   */
  public record Paper(LocalDate known, LocalDate from, LocalDate until) {}
}
