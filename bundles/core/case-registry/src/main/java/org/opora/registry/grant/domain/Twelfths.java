package org.opora.registry.grant.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.grant.spi.GrantLaw;
import org.opora.api.grant.spi.GrantLaw.Amount;

/**
 * What belongs to an agreement month by month: a twelfth of the year's amount for each month that
 * counts (§ 47d). The amount is that of 1 January; how far it is confirmed, the figure of the month
 * itself says. A family gets one twelfth for a month: when one of its agreements follows another
 * within it, the month counts with the earlier one.
 */
public final class Twelfths {
  private static final int MONTHS = 12;
  private final List<Parameter<Amount>> amounts;
  private final List<Parameter<Boolean>> begun;

  public Twelfths(List<Parameter<Amount>> amounts, List<Parameter<Boolean>> begun) {
    this.amounts = List.copyOf(amounts);
    this.begun = List.copyOf(begun);
  }

  /** The twelve months of the year. */
  public List<MonthLine> of(Facts facts, int year) {
    Optional<Parameter<Amount>> amount = GrantLaw.on(amounts, LocalDate.of(year, 1, 1));
    List<MonthLine> lines = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      lines.add(line(facts, YearMonth.of(year, month), amount.orElse(null)));
    }
    return lines;
  }

  public static long sum(List<MonthLine> lines) {
    return lines.stream().mapToLong(MonthLine::sum).sum();
  }

  private MonthLine line(Facts facts, YearMonth month, Parameter<Amount> amount) {
    int children = most(facts, month);
    if (!facts.agreement().touches(month)) {
      return none(month, MonthLine.Reason.NOT_IN_FORCE, children);
    }
    if (amount == null) {
      return none(month, MonthLine.Reason.NO_LAW, children);
    }
    Parameter<Boolean> counts = GrantLaw.on(begun, month.atDay(1)).orElse(null);
    boolean parts = counts != null && counts.value();
    boolean whole = facts.agreement().fills(month);
    if (!whole && !parts) {
      return none(month, MonthLine.Reason.PART_ONLY, children, counts);
    }
    if (parts && facts.earlier().stream().anyMatch(other -> other.touches(month))) {
      return none(month, MonthLine.Reason.COUNTED_BEFORE, children);
    }
    Amount value = amount.value();
    Trust trust = GrantLaw.on(amounts, month.atDay(1)).map(Parameter::trust).orElse(amount.trust());
    boolean supplement = supplemented(facts, month, value, parts);
    boolean onPart =
        !whole || counts != null && supplement != supplemented(facts, month, value, !parts);
    return new MonthLine(
        month,
        whole ? MonthLine.Reason.WHOLE : MonthLine.Reason.BEGUN,
        value.basic(facts.kind()) / MONTHS,
        supplement ? value.supplement() / MONTHS : 0,
        children,
        onPart && !counts.paragraph().equals(amount.paragraph())
            ? amount.paragraph() + ", " + counts.paragraph()
            : amount.paragraph(),
        onPart ? weaker(trust, counts.trust()) : trust);
  }

  /** What rests on two figures is as sure as the less sure one. */
  private static Trust weaker(Trust one, Trust other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static MonthLine none(
      YearMonth month, MonthLine.Reason reason, int children, Parameter<Boolean> counts) {
    return new MonthLine(
        month,
        reason,
        0,
        0,
        children,
        counts == null ? null : counts.paragraph(),
        counts == null ? null : counts.trust());
  }

  private static MonthLine none(YearMonth month, MonthLine.Reason reason, int children) {
    return none(month, reason, children, null);
  }

  /**
   * Whether the supplement belongs to the month; a part of it suffices where a begun one counts.
   */
  private static boolean supplemented(Facts facts, YearMonth month, Amount amount, boolean parts) {
    if (amount.supplement() == 0) {
      return false;
    }
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate on = month.atDay(day);
      boolean holds =
          facts.agreement().on(on)
              && (amount.children() > 0 && children(facts, on) >= amount.children()
                  || Span.count(facts.dependent(), on) > 0);
      if (holds == parts) {
        return parts;
      }
    }
    return !parts;
  }

  private static int most(Facts facts, YearMonth month) {
    int most = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      most = Math.max(most, children(facts, month.atDay(day)));
    }
    return most;
  }

  private static int children(Facts facts, LocalDate day) {
    return (int) facts.children().stream().filter(stays -> Span.count(stays, day) > 0).count();
  }
}
