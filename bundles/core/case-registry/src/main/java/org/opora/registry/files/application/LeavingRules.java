package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.spi.AgreementRule.Reasons;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.LeavingWay;
import org.opora.api.text.Text;
import org.opora.registry.files.application.LawBook.Entry;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.shared.application.Refusals;

/**
 * How a carer leaves an agreement that lasts: by decision of the authority after a separation, on
 * the day on which it comes into force, whatever half-year it is; or by death. It goes on with
 * whoever stays; when nobody does, the agreement itself has ended. Where the law pack knows nothing
 * of it, nothing is refused.
 */
final class LeavingRules {
  private static final String DECIDED = "decidedOn";
  private final Optional<Entry> law;

  LeavingRules(Optional<Entry> law) {
    this.law = law;
  }

  /**
   * Whether somebody who stops being a carer on some day is asked how: a death may be told when the
   * agreement has ended since.
   */
  boolean asks(List<Agreement> agreements, LocalDate today) {
    return agreements.stream()
        .filter(one -> !one.neverBegan())
        .anyMatch(one -> apart(one.endedOn() == null ? today : one.endedOn()).isPresent());
  }

  /** Whether an agreement lasts that somebody who stops being a carer that day would leave. */
  boolean bound(List<Agreement> agreements, LocalDate lastDay) {
    return apart(lastDay).isPresent()
        && agreements.stream().anyMatch(one -> one.overlaps(lastDay.plusDays(1), null));
  }

  /**
   * @param others those who are carers beside the one who leaves, or were
   * @return last day as a carer
   * @throws Refused beside the field that is wrong, or with what is missing yet
   */
  LocalDate lastDay(
      Leaving leaving, List<Agreement> agreements, List<FileCarer> others, LocalDate today) {
    LocalDate lastDay = lastDay(leaving, agreements, today);
    LocalDate next = lastDay.plusDays(1);
    if (bound(agreements, lastDay) && others.stream().noneMatch(one -> one.on(next))) {
      String field = leaving.way() == LeavingWay.SEPARATED ? DECIDED : "until";
      throw Refusals.refused(field, "refused.last-carer", lastDay);
    }
    return lastDay;
  }

  private LocalDate lastDay(Leaving leaving, List<Agreement> agreements, LocalDate today) {
    if (leaving.way() == LeavingWay.SEPARATED) {
      return separated(leaving, today);
    }
    LocalDate lastDay = Refusals.day("until", leaving.on());
    if (leaving.way() == LeavingWay.DEATH) {
      return past("until", lastDay, today);
    }
    if (bound(agreements, lastDay)) {
      Parameter<Integer> months = apart(lastDay).orElseThrow();
      throw new Refused("until", text(reasons().stays(), months.paragraph()));
    }
    return lastDay;
  }

  private LocalDate separated(Leaving leaving, LocalDate today) {
    if (leaving.on() != null) {
      Refusals.line("reference", leaving.reference(), Integer.MAX_VALUE);
      LocalDate decided = past(DECIDED, leaving.on(), today);
      if (leaving.apartSince() != null) {
        apart(decided).ifPresent(months -> apartLongEnough(leaving.apartSince(), months, decided));
      }
      return decided.minusDays(1);
    }
    Parameter<Integer> months =
        apart(today).orElseThrow(() -> Refusals.refused(DECIDED, "refused.required"));
    apartLongEnough(Refusals.day("apartSince", leaving.apartSince()), months, today);
    throw new Refused(DECIDED, text(reasons().noDecision(), months.paragraph()));
  }

  /** Whoever decides that day decides about two who live apart long enough. */
  private void apartLongEnough(LocalDate apartSince, Parameter<Integer> months, LocalDate day) {
    LocalDate earliest = apartSince.plusMonths(months.value());
    if (day.isBefore(earliest)) {
      throw new Refused(
          DECIDED,
          text(reasons().notYetApart(), apartSince, earliest, months.value(), months.paragraph()));
    }
  }

  private static LocalDate past(String field, LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw Refusals.refused(field, "refused.future", day);
    }
    return day;
  }

  private Optional<Parameter<Integer>> apart(LocalDate day) {
    return law.flatMap(entry -> Entry.on(entry.rule().apart(), day));
  }

  private Reasons reasons() {
    return law.orElseThrow().rule().reasons();
  }

  private Text text(String key, Object... arguments) {
    return Text.of(reasons().origin(), key, arguments);
  }
}
