package org.opora.calendar.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.opora.api.calendar.Rhythm;
import org.opora.testkit.SeedOfRun;

/** The days of a series against somebody who leafs through the calendar day by day. */
@AddLifecycleHook(SeedOfRun.class)
class RhythmProperties {
  private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

  @Property
  void agreesWithWhoeverLeafsThroughTheCalendar(@ForAll Random chance) {
    LocalDate first = BEGIN.plusDays(chance.nextInt(1500));
    Rhythm.Step step = Rhythm.Step.values()[chance.nextInt(3)];
    int every = 1 + chance.nextInt(5);
    LocalDate until = chance.nextInt(3) == 0 ? null : first.plusDays(chance.nextInt(900));
    Integer times = until == null || chance.nextBoolean() ? 1 + chance.nextInt(Rhythm.MOST) : null;
    int closed = chance.nextInt(10);
    Rhythm rhythm = new Rhythm(step, every, until, times);
    assertEquals(
        leafed(rhythm, first, closed),
        rhythm.days(first, day -> day.getDayOfMonth() % 10 != closed));
  }

  private static List<LocalDate> leafed(Rhythm rhythm, LocalDate first, int closed) {
    List<LocalDate> days = new ArrayList<>();
    int most = rhythm.times() == null ? Rhythm.MOST : rhythm.times();
    // Sixty times in every fifth month, and some left out, are over in forty years.
    for (LocalDate day = first; day.isBefore(first.plusYears(40)); day = day.plusDays(1)) {
      boolean over = rhythm.until() != null && day.isAfter(rhythm.until());
      if (over || days.size() == most) {
        break;
      }
      if (hits(rhythm, first, day) && day.getDayOfMonth() % 10 != closed) {
        days.add(day);
      }
    }
    return days;
  }

  private static boolean hits(Rhythm rhythm, LocalDate first, LocalDate day) {
    if (day.getDayOfWeek() != first.getDayOfWeek()) {
      return false;
    }
    if (rhythm.step() == Rhythm.Step.WEEKS) {
      return (day.toEpochDay() - first.toEpochDay()) / 7 % rhythm.every() == 0;
    }
    int months =
        (day.getYear() - first.getYear()) * 12 + day.getMonthValue() - first.getMonthValue();
    boolean last = day.plusDays(7).getMonthValue() != day.getMonthValue();
    boolean fifth = first.getDayOfMonth() > 28;
    boolean place =
        rhythm.step() == Rhythm.Step.MONTHS_LAST || fifth
            ? last
            : (day.getDayOfMonth() - 1) / 7 == (first.getDayOfMonth() - 1) / 7;
    return months % rhythm.every() == 0 && place;
  }
}
