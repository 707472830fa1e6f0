package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.IntervalRule.Promised;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareFacts;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;

/**
 * How often something is owed under one agreement: as the law says, and where it sets no period, as
 * the agreement promises.
 *
 * @param promise what it promises as of the day; null when it promises nothing
 */
record PeriodOf(IntervalRule rule, RulesOf rules, Parameter<Period> promise) {
  static PeriodOf of(IntervalRule rule, RulesOf rules, CareFacts.InForce agreement, Known known) {
    return new PeriodOf(rule, rules, promise(rule.promised(), agreement, known));
  }

  private static Parameter<Period> promise(
      Promised promised, CareFacts.InForce agreement, Known known) {
    if (promised == null || !promised.dated().holdsOn(known.asOf())) {
      return null;
    }
    About about = About.agreement(agreement.file(), agreement.agreement());
    return known.facts().of(promised.evidence(), about).stream()
        .filter(one -> one.until() == null || !one.until().isBefore(known.asOf()))
        .max(Comparator.comparing(Fact::on))
        .map(one -> promise(promised.dated(), one))
        .orElse(null);
  }

  private static Parameter<Period> promise(Parameter<Boolean> dated, Fact fact) {
    return new Parameter<>(
        Period.ofMonths(fact.quantity().intValueExact()),
        fact.on(),
        fact.until(),
        dated.paragraph(),
        dated.source(),
        dated.trust());
  }

  /** The figure of a day; the law goes before what is promised. */
  Optional<Parameter<Period>> on(LocalDate day) {
    Optional<Parameter<Period>> law = rules.figure(rule.period(), day);
    return law.isPresent() ? law : Optional.ofNullable(promise).filter(one -> one.holdsOn(day));
  }

  boolean isPromise(Parameter<Period> figure) {
    return figure == promise;
  }

  /** Through the years: what is promised, from the day after the law's last period. */
  Figures<Period> figures() {
    List<Figure<Period>> law =
        rules.figures(rule.period(), new Days(LocalDate.MIN, null), Function.identity());
    return new Figures<>(Stream.concat(law.stream(), promised(law).stream()).toList());
  }

  private Optional<Figure<Period>> promised(List<Figure<Period>> law) {
    if (promise == null || law.stream().anyMatch(one -> one.until() == null)) {
      return Optional.empty();
    }
    LocalDate from =
        Stream.concat(Stream.of(promise.from()), law.stream().map(one -> one.until().plusDays(1)))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return promise.until() != null && promise.until().isBefore(from)
        ? Optional.empty()
        : Optional.of(new Figure<>(promise.value(), from, promise.until()));
  }
}
