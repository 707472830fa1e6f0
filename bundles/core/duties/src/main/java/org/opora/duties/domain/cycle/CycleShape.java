package org.opora.duties.domain.cycle;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Watch;

/**
 * A report every so many months while an agreement lasts, one at its end, and each of them
 * delivered to everybody concerned within some days of its drafting.
 *
 * <p>The period that applies is the one that held on the day the turn of the cycle started, the
 * time for deliveries the one of the day of drafting. An early report starts the cycle anew,
 * because the law counts from the report before; what a late one does, the centre decides. Where
 * whole turns went by, the stricter reading goes on with the first date of the cycle after the
 * drafting.
 *
 * @param periods of the cycle, through the years
 * @param deliveries days from the drafting within which it has to be delivered, through the years
 * @param atTheEnd days from the last day of an agreement within which its final report has to be
 *     there, through the years, by that day; where none holds none is asked for
 * @param soon how many days before a due date, that day included, are "soon"
 * @param next what the report after a late one is counted from
 */
public record CycleShape(
    Figures<Period> periods,
    Figures<Integer> deliveries,
    Figures<Integer> atTheEnd,
    int soon,
    NextReport next) {
  public CycleShape {
    if (periods.all().stream().anyMatch(figure -> figure.value().toTotalMonths() < 1)) {
      throw new IllegalArgumentException("A cycle takes a month at least");
    }
  }

  /**
   * Where the reports stand.
   *
   * @param facts known on {@code asOf}; what happened later does not count
   * @return empty before the agreement, and while no figure of the law is in force
   */
  public Optional<CycleAnswer> assess(CycleFacts facts, LocalDate asOf) {
    return facts.first().isAfter(asOf)
        ? Optional.empty()
        : new CycleWalk(this, facts, asOf).answer();
  }

  /** Why a report was late is no reason for its post to be. */
  List<CycleAnswer.Delivery> deliveries(CycleFacts.Report report, Watch watch) {
    LocalDate drafted = report.drafted();
    return deliveries
        .on(drafted)
        .map(drafted::plusDays)
        .map(due -> deliveries(report, due, watch.withoutExcuse()))
        .orElseGet(List::of);
  }

  private static List<CycleAnswer.Delivery> deliveries(
      CycleFacts.Report report, LocalDate due, Watch watch) {
    return report.addressees().stream()
        .map(
            addressee ->
                new CycleAnswer.Delivery(
                    addressee.key(),
                    DueOnce.assess(report.drafted(), due, addressee.delivered(), watch)))
        .toList();
  }
}
