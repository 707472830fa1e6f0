package org.opora.duties.domain.cycle;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.opora.duties.domain.Figures;

/**
 * The dates of a cycle under the figures of the law through the years.
 *
 * @param asOf a law that came later is not known
 */
record CycleDates(Figures<Period> periods, LocalDate asOf) {
  /** A cycle that begins on the day, or with the law where that came later; empty without a law. */
  Optional<Cycle> from(LocalDate day, CycleAnswer.Counted counted) {
    Optional<Cycle> held = periods.on(day).map(period -> new Cycle(day, period, 0, counted));
    return held.isPresent()
        ? held
        : periods
            .firstAfter(day, asOf)
            .map(law -> new Cycle(law.from(), law.value(), 0, CycleAnswer.Counted.BEGINNING));
  }

  /** The turn after: under its own figure, which is that of the day it starts on. */
  Optional<Cycle> after(Cycle turn) {
    boolean same = periods.on(turn.due()).filter(turn.period()::equals).isPresent();
    return same ? Optional.of(turn.turned()) : from(turn.due(), CycleAnswer.Counted.CYCLE);
  }

  /** The first turn after this one that is due after the day. */
  Optional<Cycle> after(Cycle turn, LocalDate day) {
    Optional<Cycle> next = after(turn);
    while (next.isPresent() && !next.get().due().isAfter(day)) {
      next = after(next.get());
    }
    return next;
  }

  /** How many dates lie before the day, from that of this turn on. */
  int passed(Cycle turn, LocalDate day) {
    int passed = 0;
    Optional<Cycle> next = Optional.of(turn);
    while (next.isPresent() && next.get().due().isBefore(day)) {
      passed++;
      next = after(next.get());
    }
    return passed;
  }
}
