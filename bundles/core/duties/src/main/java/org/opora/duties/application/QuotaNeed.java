package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.opora.api.duties.spi.Asked;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.files.CareFacts.History;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;

/**
 * What the law asks of one person through the years: by the kind of care they gave on the day, and
 * by the former rules as long as their agreement keeps them.
 */
final class QuotaNeed {
  private final QuotaRule rule;
  private final List<Lives.Span> spans;

  QuotaNeed(QuotaRule rule, List<Lives.Span> spans) {
    this.rule = rule;
    this.spans = List.copyOf(spans);
  }

  /** The figure that counts for a period which begins on the day; empty where none does. */
  Optional<Parameter<Integer>> figure(LocalDate day) {
    return spans.stream()
        .filter(span -> span.days().has(day))
        .findFirst()
        .flatMap(span -> figure(span.agreement(), day));
  }

  private Optional<Parameter<Integer>> figure(History agreement, LocalDate day) {
    LocalDate asked = former(agreement, day).orElse(day);
    return rule.of(agreement.kind(), agreement.mediated()).stream()
        .flatMap(one -> one.hours().stream())
        .filter(one -> one.holdsOn(asked))
        .findFirst();
  }

  /**
   * The last day of the rules that the agreement keeps; empty when it is under those of the day.
   */
  private Optional<LocalDate> former(History agreement, LocalDate day) {
    boolean chose = agreement.optedIn() != null && !agreement.optedIn().isAfter(day);
    return chose
        ? Optional.empty()
        : rule.formerRules().stream()
            .filter(one -> one.holdsOn(day))
            .map(Parameter::value)
            .filter(last -> !agreement.concludedOn().isAfter(last))
            .findFirst();
  }

  Figures<Integer> minutes() {
    List<Figure<Integer>> minutes = new ArrayList<>();
    spans.forEach(span -> addTo(minutes, span));
    return new Figures<>(minutes);
  }

  /** From each day on which something may change to the day before the next. */
  private void addTo(List<Figure<Integer>> minutes, Lives.Span span) {
    List<LocalDate> days = List.copyOf(turns(span));
    for (int i = 0; i < days.size(); i++) {
      LocalDate from = days.get(i);
      LocalDate until = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : span.days().until();
      figure(span.agreement(), from)
          .ifPresent(one -> minutes.add(new Figure<>(Minutes.ofHours(one.value()), from, until)));
    }
  }

  private SortedSet<LocalDate> turns(Lives.Span span) {
    SortedSet<LocalDate> days = new TreeSet<>();
    days.add(span.days().from());
    Stream.of(
            rule.asked().stream().map(Asked::hours).flatMap(List::stream).flatMap(QuotaNeed::turns),
            rule.formerRules().stream().flatMap(QuotaNeed::turns),
            Stream.of(span.agreement()).map(History::optedIn).filter(Objects::nonNull))
        .flatMap(turns -> turns)
        .filter(day -> span.days().has(day))
        .forEach(days::add);
    return days;
  }

  private static Stream<LocalDate> turns(Parameter<?> figure) {
    return figure.until() == null
        ? Stream.of(figure.from())
        : Stream.of(figure.from(), figure.until().plusDays(1));
  }
}
