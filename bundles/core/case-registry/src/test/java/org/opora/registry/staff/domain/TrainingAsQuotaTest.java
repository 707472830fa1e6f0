package org.opora.registry.staff.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Stretch;
import org.opora.duties.domain.quota.Credit;
import org.opora.duties.domain.quota.QuotaFacts;
import org.opora.duties.domain.quota.QuotaGround;
import org.opora.duties.domain.quota.QuotaPeriod;
import org.opora.duties.domain.quota.QuotaShape;
import org.opora.registry.staff.domain.TrainingDuty.Account;
import org.opora.registry.staff.domain.TrainingDuty.Away;
import org.opora.registry.staff.domain.TrainingDuty.Pair;
import org.opora.registry.staff.domain.TrainingDuty.Status;
import org.opora.registry.staff.domain.TrainingDuty.Term;

/**
 * How training of staff is counted, beside a quota of the duties: the year is the same, two years
 * on end are not, and so the staff room counts it alone.
 */
class TrainingAsQuotaTest {
  private static final LocalDate BEGIN = LocalDate.of(2019, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2030, 1, 1);
  private static final int HOURS = 24;

  private static QuotaShape quota(Stretch stretch, int hours) {
    return new QuotaShape(
        stretch,
        new Figures<>(List.of(new Figure<>(hours * 60, LocalDate.of(2000, 1, 1), null))),
        Map.of(),
        false,
        new Figures<>(List.of()),
        true,
        14);
  }

  private static Map<Integer, Integer> owed(List<Days> posts, List<Days> away) {
    Map<Integer, Integer> owed = new TreeMap<>();
    quota(Stretch.CALENDAR_YEAR, HOURS)
        .assess(new QuotaFacts(posts, away, List.of(), null, Silence.NONE, List.of()), LATER)
        .forEach(
            period -> owed.merge(period.from().getYear(), period.minutes().need(), Integer::sum));
    return owed;
  }

  @Test
  void theTwelfthsOfAYearAreTheSame() {
    Random chance = new Random(20261128);
    for (int i = 0; i < 500; i++) {
      List<Days> posts = drawn(chance, 3, 900);
      List<Days> away = drawn(chance, 3, 200);
      List<Term> terms =
          posts.stream().map(days -> new Term(days.from(), days.until(), null)).toList();
      List<Away> absences = away.stream().map(days -> new Away(days.from(), days.until())).toList();
      Map<Integer, Integer> owed = owed(posts, away);
      for (int year = BEGIN.getYear(); year < LATER.getYear(); year++) {
        assertEquals(
            TrainingDuty.owed(HOURS, TrainingDuty.months(year, terms, absences), 1),
            owed.getOrDefault(year, 0),
            year + ": " + posts + ", away " + away);
      }
    }
  }

  /** One after the other, each at least a day after the one before. */
  private static List<Days> drawn(Random chance, int most, int longest) {
    List<Days> all = new ArrayList<>();
    LocalDate from = BEGIN.plusDays(chance.nextInt(900));
    for (int i = chance.nextInt(most + 1); i > 0; i--) {
      LocalDate until = from.plusDays(chance.nextInt(longest));
      all.add(new Days(from, until));
      from = until.plusDays(1 + chance.nextInt(500));
    }
    return all;
  }

  /** 24 hours a year, or 48 in two: by any two on end here, by the first and second there. */
  @Test
  void twoYearsSlideAndPeriodsDoNot() {
    // By pairs that slide the year 2028 is met with the one before; periods part exactly there.
    List<Credit> credits =
        List.of(credit(2026, 12), credit(2027, 36), credit(2028, 12), credit(2029, 12));
    List<QuotaPeriod> periods =
        quota(Stretch.TWO_CALENDAR_YEARS, 48)
            .assess(
                new QuotaFacts(
                    List.of(new Days(LocalDate.of(2026, 1, 1), null)),
                    List.of(),
                    credits,
                    null,
                    Silence.NONE,
                    List.of()),
                LATER);
    assertEquals(
        List.of(QuotaGround.FULFILLED, QuotaGround.MISSED, QuotaGround.OPEN),
        periods.stream().map(QuotaPeriod::ground).toList());
    Account slid =
        new Account(
            12,
            24 * 60,
            12 * 60,
            new Pair(2027, 48 * 60, (36 + 12) * 60),
            new Pair(2028, 48 * 60, (12 + 12) * 60));
    assertEquals(
        Status.FULFILLED_IN_TWO,
        slid.on(2028, LATER),
        "the staff room rightly says that two years together are enough");
  }

  private static Credit credit(int year, int hours) {
    return new Credit(LocalDate.of(year, 6, 1), hours * 60, "");
  }
}
