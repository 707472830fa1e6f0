package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RetentionLaw.Kept;
import org.opora.registry.files.domain.Retention;
import org.opora.registry.files.persistence.ArchiveQueries.Ripe;

/**
 * How long closed files are kept: as long as the law pack proposes, longer where the plan of the
 * centre says so. What held on the day of the closing counts. Asked once for many files.
 */
final class KeepingPlan {
  private final List<Kept> classes;
  private final Map<String, NavigableMap<LocalDate, Integer>> centre;

  private KeepingPlan(List<Kept> classes, Map<String, NavigableMap<LocalDate, Integer>> centre) {
    this.classes = classes;
    this.centre = centre;
  }

  static KeepingPlan of(LawBook law) {
    List<Kept> classes = law.retention();
    Map<String, NavigableMap<LocalDate, Integer>> centre = new HashMap<>();
    classes.forEach(one -> centre.put(one.code(), law.plan(one.code())));
    return new KeepingPlan(classes, centre);
  }

  /** The same, if the centre decided so. */
  KeepingPlan with(String code, LocalDate from, int years) {
    Map<String, NavigableMap<LocalDate, Integer>> then = new HashMap<>(centre);
    NavigableMap<LocalDate, Integer> days = new TreeMap<>(says(code));
    days.put(from, years);
    then.put(code, days);
    return new KeepingPlan(classes, then);
  }

  private NavigableMap<LocalDate, Integer> says(String code) {
    return centre.getOrDefault(code, new TreeMap<>());
  }

  /** Years of the centre where they are more than those of the pack; empty where they are not. */
  Optional<Integer> longer(Kept kept, LocalDate day) {
    int least = LawBook.Entry.on(kept.years(), day).map(Parameter::value).orElse(0);
    return Optional.ofNullable(says(kept.code()).floorEntry(day))
        .map(Map.Entry::getValue)
        .filter(years -> years > least);
  }

  Optional<Retention> retention(Kept kept, LocalDate closedOn) {
    return LawBook.Entry.on(kept.years(), closedOn)
        .map(
            years ->
                new Retention(
                    longer(kept, closedOn).orElse(years.value()),
                    LawBook.Entry.on(kept.childAge(), closedOn)
                        .map(Parameter::value)
                        .orElse(null)));
  }

  /** For each class and each wording of its years: closed from when until when, born until when. */
  List<Ripe> ripe(int year) {
    List<Ripe> ripe = new ArrayList<>();
    for (Kept kept : classes) {
      for (Parameter<Integer> years : kept.years()) {
        NavigableSet<LocalDate> days = new TreeSet<>(says(kept.code()).navigableKeySet());
        days.add(years.from());
        for (LocalDate day : days.tailSet(years.from(), true)) {
          if (years.holdsOn(day)) {
            LocalDate next = days.higher(day);
            LocalDate last = earlier(years.until(), next == null ? null : next.minusDays(1));
            ripe(kept, day, last, year).ifPresent(ripe::add);
          }
        }
      }
    }
    return ripe;
  }

  private Optional<Ripe> ripe(Kept kept, LocalDate from, LocalDate until, int year) {
    Retention retention = retention(kept, from).orElseThrow();
    LocalDate last = earlier(until, retention.closedUntil(year));
    return last.isBefore(from)
        ? Optional.empty()
        : Optional.of(new Ripe(kept.code(), kept.kinds(), from, last, retention.bornUntil(year)));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
