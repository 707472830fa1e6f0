package org.opora.duties.domain.interval;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.Watch;

/**
 * At least once per period, counted from the last time; without one yet, from the day the duty
 * began here.
 *
 * <p>Dates only: months end where they end (31 December and two months is the last of February),
 * and no date is ever shifted for a weekend or a holiday. The figure of the law that applies is the
 * one that held on the day the period started, as for every counter whose period starts with an
 * event; a change of the law therefore never moves a date that was already running.
 *
 * <p>The clock runs on while a person is away with a reason in the file, and while the evidence is
 * silent: only what is said of it changes.
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
    Watch watch = new Watch(asOf, soon, facts.silence(), facts.excused());
    return known(facts, watch).flatMap(first -> doubted(first, facts.began(), watch));
  }

  /** As if nothing had happened but what is known. */
  private Optional<Assessment> known(IntervalFacts facts, Watch watch) {
    LocalDate here = watch.unknown(facts.last()) ? null : facts.last();
    LocalDate brought = goesAlong ? brought(facts, watch) : null;
    if (brought != null && (here == null || brought.isAfter(here))) {
      return counted(Ground.BROUGHT_ALONG, brought, facts.began(), watch);
    }
    if (here != null) {
      return counted(Ground.LAST, here, facts.began(), watch);
    }
    return counted(Ground.BEGINNING, facts.began(), facts.began(), watch);
  }

  private static LocalDate brought(IntervalFacts facts, Watch watch) {
    LocalDate day = facts.elsewhere();
    return watch.unknown(day) || day.isAfter(facts.began()) ? null : day;
  }

  /**
   * While it is silent nobody can say. After a silence a date that was computed from known facts
   * still stands as long as it lies ahead; once it has passed, what happened unnoticed may have
   * moved it, so that only a full period without anything is a miss.
   */
  private Optional<Assessment> doubted(Assessment first, LocalDate began, Watch watch) {
    if (watch.silent()) {
      return Optional.of(silent(first, began, watch));
    }
    if (!first.due().isBefore(watch.asOf())) {
      return Optional.of(first);
    }
    Optional<LocalDate> heardAgain = watch.heardAgain(first.start());
    return heardAgain.isEmpty()
        ? Optional.of(first)
        : counted(Ground.SINCE_OPORA, heardAgain.get(), began, watch)
            .map(since -> sure(first, since));
  }

  /** The later of both dates is the one that nobody can doubt. */
  private static Assessment sure(Assessment first, Assessment since) {
    if (!since.due().isAfter(first.due())) {
      return first;
    }
    boolean mayBeMet = since.ground() == Ground.SINCE_OPORA && since.standing() == Standing.OK;
    return mayBeMet ? notAssessed(Ground.BEFORE_OPORA, since) : since;
  }

  private Assessment silent(Assessment first, LocalDate began, Watch watch) {
    Optional<LocalDate> end = watch.silence().endsAfter(watch.asOf());
    if (end.isEmpty() || !first.due().isBefore(end.get())) {
      return notAssessed(first.ground(), first);
    }
    return counted(Ground.SINCE_OPORA, end.get(), began, watch)
        .map(since -> notAssessed(Ground.BEFORE_OPORA, since))
        .orElseGet(() -> notAssessed(first.ground(), first));
  }

  private static Assessment notAssessed(Ground ground, Assessment known) {
    return new Assessment(Standing.NOT_ASSESSED, ground, known.start(), null, known.due());
  }

  private Optional<Assessment> counted(
      Ground ground, LocalDate start, LocalDate began, Watch watch) {
    Optional<Period> held = figures.on(start);
    if (held.isPresent()) {
      LocalDate due = later(start.plus(held.get()), began);
      return Optional.of(new Assessment(watch.towards(due), ground, start, due, due));
    }
    // The law came later than the fact: the duty began with the law.
    return figures
        .firstAfter(start, watch.asOf())
        .map(
            figure -> {
              LocalDate due = later(figure.from().plus(figure.value()), began);
              return new Assessment(watch.towards(due), Ground.BEGINNING, figure.from(), due, due);
            });
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }
}
