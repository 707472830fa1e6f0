package org.opora.api.duties.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareKind;
import org.opora.api.text.Text;

/**
 * So many hours per period, for each carer of an agreement as a person. What somebody did counts
 * wherever it was written down. An opening balance among the facts says how the account stood: its
 * quantity was counted before its day, that with the form {@link #CARRIED} was brought into the
 * period then running.
 *
 * @param title name of the duty
 * @param evidence kind of the evidence that counts; its quantity is in minutes or hours
 * @param spell how long a period is
 * @param asked how much; the first that fits the agreement counts, by the figure of the first day
 *     of the period
 * @param formerRules which agreements keep the figures of before; by the first day of the period
 * @param caps how many hours of a form count at most in a period, by the code of the form
 * @param carries whether a surplus counts into the period that follows; by the first day of the
 *     period in which it arose
 * @param reasons keys of the sentences
 */
public record QuotaRule(
    String id,
    Text title,
    String evidence,
    Spell spell,
    List<Asked> asked,
    FormerRules formerRules,
    Map<String, List<Parameter<Integer>>> caps,
    List<Parameter<Boolean>> carries,
    Reasons reasons)
    implements Rule {
  /** Form of an opening balance that says what was brought into the period. */
  public static final String CARRIED = "carried";

  /** Id of the reading: whether periods and hours go on under the next agreement. */
  public static final String TRAVELS = "hours-travel";

  public QuotaRule {
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(spell);
    asked = List.copyOf(asked);
    Objects.requireNonNull(formerRules);
    caps = new TreeMap<>(caps);
    carries = List.copyOf(carries);
  }

  /** What is asked under such an agreement; empty where the law asks nothing. */
  public Optional<Asked> of(CareKind kind, boolean mediated) {
    return asked.stream().filter(one -> one.of(kind, mediated)).findFirst();
  }

  /** Id under which a pack shows how much is asked. */
  public String figure(Asked asked) {
    return id + "." + asked.code();
  }

  /** Id under which a pack shows whether a surplus counts. */
  public String carryFigure() {
    return id + ".carry";
  }

  /** Id under which a pack shows how many hours of a form count. */
  public String capFigure(String form) {
    return id + ".cap." + form;
  }

  /** Whether the fact says what was brought in, and not what was done. */
  public static boolean carried(Fact fact) {
    return fact.openingBalance() && CARRIED.equals(fact.form());
  }

  /** How long a period is. */
  public enum Spell {
    /** From the day the agreement was concluded. */
    TWELVE_MONTHS,
    CALENDAR_YEAR,
    TWO_CALENDAR_YEARS
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}; each is given the arguments 0 = first
   * day of the period, 1 = last day, 2 = hours needed, 3 = hours that count, with those brought in,
   * 4 = hours missing, 5 = hours brought in, 6 = hours for the next period, 7 = hours over a cap, 8
   * = days left or overdue (never negative), 9 = paragraph.
   *
   * @param fulfilled all hours are there
   * @param open the period runs, and there is time
   * @param ending it ends soon
   * @param missed it ended
   * @param excused hours are missing, and the reason that was accepted holds on the last day: it
   *     excuses all of them, whether the period has ended or ends soon
   * @param unknown not assessed: nothing is known of a part of it
   */
  public record Reasons(
      String origin,
      String fulfilled,
      String open,
      String ending,
      String missed,
      String excused,
      String unknown) {}
}
