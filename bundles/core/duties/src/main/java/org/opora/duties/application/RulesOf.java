package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opora.api.duties.spi.FormerRules;
import org.opora.api.duties.spi.Parameter;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;

/**
 * The figures that hold for one agreement: those of the day, or as long as it keeps the rules of
 * before, those of their last day.
 *
 * @param optedIn the first day on which its parties chose the rules of now; null when they did not
 */
record RulesOf(FormerRules former, LocalDate concludedOn, LocalDate optedIn) {
  /** By what the agreement is under the rules of before on the day; empty when it is not. */
  Optional<Parameter<LocalDate>> kept(LocalDate day) {
    return former.kept(concludedOn, optedIn, day);
  }

  /** Of dated figures the one that holds for the agreement on the day. */
  <T> Optional<Parameter<T>> figure(List<Parameter<T>> dated, LocalDate day) {
    LocalDate asked = kept(day).map(Parameter::value).orElse(day);
    return dated.stream().filter(one -> one.holdsOn(asked)).findFirst();
  }

  /** The same on these days, from each on which something may change to the day before the next. */
  <T, V> List<Figure<V>> figures(List<Parameter<T>> dated, Days days, Function<T, V> value) {
    List<LocalDate> turns = List.copyOf(turns(dated, days));
    List<Figure<V>> figures = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      LocalDate from = turns.get(i);
      LocalDate until = i + 1 < turns.size() ? turns.get(i + 1).minusDays(1) : days.until();
      figure(dated, from)
          .ifPresent(one -> figures.add(new Figure<>(value.apply(one.value()), from, until)));
    }
    return figures;
  }

  private SortedSet<LocalDate> turns(List<? extends Parameter<?>> dated, Days days) {
    SortedSet<LocalDate> turns = new TreeSet<>();
    turns.add(days.from());
    Stream.of(
            dated.stream().flatMap(RulesOf::turns),
            former.lastDays().stream().flatMap(RulesOf::turns),
            Stream.of(optedIn == null ? days.from() : optedIn))
        .flatMap(all -> all)
        .filter(days::has)
        .forEach(turns::add);
    return turns;
  }

  private static Stream<LocalDate> turns(Parameter<?> figure) {
    return Stream.of(figure.from(), figure.until() == null ? null : figure.until().plusDays(1))
        .filter(Objects::nonNull);
  }
}
