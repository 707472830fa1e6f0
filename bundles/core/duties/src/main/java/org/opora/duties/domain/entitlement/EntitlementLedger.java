package org.opora.duties.domain.entitlement;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opora.duties.domain.Stretch;

/**
 * One calendar year of a ledger, as far as it is known.
 *
 * @param last the last day of the year, or the day asked for
 */
record EntitlementLedger(EntitlementUnit unit, EntitlementFacts facts, Year year, LocalDate last) {
  LocalDate first() {
    return year.atDay(1);
  }

  /** The first day of the year, up to now, on which there was a right. */
  Optional<LocalDate> entitledFrom() {
    return facts.entitled().stream()
        .filter(days -> days.meet(first(), last))
        .map(days -> later(days.from(), first()))
        .min(LocalDate::compareTo);
  }

  boolean entitledOn(LocalDate day) {
    return facts.entitled().stream().anyMatch(days -> days.has(day));
  }

  /** Months of the whole year with a day of right. */
  int months() {
    int months = 0;
    for (int month = 1; month <= Stretch.CALENDAR_YEAR.months(); month++) {
      LocalDate begin = year.atMonth(month).atDay(1);
      LocalDate end = year.atMonth(month).atEndOfMonth();
      months += facts.entitled().stream().anyMatch(days -> days.meet(begin, end)) ? 1 : 0;
    }
    return months;
  }

  /** Whether something may have been used of which nobody knows. */
  boolean silent() {
    LocalDate since = since();
    return facts.entitled().stream()
        .filter(days -> days.meet(since, last))
        .anyMatch(
            days ->
                facts.silence().between(later(days.from(), since), earlier(days.until(), last)));
  }

  EntitlementUse use() {
    int before = balance().map(EntitlementBalance::used).orElse(0);
    SortedMap<LocalDate, Integer> justified = days(EntitlementEntry::justified, this::entitledOn);
    return new EntitlementUse(
        before,
        days(entry -> true, this::entitledOn),
        EntitlementUse.sum(justified),
        days(entry -> true, day -> !entitledOn(day)));
  }

  /** The latest word of a person that is known by then: it stands for all before it. */
  private Optional<EntitlementBalance> balance() {
    return Stream.concat(
            Stream.ofNullable(facts.opening()), split().flatMap(EntitlementSplit::balance).stream())
        .filter(balance -> Year.from(balance.on()).equals(year) && !balance.on().isAfter(last))
        .reduce((one, other) -> other.on().isBefore(one.on()) ? one : other);
  }

  private Optional<EntitlementSplit> split() {
    return Optional.ofNullable(facts.split()).filter(split -> !split.from().isAfter(last));
  }

  private LocalDate since() {
    return balance().map(EntitlementBalance::on).orElse(first());
  }

  private SortedMap<LocalDate, Integer> days(
      Predicate<EntitlementEntry> which, Predicate<LocalDate> when) {
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    LocalDate shared = split().map(split -> split.from().minusDays(1)).orElse(last);
    add(facts.own().stream().filter(which).toList(), last, when, days);
    add(facts.joint().stream().filter(which).toList(), earlier(shared, last), when, days);
    return days;
  }

  private void add(
      List<EntitlementEntry> entries,
      LocalDate until,
      Predicate<LocalDate> when,
      SortedMap<LocalDate, Integer> days) {
    for (EntitlementEntry entry : entries) {
      LocalDate end = earlier(entry.days().until(), until);
      LocalDate day = later(entry.days().from(), since());
      for (; !day.isAfter(end); day = day.plusDays(1)) {
        if (when.test(day)) {
          days.merge(day, unit.of(entry), unit::together);
        }
      }
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  private static LocalDate earlier(LocalDate oneOrNull, LocalDate other) {
    return oneOrNull == null || oneOrNull.isAfter(other) ? other : oneOrNull;
  }
}
