package org.opora.duties.domain.cycle;

import java.time.LocalDate;
import java.time.Period;

/**
 * One turn of a cycle. Its dates are counted from where the cycle began and not one from the other:
 * from 31 August every half a year is the last of February and then 31 August again.
 *
 * @param base the day the cycle began, or the turn whose figure of the law was another
 * @param turns how many turns lie between it and this one
 */
record Cycle(LocalDate base, Period period, int turns, CycleAnswer.Counted counted) {
  /** The day whose figure applies to this turn. */
  LocalDate start() {
    return base.plus(period.multipliedBy(turns));
  }

  LocalDate due() {
    return base.plus(period.multipliedBy(turns + 1));
  }

  boolean isBefore(Cycle other) {
    return due().isBefore(other.due());
  }

  Cycle turned() {
    return new Cycle(base, period, turns + 1, CycleAnswer.Counted.CYCLE);
  }
}
