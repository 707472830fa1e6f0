package org.opora.benchmark.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes families. The same numbers in the same order give the same families; only the days follow
 * today.
 */
final class FamilyMaker {
  private static final long SEED = 20_261_101L;
  static final int HALF_A_YEAR = 183;

  private final LocalDate today;
  private final int days;
  private final Keys keys;

  /**
   * @param withVisits whether the last half year is made up, too
   */
  FamilyMaker(LocalDate today, boolean withVisits) {
    this(today, withVisits ? HALF_A_YEAR : 0);
  }

  /**
   * @param days so many of the last ones are made up, too
   */
  FamilyMaker(LocalDate today, int days) {
    this.today = today;
    this.days = days;
    this.keys = new Keys(SEED);
  }

  Family make(int number) {
    SplittableRandom random = new SplittableRandom(SEED + number * 7919L);
    Names names = new Names(random);
    String name = names.family();
    LocalDate since = today.minusDays(Math.max(HALF_A_YEAR, days) + 30 + random.nextInt(spread()));
    List<Family.Member> carers = new ArrayList<>();
    if (random.nextInt(10) < 7) {
      carers.add(member(names, random, name, false, 35));
    }
    carers.add(member(names, random, name, true, 33));
    List<Family.Child> children = new ArrayList<>();
    // A foster child keeps the name of its own parents.
    String parents = names.family();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      children.add(child(names, random, parents, since));
    }
    return new Family(
        keys.next(), keys.next(), number + 1, name, since, carers, children, visits(random));
  }

  /** Within how many days families came; all of those who stay for long within one year. */
  private int spread() {
    return days > HALF_A_YEAR ? 365 : 1_400;
  }

  private Family.Member member(
      Names names, SplittableRandom random, String family, boolean woman, int least) {
    String given = names.given(woman);
    if (random.nextInt(33) == 0) {
      given += " " + names.given(woman);
    }
    String borne = woman ? Names.ofWoman(family) : family;
    if (woman && random.nextInt(20) == 0) {
      borne += " " + Names.ofWoman(names.family());
    }
    LocalDate born = today.minusYears(least + random.nextInt(30)).minusDays(random.nextInt(365));
    return new Family.Member(keys.next(), given, borne, born);
  }

  private Family.Child child(
      Names names, SplittableRandom random, String parents, LocalDate since) {
    boolean girl = random.nextBoolean();
    LocalDate placed = since.plusDays(random.nextInt(20));
    // However long ago it came, it is no adult yet.
    int oldest = (int) Math.min(13 * 365, 18 * 365 - 200 - ChronoUnit.DAYS.between(placed, today));
    LocalDate born = placed.minusDays(200 + random.nextInt(oldest));
    Family.Member who =
        new Family.Member(
            keys.next(), names.given(girl), girl ? Names.ofWoman(parents) : parents, born);
    return new Family.Child(who, keys.next(), keys.next(), placed);
  }

  /** Every four to nine weeks; the last one is never today, which is when the benchmark visits. */
  private List<Family.Visit> visits(SplittableRandom random) {
    List<Family.Visit> visits = new ArrayList<>();
    if (days > 0) {
      LocalDate on = today.minusDays(days - random.nextInt(20));
      while (on.isBefore(today)) {
        visits.add(
            new Family.Visit(
                keys.next(),
                on,
                9 + random.nextInt(8),
                45 + 15 * random.nextInt(5),
                random.nextInt(5) > 0));
        on = on.plusDays(28 + random.nextInt(36));
      }
    }
    return visits;
  }
}
