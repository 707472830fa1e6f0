package org.opora.registry.people.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * People of two countries as they live: in households that share a phone, with siblings, twins,
 * sons called like their father, children in care who have a name of their own, and namesakes
 * because some names are common. The same seed gives the same town.
 */
final class Town {
  static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  /**
   * @param household whose phone and family name it shares
   * @param woman decides about forms of the family name
   * @param name both forms of the family name
   */
  record Citizen(
      Somebody written, int household, boolean polish, boolean woman, Names.Family name) {}

  private final Random random;
  private final Names names;
  private final List<Citizen> citizens = new ArrayList<>();
  private int households;

  Town(long seed, int people) {
    random = new Random(seed);
    names = new Names(random);
    while (citizens.size() < people) {
      household();
    }
    citizens.subList(people, citizens.size()).clear();
  }

  List<Citizen> citizens() {
    return List.copyOf(citizens);
  }

  private void household() {
    int number = households++;
    boolean polish = random.nextInt(100) < 45;
    Names.Family name = names.family(polish);
    String shared = phone(polish);
    LocalDate parent = LocalDate.of(1950 + random.nextInt(50), 1, 1).plusDays(random.nextInt(365));
    String father = names.given(polish, false);
    boolean two = random.nextInt(100) < 65;
    boolean womanFirst = random.nextInt(100) < 75;
    if (two || !womanFirst) {
      add(number, polish, false, name, father, near(parent), shared);
    }
    if (two || womanFirst) {
      add(number, polish, true, name, names.given(polish, true), near(parent), shared);
    }
    LocalDate born = parent.plusYears(20 + random.nextInt(12)).plusDays(random.nextInt(365));
    int children = random.nextInt(5);
    for (int i = 0; i < children && born.isBefore(TODAY); i++) {
      boolean inCare = random.nextInt(100) < 25;
      child(number, polish, inCare ? names.family(polish) : name, born, father, shared);
      boolean twin = random.nextInt(100) < 5;
      // Some are born in the same year as the one before.
      born =
          twin ? born : born.plusDays(random.nextInt(100) < 6 ? 290 : 400 + random.nextInt(1500));
    }
  }

  private void child(
      int household,
      boolean polish,
      Names.Family name,
      LocalDate born,
      String father,
      String shared) {
    boolean woman = random.nextBoolean();
    boolean likeFather = !woman && random.nextInt(100) < 10;
    String given = likeFather ? father : names.given(polish, woman);
    add(household, polish, woman, name, given, born, shared);
  }

  private void add(
      int household,
      boolean polish,
      boolean woman,
      Names.Family name,
      String given,
      LocalDate born,
      String shared) {
    String second = random.nextInt(100) < 8 ? " " + names.given(polish, woman) : "";
    int reached = random.nextInt(100);
    String phone = reached < 45 ? shared : reached < 60 ? phone(polish) : null;
    citizens.add(
        new Citizen(
            new Somebody(
                given + second,
                name.of(woman),
                random.nextInt(100) < 97 ? born : null,
                random.nextInt(100) < 45 ? number(polish, woman, born) : null,
                phone),
            household,
            polish,
            woman,
            name));
  }

  /** Somebody who lives there, too, or is called alike, but is not in the register. */
  Citizen stranger(Stranger kind) {
    Citizen like = citizens.get(random.nextInt(citizens.size()));
    while (like.written().birthDate() == null) {
      like = citizens.get(random.nextInt(citizens.size()));
    }
    Somebody them = like.written();
    LocalDate born = them.birthDate();
    boolean woman = kind.sameName() ? like.woman() : random.nextBoolean();
    Names.Family name = kind.sameFamily() ? like.name() : names.family(like.polish());
    String given = kind.sameName() ? them.given() : otherGiven(like.polish(), woman, them.given());
    LocalDate day =
        switch (kind) {
          case TWIN, SAME_BIRTHDAY -> born;
          case SIBLING -> sibling(born);
          case FATHER_OR_SON -> generation(born);
          case NAMESAKE, ANYBODY -> anyDay();
        };
    String phone =
        switch (kind) {
          case TWIN, SIBLING, FATHER_OR_SON ->
              random.nextInt(100) < 60 ? them.phone() : phone(like.polish());
          default -> random.nextInt(100) < 60 ? phone(like.polish()) : null;
        };
    String identifier = random.nextInt(100) < 45 ? number(like.polish(), woman, day) : null;
    LocalDate written = random.nextInt(100) < 97 ? day : null;
    return new Citizen(
        new Somebody(given, name.of(woman), written, identifier, phone),
        -1,
        like.polish(),
        woman,
        name);
  }

  private String otherGiven(boolean polish, boolean woman, String not) {
    String given = names.given(polish, woman);
    while (given.equals(not)) {
      given = names.given(polish, woman);
    }
    return given;
  }

  private LocalDate sibling(LocalDate born) {
    int apart = random.nextInt(100) < 25 ? 290 : 365 + random.nextInt(2000);
    LocalDate later = born.plusDays(apart);
    return random.nextBoolean() && later.isBefore(TODAY) ? later : born.minusDays(apart);
  }

  private LocalDate generation(LocalDate born) {
    int days = 365 * 20 + random.nextInt(365 * 20);
    LocalDate later = born.plusDays(days);
    return later.isBefore(TODAY) ? later : born.minusDays(days);
  }

  private LocalDate anyDay() {
    return LocalDate.of(1950, 1, 1).plusDays(random.nextInt(365 * 76));
  }

  private LocalDate near(LocalDate day) {
    return day.plusDays(random.nextInt(3000) - 1500L);
  }

  String phone(boolean polish) {
    String digits =
        (polish ? "5" : random.nextBoolean() ? "6" : "7") + (10000000 + random.nextInt(89999999));
    return digits;
  }

  /** A birth number or a PESEL that passes every check. */
  private String number(boolean polish, boolean woman, LocalDate born) {
    int yy = born.getYear() % 100;
    if (polish) {
      int month = born.getMonthValue() + (born.getYear() >= 2000 ? 20 : 0);
      int turn = random.nextInt(5000) * 2 + (woman ? 0 : 1);
      return Numbers.pesel(
          String.format("%02d%02d%02d%04d", yy, month, born.getDayOfMonth(), turn));
    }
    int month = born.getMonthValue() + (woman ? 50 : 0);
    String date = String.format("%02d%02d%02d", yy, month, born.getDayOfMonth());
    return born.getYear() < 1954
        ? date + String.format("%03d", random.nextInt(1000))
        : Numbers.czech(date, random.nextInt(1000));
  }

  /** Who else comes to be written down. */
  enum Stranger {
    TWIN,
    SIBLING,
    FATHER_OR_SON,
    NAMESAKE,
    SAME_BIRTHDAY,
    ANYBODY;

    boolean sameFamily() {
      return this != SAME_BIRTHDAY && this != ANYBODY;
    }

    boolean sameName() {
      return this == FATHER_OR_SON || this == NAMESAKE;
    }
  }
}
