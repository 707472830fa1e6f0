package org.opora.duties.domain.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.Watch;

/** Goes through the reports on one agreement from the first on, keeping which turn is due. */
final class CycleWalk {
  private final CycleShape shape;
  private final CycleFacts facts;
  private final Watch watch;
  private final CycleDates dates;
  private final List<CycleAnswer.Drafted> drafted = new ArrayList<>();

  /** The turn that is due; null while the law asks nothing. */
  private Cycle turn;

  /** The last day of which it is known what happened: the last report, or where it all began. */
  private LocalDate known;

  private int missed;

  /** The first final report; null while there is none. */
  private LocalDate finalReport;

  CycleWalk(CycleShape shape, CycleFacts facts, LocalDate asOf) {
    this.shape = shape;
    this.facts = facts;
    this.watch = new Watch(asOf, shape.soon(), facts.silence(), facts.excused());
    this.dates = new CycleDates(shape.periods(), asOf);
    begin(dates.from(facts.first(), CycleAnswer.Counted.BEGINNING), facts.first());
  }

  Optional<CycleAnswer> answer() {
    facts.ofTheCycle(watch.asOf()).forEach(this::take);
    Optional<DueOnce> atTheEnd = atTheEnd();
    return next(atTheEnd)
        .map(next -> new CycleAnswer(next, drafted, missed, atTheEnd.orElse(null)));
  }

  private void take(CycleFacts.Report report) {
    LocalDate day = report.drafted();
    Optional<Cycle> sure = asked(day) ? certain(day) : Optional.empty();
    DueOnce answered = isFinal(report) ? ended(day, sure) : answered(day, sure);
    drafted.add(
        new CycleAnswer.Drafted(day, report.kind(), answered, shape.deliveries(report, watch)));
    advance(day, sure);
  }

  private boolean isFinal(CycleFacts.Report report) {
    return report.kind() == CycleFacts.Kind.FINAL && facts.last() != null;
  }

  /** Dates of the cycle that passed before the final report stay without one. */
  private DueOnce ended(LocalDate day, Optional<Cycle> sure) {
    sure.ifPresent(passed -> miss(passed, day));
    if (finalReport == null) {
      finalReport = day;
    }
    return finalDue()
        .map(due -> DueOnce.assess(facts.first(), due, day, watch))
        .orElseGet(() -> DueOnce.notAsked(day));
  }

  private DueOnce answered(LocalDate day, Optional<Cycle> sure) {
    if (sure.isEmpty()) {
      return asked(day) ? DueOnce.notAssessed(day) : DueOnce.notAsked(day);
    }
    sure.flatMap(dates::after).ifPresent(passed -> miss(passed, day));
    return DueOnce.assess(facts.first(), sure.get().due(), day, watch);
  }

  /** Whether a report of that day can be one for a date of the cycle. */
  private boolean asked(LocalDate day) {
    return turn != null
        && !day.isBefore(known)
        && (!day.isAfter(turn.due()) || facts.goesOnAfter(turn.due()));
  }

  /** The turn that a report of the day is for; empty when one before it may be unknown. */
  private Optional<Cycle> certain(LocalDate day) {
    return day.isAfter(turn.due())
        ? heard(day.minusDays(1)).filter(passed -> day.isAfter(passed.due()))
        : Optional.of(turn);
  }

  /**
   * The turn whose date nobody can doubt, of what was heard up to a day without a report: after a
   * silence in which there may have been one, that of a full period from then on, if it is later.
   * Empty while nobody can say.
   */
  private Optional<Cycle> heard(LocalDate day) {
    Watch then = watch.on(day);
    if (then.silent() && day.isAfter(known)) {
      return Optional.empty();
    }
    Optional<LocalDate> again = then.heardAgain(known);
    return again.isEmpty()
        ? Optional.of(turn)
        : dates
            .from(again.get(), CycleAnswer.Counted.SILENCE)
            .map(since -> since.due().isAfter(turn.due()) ? since : turn);
  }

