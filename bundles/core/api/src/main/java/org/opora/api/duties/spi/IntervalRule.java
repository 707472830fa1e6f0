package org.opora.api.duties.spi;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.opora.api.duties.Trust;
import org.opora.api.text.Text;

/**
 * Something must happen at least once per period, counted from the last time; without one yet, from
 * the later of agreement and placement.
 *
 * @param title name of the duty
 * @param evidence kind of the evidence that fulfils it
 * @param children whether it runs for each child placed
 * @param carers whether it runs for each carer
 * @param childrenTrust how far it is confirmed that it runs for each child separately; the weaker
 *     mark counts for a child's line
 * @param period its dated values, in any order, not overlapping
 * @param formerRules which agreements keep the period of before; by the day it is counted from
 * @param promised what an agreement may promise where the law sets no period; null where it
 *     promises nothing of the kind
 * @param reasons keys of the sentences
 */
public record IntervalRule(
    String id,
    Text title,
    String evidence,
    boolean children,
    boolean carers,
    Trust childrenTrust,
    List<Parameter<Period>> period,
    FormerRules formerRules,
    Promised promised,
    Reasons reasons)
    implements Rule {
  public IntervalRule {
    period = List.copyOf(period);
    Objects.requireNonNull(formerRules);
  }

  /** Only the law sets the period. */
  public IntervalRule(
      String id,
      Text title,
      String evidence,
      boolean children,
      boolean carers,
      Trust childrenTrust,
      List<Parameter<Period>> period,
      FormerRules formerRules,
      Reasons reasons) {
    this(id, title, evidence, children, carers, childrenTrust, period, formerRules, null, reasons);
  }

  /**
   * That an agreement promises it by itself.
   *
   * @param evidence kind of the evidence that it does: about the agreement, from its day to its
   *     last, the quantity in months
   * @param dated since when that is kept, where the law lets it be promised
   */
  public record Promised(String evidence, Parameter<Boolean> dated) {}

  /** Id under which a pack shows that what an agreement promises is kept. */
  public String promiseFigure() {
    return id + ".promise";
  }

  /** Id under which a pack shows its period. */
  public String periodFigure() {
    return id + ".period";
  }

  /**
   * Id of the figure by which a pack lets somebody confirm that the rule runs for each child
   * separately.
   */
  public String eachChild() {
    return id + ".each-child";
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}; each is given the arguments 0 = last
   * date, or the anchor when there is none yet, 1 = due date, 2 = days left or overdue (never
   * negative), 3 = months of the period, 4 = paragraph.
   *
   * @param firstDue none yet, counted from the later of agreement and placement
   * @param broughtAlong a child's clock that goes on from the family before; 0 = last date there
   * @param beforeOpora not assessed: it would have been due before the file came from former
   *     records; 0 = the day it came
   * @param sinceOpora none since the file came from former records, and more than a period has
   *     passed; 0 = the day it came
   */
  public record Reasons(
      String origin,
      String fulfilled,
      String dueSoon,
      String overdue,
      String firstDue,
      String broughtAlong,
      String beforeOpora,
      String sinceOpora) {}
}
