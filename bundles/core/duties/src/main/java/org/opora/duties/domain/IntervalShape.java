package org.opora.duties.domain;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * At least once per period, counted from the last time; without one yet, from the day the duty
 * began here.
 *
 * <p>Dates only: months end where they end (31 December and two months is the last of February),
 * and no date is ever shifted for a weekend or a holiday. The figure of the law that applies is the
 * one that held on the day the period started, as for every counter whose period starts with an
 * event; a change of the law therefore never moves a date that was already running.
 *
 * <p>A duty cannot have been due before it began here: where the last time lies longer back, in an
 * earlier agreement or in a family before, it is due on the day it began here, not earlier, and not
 * a whole period later.
 *
 * @param figures the period through the years
 * @param soon how many days before the due date, that day included, are "soon"
 * @param goesAlong whether the clock goes with the person to another file
 */
public record IntervalShape(Figures<Period> figures, int soon, boolean goesAlong) {
  /**
   * Where the duty stands.
   *
   * @param facts known on {@code asOf}; what happened later does not count
   * @return empty while no figure of the law is in force
   */
  public Optional<Assessment> assess(IntervalFacts facts, LocalDate asOf) {
    LocalDate here = notAfter(facts.last(), asOf);
    LocalDate brought =
        goesAlong ? notAfter(notAfter(facts.elsewhere(), facts.began()), asOf) : null;
    if (brought != null && (here == null || brought.isAfter(here))) {
      return counted(Ground.BROUGHT_ALONG, brought, facts.began(), asOf);
    }
    if (here != null) {
      return counted(Ground.LAST, here, facts.began(), asOf);
    }
    Optional<Assessment> first = counted(Ground.BEGINNING, facts.began(), facts.began(), asOf);
    return facts.movedIn() == null
        ? first
        : first.flatMap(known -> takenOver(known, facts.movedIn(), asOf));
  }

  /**
   * Nothing is known for sure before the move; from then on everything is, so that a full period
   * after it the silence counts.
   */
  private Optional<Assessment> takenOver(Assessment first, LocalDate movedIn, LocalDate asOf) {
    if (!first.due().isBefore(movedIn)) {
      return Optional.of(first);
    }
    return counted(Ground.SINCE_OPORA, movedIn, movedIn, asOf)
        .map(
            since ->
                since.standing() == Standing.OK
                    ? new Assessment(
                        Standing.NOT_ASSESSED, Ground.BEFORE_OPORA, movedIn, null, since.due())
                    : since);
  }

  private Optional<Assessment> counted(
      Ground ground, LocalDate start, LocalDate began, LocalDate asOf) {
    Optional<Period> held = figures.on(start);
    if (held.isPresent()) {
      LocalDate due = later(start.plus(held.get()), began);
      return Optional.of(new Assessment(standing(due, asOf), ground, start, due, due));
    }
    // The law came later than the fact: the duty began with the law.
    return figures
        .firstAfter(start, asOf)
        .map(
            figure -> {
              LocalDate due = later(figure.from().plus(figure.value()), began);
              return new Assessment(standing(due, asOf), Ground.BEGINNING, figure.from(), due, due);
            });
  }

  private Standing standing(LocalDate due, LocalDate asOf) {
    long left = ChronoUnit.DAYS.between(asOf, due);
    if (left < 0) {
      return Standing.OVERDUE;
    }
    return left <= soon ? Standing.DUE_SOON : Standing.OK;
  }

  private static LocalDate notAfter(LocalDate day, LocalDate bound) {
    return day == null || day.isAfter(bound) ? null : day;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }
}
