package org.opora.api.duties.spi;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opora.api.text.Text;

/**
 * A report on an agreement every so often and at its end, delivered to everybody concerned. All of
 * it is evidence about the agreement: that a report was drafted, that it is to go to somebody, and
 * that it was delivered. The three bear the key of the report as {@code ref}; what is to go to
 * somebody and its delivery are proven by the same record, and the form says what kind of addressee
 * it is. A report that somebody asked for is evidence of another kind and changes nothing here.
 *
 * @param title name of the duty
 * @param drafted kind of the evidence that a report was drafted
 * @param finalForm form of that evidence for the report at the end
 * @param addressed kind of the evidence that a report is to go to somebody
 * @param delivered kind of the evidence that it was delivered
 * @param period its dated values, in any order, not overlapping
 * @param deliverWithin days from the drafting, dated in the same way
 * @param atTheEnd days from the last day of the agreement within which the report at its end has to
 *     be there, dated in the same way, by that day; where none holds none is asked for
 * @param reasons keys of the sentences
 */
public record CycleRule(
    String id,
    Text title,
    String drafted,
    String finalForm,
    String addressed,
    String delivered,
    List<Parameter<Period>> period,
    List<Parameter<Integer>> deliverWithin,
    List<Parameter<Integer>> atTheEnd,
    Reasons reasons)
    implements Rule {
  /** Id of the reading: from what the report after a late one is counted. */
  public static final String NEXT = "next-report";

  public CycleRule {
    Objects.requireNonNull(drafted);
    Objects.requireNonNull(addressed);
    Objects.requireNonNull(delivered);
    period = List.copyOf(period);
    deliverWithin = List.copyOf(deliverWithin);
    atTheEnd = List.copyOf(atTheEnd);
  }

  /** Id under which a pack shows its period. */
  public String periodFigure() {
    return id + ".period";
  }

  /** Id under which a pack shows the time for deliveries. */
  public String deliveryFigure() {
    return id + ".delivery";
  }

  /** Id under which a pack shows the time for the report at the end. */
  public String endFigure() {
    return id + ".at-the-end";
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}. Those about a report are given the
   * arguments 0 = the day it is counted from, 1 = due date, 2 = days left or overdue (never
   * negative), 3 = months of the period, 4 = paragraph; those about the end 0 = last day of the
   * agreement, 1 = due date, 2 = days left or overdue, 3 = days allowed, 4 = paragraph; those about
   * a delivery 0 = day of drafting, 1 = due date, 2 = days left or overdue, 3 = days allowed, 4 =
   * paragraph, 5 = to whom, as one of {@code addressees}.
   *
   * @param running there is time
   * @param dueSoon it falls due soon
   * @param overdue the day has passed
   * @param unknown not assessed: there may have been one while nothing was known
   * @param atTheEnd the report at the end is to come
   * @param endOverdue it should have come
   * @param endUnknown not assessed: it may have come
   * @param delivery it is to be delivered
   * @param deliveryOverdue it should have been
   * @param deliveryUnknown not assessed: it may have been
   * @param addressees keys of the words for kinds of addressees, by the form of the evidence that
   *     it is to go to them
   * @param somebody key of the word for any other addressee
   */
  public record Reasons(
      String origin,
      String running,
      String dueSoon,
      String overdue,
      String unknown,
      String atTheEnd,
      String endOverdue,
      String endUnknown,
      String delivery,
      String deliveryOverdue,
      String deliveryUnknown,
      Map<String, String> addressees,
      String somebody) {
    public Reasons {
      addressees = Map.copyOf(addressees);
    }

    /** The key of the word for an addressee of this kind; null is none. */
    public String addressee(String kind) {
      return kind == null ? somebody : addressees.getOrDefault(kind, somebody);
    }
  }
}
