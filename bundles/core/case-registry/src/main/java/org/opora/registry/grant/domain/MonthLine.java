package org.opora.registry.grant.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.opora.api.duties.Trust;

/**
 * What belongs to an agreement for one month, and why.
 *
 * @param reason why nothing belongs to it, or what does
 * @param basic a twelfth of the amount, in haléře; 0 when nothing belongs to it
 * @param supplement a twelfth of the supplement, in haléře; 0 without one
 * @param children most children at once on a day of the month
 * @param paragraph where the amount stands; null when the law knows none
 * @param trust how far it is confirmed, where it rests on a part of the month the weaker mark of
 *     both figures; null when the law knows none
 */
public record MonthLine(
    YearMonth month,
    Reason reason,
    long basic,
    long supplement,
    int children,
    String paragraph,
    Trust trust) {
  /** Why a month counts or does not. */
  public enum Reason {
    /** The agreement was in force all the month. */
    WHOLE,
    /** It was in force for a part of it, and such a month counts. */
    BEGUN,
    /** It was in force for a part of it, and such a month does not count. */
    PART_ONLY,
    /** An earlier agreement of the family was in force in it, and it counts there. */
    COUNTED_BEFORE,
    NOT_IN_FORCE,
    /** No law says what belongs to it. */
    NO_LAW
  }

  /** In haléře. */
  public long sum() {
    return basic + supplement;
  }

  public BigDecimal basicCrowns() {
    return Money.crowns(basic);
  }

  public BigDecimal supplementCrowns() {
    return Money.crowns(supplement);
  }

  public BigDecimal sumCrowns() {
    return Money.crowns(sum());
  }

  public boolean counts() {
    return reason == Reason.WHOLE || reason == Reason.BEGUN;
  }
}
