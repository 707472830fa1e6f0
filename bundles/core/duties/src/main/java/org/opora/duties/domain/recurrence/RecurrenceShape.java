package org.opora.duties.domain.recurrence;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.Watch;

/**
 * At least once per period, and after so many of something else, whichever comes first: counted
 * from the last time, or from the beginning of what it belongs to, and owed as long as that lasts.
 *
 * <p>Dates only: months end where they end, and no date is ever shifted for a weekend or a holiday.
 * The numbers that apply are those of the day from which is counted, so a decision of the centre
 * moves no date that runs. What is counted on the very day of the beginning belongs to it; what is
 * counted on the day on which it was done was done before.
 *
 * <p>After a silence a date that was reckoned from known facts stands as long as it lies ahead;
 * once it has passed, it may have been done unnoticed, so that only a period, or so many times,
 * after the silence is a miss.
 *
 * @param every the period through the years
 * @param times after how many; none where only time counts
 * @param within days after the last of them; none for the day itself
 * @param soon how many days before the due date, that day included, are "soon"
 */
public record RecurrenceShape(
    Figures<Period> every, Figures<Integer> times, Figures<Integer> within, int soon) {
  /**
   * Where it stands.
   *
   * @param facts known on {@code asOf}; what happened later does not count
   * @return empty before it began, after its last day, and while no number holds
   */
  public Optional<Recurrence> assess(RecurrenceFacts facts, LocalDate asOf) {
    if (!facts.lasting().has(asOf)) {
      return Optional.empty();
    }
    Watch watch = new Watch(asOf, soon, facts.silence(), facts.excused());
    return known(facts, watch).map(first -> doubted(first, facts, watch));
  }

  /** As if nothing had happened but what is known. */
  private Optional<Recurrence> known(RecurrenceFacts facts, Watch watch) {
    LocalDate began = facts.lasting().from();
    return facts.done().stream()
        .filter(day -> !watch.unknown(day) && !day.isBefore(began))
        .max(Comparator.naturalOrder())
        .map(last -> counted(last, last.plusDays(1), facts, watch))
        .orElseGet(() -> counted(began, began, facts, watch));
  }

  /**
   * @param start from which the time is counted
   * @param from the first day of what is counted
   */
  private Optional<Recurrence> counted(
      LocalDate start, LocalDate from, RecurrenceFacts facts, Watch watch) {
    List<LocalDate> days =
        facts.counted().stream()
            .filter(day -> !watch.unknown(day) && !day.isBefore(from))
            .sorted()
            .toList();
    return every
        .on(start)
        .map(
            period -> {
              LocalDate byTime = start.plus(period);
              Optional<LocalDate> byCount = byCount(start, days);
              boolean often = byCount.filter(day -> day.isBefore(byTime)).isPresent();
              LocalDate due = often ? byCount.get() : byTime;
              return new Recurrence(watch.towards(due), often, start, due, due, days.size());
            });
  }

  private Optional<LocalDate> byCount(LocalDate start, List<LocalDate> days) {
    return times
        .on(start)
        .filter(many -> days.size() >= many)
        .map(many -> days.get(many - 1).plusDays(within.on(start).orElse(0)));
  }

  private Recurrence doubted(Recurrence first, RecurrenceFacts facts, Watch watch) {
    if (watch.silent()) {
      return notAssessed(first);
    }
    if (!first.due().isBefore(watch.asOf())) {
      return first;
    }
    return watch
        .heardAgain(first.start())
        .flatMap(day -> counted(day, day, facts, watch))
        .filter(since -> since.due().isAfter(first.due()))
        .map(since -> since.standing() == Standing.OK ? notAssessed(since) : since)
        .orElse(first);
  }

  private static Recurrence notAssessed(Recurrence known) {
    return new Recurrence(
        Standing.NOT_ASSESSED, known.often(), known.start(), null, known.due(), known.count());
  }
}
