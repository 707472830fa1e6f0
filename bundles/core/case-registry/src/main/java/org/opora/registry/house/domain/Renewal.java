package org.opora.registry.house.domain;

import java.time.LocalDate;
import java.util.List;

/** Since when a paper counts that was decided before the first day on which it holds. */
public final class Renewal {
  private Renewal() {}

  /**
   * @param until null when it has no end
   */
  public record Held(LocalDate from, LocalDate until) {}

  /**
   * What renews another one counts from its decision on, because nobody has to see to it any more;
   * what leaves a gap before it, from its own first day.
   *
   * @param others which hold beside it
   */
  public static LocalDate countsFrom(LocalDate decided, LocalDate from, List<Held> others) {
    LocalDate eve = from.minusDays(1);
    boolean renews =
        others.stream()
            .anyMatch(
                one ->
                    !one.from().isAfter(decided)
                        && (one.until() == null || !one.until().isBefore(eve)));
    return renews && decided.isBefore(from) ? decided : from;
  }
}
