package org.opora.registry.shared.application;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.duties.spi.RuleSet;

/** Working days by the holidays of the installed law packs; without one, Monday to Friday. */
public record WorkingDays(LawPacks installed) {
  /**
   * The day that is so many working days after this one; with none, the day itself, also a free
   * one.
   */
  public LocalDate after(LocalDate from, int workingDays) {
    LocalDate day = from;
    for (int left = workingDays; left > 0; left--) {
      day = working(day.plusDays(1));
    }
    return day;
  }

  private LocalDate working(LocalDate from) {
    LocalDate day = from;
    while (!works(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private boolean works(LocalDate day) {
    List<RuleSet> known = installed.sets();
    return known.isEmpty()
        ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
        : known.stream().allMatch(set -> set.workingDay(day));
  }
}
