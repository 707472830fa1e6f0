package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opora.api.duties.spi.Asked;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.files.CareFacts.Caring;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;

/**
 * What the law asks of one person through the years: by the kind of care they gave on the day, and
 * by the former rules as long as their agreement keeps them.
 */
final class QuotaNeed {
  private final QuotaRule rule;
  private final List<Lives.Span<Caring>> spans;

  QuotaNeed(QuotaRule rule, List<Lives.Span<Caring>> spans) {
    this.rule = rule;
    this.spans = List.copyOf(spans);
  }

  /** What is asked on the day, and by which figure; empty where nothing is. */
  Optional<Hours> asked(LocalDate day) {
    return on(day)
        .flatMap(
            span ->
                rule.of(span.agreement().kind(), span.agreement().mediated())
                    .flatMap(
                        asked ->
                            rules(span)
                                .figure(asked.hours(), day)
                                .map(hours -> new Hours(asked, hours))));
  }

  /** Whether a surplus of a period with this day counts into the next, and by which figure. */
  Optional<Parameter<Boolean>> carries(LocalDate day) {
    return on(day).flatMap(span -> rules(span).figure(rule.carries(), day));
  }

  /** By what the agreement of the day keeps the rules of before; empty when it does not. */
  Optional<Parameter<LocalDate>> kept(LocalDate day) {
    return on(day).flatMap(span -> rules(span).kept(day));
  }

  private Optional<Lives.Span<Caring>> on(LocalDate day) {
    return spans.stream().filter(span -> span.days().has(day)).findFirst();
  }

  private RulesOf rules(Lives.Span<Caring> span) {
    return new RulesOf(
        rule.formerRules(), span.agreement().concludedOn(), span.agreement().optedIn());
  }

  Figures<Integer> minutes() {
    List<Figure<Integer>> minutes = new ArrayList<>();
    for (Lives.Span<Caring> span : spans) {
      rule.of(span.agreement().kind(), span.agreement().mediated())
          .map(asked -> rules(span).figures(asked.hours(), span.days(), Minutes::ofHours))
          .ifPresent(minutes::addAll);
    }
    return new Figures<>(minutes);
  }

  Figures<Boolean> carrying() {
    List<Figure<Boolean>> carrying = new ArrayList<>();
    for (Lives.Span<Caring> span : spans) {
      carrying.addAll(rules(span).figures(rule.carries(), span.days(), Function.identity()));
    }
    return new Figures<>(carrying);
  }

  /** How much, under which kind of care. */
  record Hours(Asked asked, Parameter<Integer> figure) {}
}
