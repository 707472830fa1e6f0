package org.opora.registry.people.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.persistence.StayPeriod;

/**
 * Where a child lived, seen from some of the families: what of its whereabouts may come from
 * another one.
 *
 * @param elsewhere stays in other families
 * @param here stays in these
 * @param day on which it is asked
 */
record Stays(List<StayPeriod> elsewhere, List<StayPeriod> here, LocalDate day) {
  Stays {
    elsewhere = List.copyOf(elsewhere);
    here = List.copyOf(here);
  }

  /** From the families of these files. */
  static Stays from(List<StayPeriod> all, Set<UUID> files, LocalDate day) {
    return new Stays(
        all.stream().filter(stay -> !files.contains(stay.file())).toList(),
        all.stream().filter(stay -> files.contains(stay.file())).toList(),
        day);
  }

  /**
   * From the family to which the child comes, or in which it stays, on that day; a family in which
   * that day is the last one is another one then.
   */
  static Stays at(List<StayPeriod> all, LocalDate day) {
    LocalDate next = day.plusDays(1);
    Set<UUID> files = new HashSet<>(on(all, next));
    if (files.isEmpty()) {
      files.addAll(on(all, day));
    }
    return from(all, files, next);
  }

  private static Set<UUID> on(List<StayPeriod> all, LocalDate day) {
    return all.stream()
        .filter(stay -> stay.period().on(day))
        .map(StayPeriod::file)
        .collect(Collectors.toSet());
  }

  /**
   * Whether what holds since that day may come from a family that the child, under this key, has
   * left: nobody has written down that it is of this one.
   *
   * @param since null when it is not known
   */
  boolean leftBehind(PersonId key, LocalDate since) {
    return elsewhere.stream()
        .filter(stay -> stay.child().equals(key.value()) && stay.period().over(day))
        .anyMatch(
            stay -> since == null ? !spanned(stay) : !later(stay, since) && !ours(stay, since));
  }

  /** Whether some day of the period was spent in another family. */
  boolean meets(Period period) {
    return elsewhere.stream().map(StayPeriod::period).anyMatch(period::meets);
  }

  /** The last day there is the first one here. */
  private static boolean later(StayPeriod stay, LocalDate since) {
    return since.isAfter(stay.until()) || since.equals(stay.until()) && since.isAfter(stay.since());
  }

  /** From before, when the child lived here already and was to come back. */
  private boolean ours(StayPeriod stay, LocalDate since) {
    return since.isBefore(stay.since())
        && here.stream()
            .anyMatch(
                own ->
                    !since.isBefore(own.since())
                        && (own.until() == null || since.isBefore(own.until())));
  }

  /** Whether the child lived here all the time while it was elsewhere, as for a holiday. */
  private boolean spanned(StayPeriod stay) {
    return here.stream()
        .anyMatch(
            own ->
                own.since().isBefore(stay.since())
                    && (own.until() == null || !own.until().isBefore(stay.until())));
  }
}
