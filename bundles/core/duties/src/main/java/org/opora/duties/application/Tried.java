package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Asked;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.EntitlementRule;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.Term;

/**
 * One figure of the law as it is tried out: from a day on another number, until then as it is.
 *
 * @param figure id under which a pack shows it
 * @param number days, months, hours or years, as the figure is counted; 1 and 0 for yes and no
 */
record Tried(String figure, int number, LocalDate from) {

  /** The unit a figure is counted in; empty for one that is no number. */
  static Optional<String> unit(Object value) {
    if (value instanceof Period period) {
      return Optional.of(period.toTotalMonths() > 0 ? "months" : "days");
    }
    if (value instanceof Term term) {
      return switch (term.kind()) {
        case DAYS -> Optional.of("days");
        case MONTHS -> Optional.of("months");
        case DAY_OF_NEXT_MONTH -> Optional.of("day-of-month");
        case DAY_OF_NEXT_YEAR, STATED -> Optional.empty();
      };
    }
    if (value instanceof Boolean) {
      return Optional.of("yes-no");
    }
    return value instanceof Integer ? Optional.of("number") : Optional.empty();
  }

  /** A figure as it would be typed; empty for one that is no number. */
  static Optional<Integer> number(Object value) {
    if (unit(value).isEmpty()) {
      return Optional.empty();
    }
    if (value instanceof Period period) {
      int months = Math.toIntExact(period.toTotalMonths());
      return Optional.of(months > 0 ? months : period.getDays());
    }
    if (value instanceof Term term) {
      return Optional.of(term.number());
    }
    return Optional.of(value instanceof Boolean yes ? (yes ? 1 : 0) : (Integer) value);
  }

  /** Whether the engine counts by this figure, so that trying it out tells something. */
  static boolean counts(Rule rule, String figure) {
    return !new Tried(figure, 1, LocalDate.MIN).in(rule).equals(rule);
  }

  Rule in(Rule rule) {
    if (rule instanceof IntervalRule one) {
      return interval(one);
    }
    if (rule instanceof CycleRule one) {
      return cycle(one);
    }
    if (rule instanceof QuotaRule one) {
      return quota(one);
    }
    if (rule instanceof EntitlementRule one) {
      return entitlement(one);
    }
    if (rule instanceof ExpiryRule one) {
      return expiry(one);
    }
    return rule instanceof DeadlineRule one ? deadline(one) : rule;
  }

  private ExpiryRule expiry(ExpiryRule rule) {
    return new ExpiryRule(
        rule.id(),
        rule.title(),
        rule.paper(),
        rule.about(),
        rule.renewed(),
        rule.validity(),
        put(rule.neededFigure(), rule.needed(), Boolean.class),
        rule.reasons());
  }

  private IntervalRule interval(IntervalRule rule) {
    return new IntervalRule(
        rule.id(),
        rule.title(),
        rule.evidence(),
        rule.children(),
        rule.carers(),
        rule.childrenTrust(),
        put(rule.periodFigure(), rule.period(), Period.class),
        rule.formerRules(),
        rule.promised(),
        rule.reasons());
  }

  private CycleRule cycle(CycleRule rule) {
    return new CycleRule(
        rule.id(),
        rule.title(),
        rule.drafted(),
        rule.finalForm(),
        rule.addressed(),
        rule.delivered(),
        put(rule.periodFigure(), rule.period(), Period.class),
        put(rule.deliveryFigure(), rule.deliverWithin(), Integer.class),
        put(rule.endFigure(), rule.atTheEnd(), Integer.class),
        rule.reasons());
  }

  private QuotaRule quota(QuotaRule rule) {
    return new QuotaRule(
        rule.id(),
        rule.title(),
        rule.evidence(),
        rule.spell(),
        rule.asked().stream()
            .map(
                asked ->
                    new Asked(
                        asked.code(),
                        asked.kinds(),
                        asked.mediated(),
                        put(rule.figure(asked), asked.hours(), Integer.class)))
            .toList(),
        rule.formerRules(),
        rule.caps(),
        put(rule.carryFigure(), rule.carries(), Boolean.class),
        rule.reasons());
  }

  private EntitlementRule entitlement(EntitlementRule rule) {
    return new EntitlementRule(
        rule.id(),
        rule.title(),
        rule.evidence(),
        rule.children(),
        put(rule.daysFigure(), rule.days(), Integer.class),
        put(rule.ageFigure(), rule.childAge(), Integer.class),
        rule.begunDay(),
        rule.reasoned(),
        rule.shared(),
        rule.justified(),
        rule.reasons());
  }

  private DeadlineRule deadline(DeadlineRule rule) {
    return new DeadlineRule(
        rule.id(),
        rule.title(),
        rule.about(),
        rule.event(),
        rule.done(),
        rule.extended(),
        put(rule.termFigure(), rule.terms(), Term.class),
        put(rule.extensionFigure(), rule.extensions(), Period.class),
        rule.reasons());
  }

  /** What was to hold later is not known while something else is tried out. */
  private <T> List<Parameter<T>> put(String id, List<Parameter<T>> dated, Class<T> type) {
    if (!id.equals(figure) || dated.isEmpty()) {
      return dated;
    }
    List<Parameter<T>> all = new ArrayList<>();
    for (Parameter<T> one : dated) {
      if (one.from().isBefore(from)) {
        all.add(one.holdsOn(from) ? until(one, from.minusDays(1)) : one);
      }
    }
    Parameter<T> like = like(dated);
    all.add(
        new Parameter<>(
            type.cast(of(like.value())),
            from,
            null,
            like.paragraph(),
            like.source(),
            Trust.UNVERIFIED));
    return all;
  }

  /** The figure that holds on the day, or the last one before, or the first of all. */
  private <T> Parameter<T> like(List<Parameter<T>> dated) {
    Comparator<Parameter<T>> age = Comparator.comparing(Parameter::from);
    return dated.stream()
        .filter(one -> !one.from().isAfter(from))
        .max(age)
        .orElseGet(() -> dated.stream().min(age).orElseThrow());
  }

  private static <T> Parameter<T> until(Parameter<T> one, LocalDate last) {
    return new Parameter<>(
        one.value(), one.from(), last, one.paragraph(), one.source(), one.trust());
  }

  private Object of(Object like) {
    if (like instanceof Period period) {
      return period.toTotalMonths() > 0 ? Period.ofMonths(number) : Period.ofDays(number);
    }
    if (like instanceof Term term) {
      return new Term(term.kind(), number, term.day());
    }
    return like instanceof Boolean ? (Object) (number != 0) : (Object) number;
  }
}