  private void miss(Cycle from, LocalDate day) {
    missed += dates.passed(from, facts.endedBefore(day) ? facts.last() : day);
  }

  private void advance(LocalDate day, Optional<Cycle> sure) {
    Optional<Cycle> fresh = dates.from(day, CycleAnswer.Counted.LAST_REPORT);
    Optional<Cycle> kept =
        sure.filter(passed -> shape.next() == NextReport.STRICTER)
            .flatMap(passed -> dates.after(passed, day));
    if (kept.isPresent() && fresh.filter(other -> other.isBefore(kept.get())).isEmpty()) {
      turn = kept.get();
      known = day;
    } else {
      begin(fresh, day);
    }
  }

  /** What happened before the law began is nothing that has to be known. */
  private void begin(Optional<Cycle> cycle, LocalDate day) {
    turn = cycle.orElse(null);
    known = cycle.map(Cycle::start).orElse(day);
  }

  /** By when the final report has to be there; empty where none is asked for. */
  private Optional<LocalDate> finalDue() {
    return shape.atTheEnd().on(facts.last()).map(facts.last()::plusDays);
  }

  private Optional<DueOnce> atTheEnd() {
    return facts.last() == null
        ? Optional.empty()
        : finalDue().map(due -> DueOnce.assess(known.plusDays(1), due, finalReport, watch));
  }

  private Optional<CycleAnswer.Next> next(Optional<DueOnce> atTheEnd) {
    if (turn == null || !facts.goesOnAfter(turn.due())) {
      return end(atTheEnd);
    }
    Optional<Cycle> sure =
        watch.asOf().isAfter(turn.due()) ? heard(watch.asOf()) : Optional.of(turn);
    if (facts.endedBefore(watch.asOf())) {
      sure.ifPresent(passed -> miss(passed, watch.asOf()));
      return end(atTheEnd);
    }
    if (watch.silent() || sure.isEmpty()) {
      return Optional.of(notAssessed());
    }
    sure.flatMap(dates::after).ifPresent(passed -> miss(passed, watch.asOf()));
    return facts.goesOnAfter(sure.get().due()) ? Optional.of(due(sure.get())) : end(atTheEnd);
  }

  private CycleAnswer.Next due(Cycle sure) {
    Standing standing = watch.towards(sure.due());
    boolean mayBeMet = sure.counted() == CycleAnswer.Counted.SILENCE && standing == Standing.OK;
    return mayBeMet
        ? notAssessed(sure)
        : new CycleAnswer.Next(standing, sure.counted(), sure.start(), sure.due(), sure.due());
  }

  private CycleAnswer.Next notAssessed() {
    return notAssessed(
        facts
            .silence()
            .endsAfter(watch.asOf())
            .filter(turn.due()::isBefore)
            .flatMap(end -> dates.from(end, CycleAnswer.Counted.SILENCE))
            .orElse(turn));
  }

  private static CycleAnswer.Next notAssessed(Cycle cycle) {
    return new CycleAnswer.Next(
        Standing.NOT_ASSESSED, cycle.counted(), cycle.start(), null, cycle.due());
  }

  private Optional<CycleAnswer.Next> end(Optional<DueOnce> atTheEnd) {
    if (facts.last() == null) {
      return Optional.empty();
    }
    return Optional.of(
        atTheEnd.filter(report -> report.done() == null).map(this::open).orElseGet(this::nothing));
  }

  private CycleAnswer.Next open(DueOnce report) {
    LocalDate due = report.standing() == Standing.NOT_ASSESSED ? null : report.due();
    return new CycleAnswer.Next(
        report.standing(), CycleAnswer.Counted.END, facts.last(), due, report.due());
  }

  private CycleAnswer.Next nothing() {
    return new CycleAnswer.Next(
        Standing.NOT_APPLICABLE, CycleAnswer.Counted.END, facts.last(), null, null);
  }
}
