package org.opora.api.duties.spi;

import java.util.List;
import java.util.Objects;
import org.opora.api.text.Text;

/**
 * So many days per calendar year that may be used under an agreement; what is left lapses. Any part
 * of a day is a day, and a day counts once. An opening balance among the facts says how many were
 * used before its day.
 *
 * @param title name of the right
 * @param evidence kind of the evidence of its use, about whoever has the right; from a day to a day
 * @param children whether each child has a ledger of its own; otherwise each carer
 * @param days per calendar year, by 1 January or the first day of right in the year
 * @param childAge from which age of a child there is a right, by the same day; none where age does
 *     not matter
 * @param begunDay that any part of a day is a day, dated in the same way
 * @param reasoned that more than the amount needs a written reason, dated in the same way
 * @param shared beginning of the ids under which a pack shows the figures that several ledgers have
 *     in common
 * @param justified form of the facts whose record has a written reason to be over the amount
 * @param reasons keys of the sentences
 */
public record EntitlementRule(
    String id,
    Text title,
    String evidence,
    boolean children,
    List<Parameter<Integer>> days,
    List<Parameter<Integer>> childAge,
    List<Parameter<Boolean>> begunDay,
    List<Parameter<Boolean>> reasoned,
    String shared,
    String justified,
    Reasons reasons)
    implements Rule {
  public EntitlementRule {
    Objects.requireNonNull(evidence);
    days = List.copyOf(days);
    childAge = List.copyOf(childAge);
    begunDay = List.copyOf(begunDay);
    reasoned = List.copyOf(reasoned);
    Objects.requireNonNull(shared);
  }

  /** Id under which a pack shows the amount. */
  public String daysFigure() {
    return id + ".days";
  }

  /** Id under which a pack shows the age. */
  public String ageFigure() {
    return shared + ".age";
  }

  /** Id under which a pack shows how a day is counted. */
  public String begunDayFigure() {
    return shared + ".begun-day";
  }

  /** Id under which a pack shows what more than the amount needs. */
  public String reasonedFigure() {
    return shared + ".over";
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}; each is given the arguments 0 = year, as
   * text, 1 = days of the right, 2 = days used, 3 = days left, 4 = days over, 5 = paragraph.
   *
   * @param open something is left
   * @param usedUp nothing is left
   * @param over more was used, not all of it with a reason
   * @param overJustified more was used, all of it with a reason
   * @param notNow something is left, and on this day nobody may use it
   * @param unknown not assessed: nothing is known of a part of the year
   */
  public record Reasons(
      String origin,
      String open,
      String usedUp,
      String over,
      String overJustified,
      String notNow,
      String unknown) {}
}
