package org.opora.api.duties.spi;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.opora.api.duties.Trust;
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.text.Text;

/**
 * What the law asks when an agreement on care is concluded and when it ends. Every list of
 * parameters is dated, in any order, not overlapping; where none holds on the day in question the
 * law pack knows no rule, and nothing is computed and nothing refused.
 *
 * @param title name of the rule
 * @param consent whether the authority must have consented before the signature; by the day of
 *     signature
 * @param single whether a person may be in one agreement only; by the days on which both would be
 *     in force
 * @param apart months that spouses must have lived apart before the authority may decide that they
 *     have an agreement each; until then, and by any way but death, a carer does not leave an
 *     agreement that lasts. By the last day as a carer
 * @param concludeWithin days, counted from the legal force of the decision; by that day
 * @param notice when an agreement ends after notice; by the day of delivery
 * @param agreedEndBound whether an end agreed by both parties falls on the same days as after
 *     notice. Sources disagree: the centre may end on another day with a reason; by the day of the
 *     arrangement
 * @param formerRules last day of conclusion of agreements that keep the rules of before, unless the
 *     parties chose otherwise; by the day of delivery or of the arrangement. Their last day is
 *     typed
 * @param centreGrounds grounds for notice by the centre
 * @param lawGrounds what ends an agreement at once, by itself
 * @param followUps what follows from an end
 * @param reasons keys of the sentences
 */
public record AgreementRule(
    String id,
    Text title,
    List<Parameter<Boolean>> consent,
    List<Parameter<Boolean>> single,
    List<Parameter<Integer>> apart,
    List<Parameter<Integer>> concludeWithin,
    List<Parameter<Terms>> notice,
    List<Parameter<Boolean>> agreedEndBound,
    List<Parameter<LocalDate>> formerRules,
    List<Ground> centreGrounds,
    List<Ground> lawGrounds,
    List<FollowUp> followUps,
    Reasons reasons)
    implements Rule {
  public AgreementRule {
    consent = List.copyOf(consent);
    single = List.copyOf(single);
    apart = List.copyOf(apart);
    concludeWithin = List.copyOf(concludeWithin);
    notice = List.copyOf(notice);
    agreedEndBound = List.copyOf(agreedEndBound);
    formerRules = List.copyOf(formerRules);
    centreGrounds = List.copyOf(centreGrounds);
    lawGrounds = List.copyOf(lawGrounds);
    followUps = List.copyOf(followUps);
  }

  /**
   * An agreement ends on the next of these days that is at least so many days away.
   *
   * @param lastDays days of the year, at least one
   * @param daysBefore whole days between delivery and last day, never negative
   */
  public record Terms(List<MonthDay> lastDays, int daysBefore) {
    public Terms {
      lastDays = lastDays.stream().sorted().toList();
      if (lastDays.isEmpty() || daysBefore < 0) {
        throw new IllegalArgumentException("An agreement ends on some day, never before notice");
      }
    }
  }

  /**
   * Why an agreement may or does end.
   *
   * @param code short and stable, kept with the agreement
   * @param kinds kinds of care to which it belongs; empty for all
   */
  public record Ground(String code, Text text, Set<CareKind> kinds, String paragraph, Trust trust) {
    public Ground {
      kinds = Set.copyOf(kinds);
    }

    public boolean belongsTo(CareKind kind) {
      return kinds.isEmpty() || kinds.contains(kind);
    }
  }

  /**
   * What somebody has to do because the agreement ends. Its text is given the arguments 0 = last
   * day of the agreement, 1 = the day by which, or the last day where there is no figure, 2 = days,
   * 3 = paragraph.
   *
   * @param code short and stable
   * @param origin origin of the text
   * @param key key of the text
   * @param ways ways of ending from which it follows
   * @param fromNotice whether it is to be done when the notice is given, not when the agreement has
   *     ended
   * @param days by when, counted from the last day or, where the text says so, from something else;
   *     dated by the last day; empty for "without delay"
   */
  public record FollowUp(
      String code,
      String origin,
      String key,
      Set<EndingWay> ways,
      boolean fromNotice,
      String paragraph,
      List<Parameter<Integer>> days) {
    public FollowUp {
      ways = Set.copyOf(ways);
      days = List.copyOf(days);
    }
  }

  /**
   * Sentences, in the texts of {@code origin}.
   *
   * <p>Those about notice are given 0 = day of delivery or of the arrangement, 1 = the nearest of
   * the last days, 2 = days between the two, 3 = days that must lie between, 4 = last day of the
   * agreement, 5 = paragraph; the refusals besides 6 = the day that was typed.
   *
   * @param inTime notice came early enough for the nearest day
   * @param late it came too late for the nearest day
   * @param notThatDay refusal of another last day after notice
   * @param agreed an agreed end on one of the days
   * @param agreedOtherwise an agreed end on another day needs a reason
   * @param agreedFree an agreed end on any day (0 = arrangement, 4 = last day, 5 = paragraph)
   * @param byLaw the end by itself (0 = last day, 1 = paragraph)
   * @param formerRules hint that an agreement keeps the rules of before (0 = last day of conclusion
   *     of such agreements, 1 = paragraph)
   * @param consentMissing refusal of a signature without consent (0 = paragraph)
   * @param signedBeforeConsent refusal (0 = day of signature, 1 = day of consent, 2 = paragraph)
   * @param changeWithoutConsent refusal of a substantial change without consent (0 = paragraph)
   * @param secondAgreement refusal (0 = paragraph)
   * @param notYetApart refusal of a separation for which it is too early (0 = living apart since, 1
   *     = first day on which the authority may decide, 2 = months, 3 = paragraph)
   * @param noDecision refusal of a separation without a decision (0 = paragraph)
   * @param stays refusal of any other way of leaving an agreement that lasts (0 = paragraph)
   * @param concludeBy 0 = day by which, 1 = days, 2 = day of legal force, 3 = paragraph
   */
  public record Reasons(
      String origin,
      String inTime,
      String late,
      String notThatDay,
      String agreed,
      String agreedOtherwise,
      String agreedFree,
      String byLaw,
      String formerRules,
      String consentMissing,
      String signedBeforeConsent,
      String changeWithoutConsent,
      String secondAgreement,
      String notYetApart,
      String noDecision,
      String stays,
      String concludeBy) {}
}
