package org.opora.registry.staff.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days on which the key worker of a family is away and nobody stands in, for some days. */
public final class CoverGaps {
  private CoverGaps() {}

  /**
   * Some days on end.
   *
   * @param until last of them; null while no last one is known
   */
  public record Days(LocalDate from, LocalDate until) {
    public boolean has(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    private Optional<Days> within(Days other) {
      LocalDate first = from.isBefore(other.from) ? other.from : from;
      LocalDate last =
          until == null || other.until != null && other.until.isBefore(until) ? other.until : until;
      return last != null && last.isBefore(first)
          ? Optional.empty()
          : Optional.of(new Days(first, last));
    }
  }

  /**
   * Somebody who works with the family on these days.
   *
   * @param away when they are not here; each of them has a last day
   */
  public record Worker(Days days, List<Days> away) {
    public Worker {
      away = List.copyOf(away);
    }

    private boolean here(LocalDate day) {
      return days.has(day) && away.stream().noneMatch(one -> one.has(day));
    }
  }

  /**
   * @param led the key worker
   * @param standIns who looks after the family meanwhile; somebody who is away themselves does not
   * @param wanted which days are asked about
   * @return the earliest first
   */
  public static List<Days> of(Worker led, List<Worker> standIns, Days wanted) {
    return led.days().within(wanted).stream()
        .flatMap(days -> led.away().stream().flatMap(away -> away.within(days).stream()))
        .sorted((one, other) -> one.from().compareTo(other.from()))
        .flatMap(away -> alone(away, standIns))
        .toList();
  }

  private static Stream<Days> alone(Days away, List<Worker> standIns) {
    List<Days> gaps = new ArrayList<>();
    LocalDate begun = null;
    for (LocalDate day = away.from(); !day.isAfter(away.until()); day = day.plusDays(1)) {
      LocalDate today = day;
      boolean alone = standIns.stream().noneMatch(one -> one.here(today));
      if (alone && begun == null) {
        begun = day;
      } else if (!alone && begun != null) {
        gaps.add(new Days(begun, day.minusDays(1)));
        begun = null;
      }
    }
    if (begun != null) {
      gaps.add(new Days(begun, away.until()));
    }
    return gaps.stream();
  }
}
