package org.opora.registry.people.matching;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What goes wrong when a person is written down again. */
final class Slips {
  /** Rows of a keyboard: a neighbour is hit instead. */
  private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

  private final Random random;
  private final Names names;

  Slips(Random random, Names names) {
    this.random = random;
    this.names = names;
  }

  enum Kind {
    /** Written again just so. */
    NONE(10),
    LOST_DIACRITICS(14),
    SWAPPED_NAMES(10),
    NAME_SLIP(16),
    /** A woman married or divorced: another family name, or a second one. */
    MARRIED_NAME(10),
    /** The family name in the form of the other sex. */
    OTHER_FORM(8),
    WRONG_CENTURY(8),
    /** One digit of the birth date is another one. */
    DATE_SLIP(7),
    DAY_AND_MONTH(4),
    /** A second given name is added, or left out. */
    SECOND_NAME(5),
    NUMBER_SLIP(4),
    NO_DATE(4);

    private final int share;

    Kind(int share) {
      this.share = share;
    }

    static Kind drawn(Random random) {
      int at = random.nextInt(100);
      for (Kind kind : values()) {
        at -= kind.share;
        if (at < 0) {
          return kind;
        }
      }
      throw new IllegalStateException("The shares are not a hundred");
    }
  }

  /** Written again with this slip; null when it cannot happen to this person. */
  Somebody with(Kind kind, Town.Citizen who, Somebody now) {
    return switch (kind) {
      case NONE -> now;
      case LOST_DIACRITICS -> plain(now);
      case SWAPPED_NAMES -> now.called(now.family(), now.given());
      case NAME_SLIP ->
          random.nextInt(100) < 60
              ? now.called(now.given(), slip(now.family()))
              : now.called(slip(now.given()), now.family());
      case MARRIED_NAME -> married(who, now);
      case OTHER_FORM -> otherForm(who, now);
      case WRONG_CENTURY -> wrongCentury(now);
      case DATE_SLIP -> dateSlip(now);
      case DAY_AND_MONTH -> dayAndMonth(now);
      case SECOND_NAME -> secondName(who, now);
      case NUMBER_SLIP -> numberSlip(now);
      case NO_DATE -> now.birthDate() == null ? null : now.born(null);
    };
  }

  private static Somebody plain(Somebody now) {
    Somebody plain = now.called(plain(now.given()), plain(now.family()));
    return plain.equals(now) ? null : plain;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('ł', 'l')
        .replace('Ł', 'L');
  }

  private String slip(String word) {
    int at = 1 + random.nextInt(word.length() - 1);
    String before = word.substring(0, at);
    String after = word.substring(at);
    return switch (random.nextInt(4)) {
      case 0 -> before + neighbour(after.charAt(0)) + after.substring(1);
      case 1 -> before + after.substring(1);
      case 2 -> before + neighbour(after.charAt(0)) + after;
      default ->
          after.length() < 2
              ? before + after + after
              : before + after.charAt(1) + after.charAt(0) + after.substring(2);
    };
  }

  private char neighbour(char letter) {
    char base = plain(String.valueOf(letter)).toLowerCase(Locale.ROOT).charAt(0);
    for (String row : KEYS) {
      int at = row.indexOf(base);
      if (at >= 0) {
        return row.charAt(
            at == 0 ? 1 : at == row.length() - 1 || random.nextBoolean() ? at - 1 : at + 1);
      }
    }
    return 'e';
  }

  private Somebody married(Town.Citizen who, Somebody now) {
    boolean grown = now.birthDate() != null && now.birthDate().getYear() < 2006;
    if (!who.woman() || !grown) {
      return null;
    }
    String other = names.family(who.polish()).woman();
    if (other.equals(now.family())) {
      return null;
    }
    int form = random.nextInt(100);
    String family =
        form < 75
            ? other
            : form < 88
                ? now.family() + (who.polish() ? "-" : " ") + other
                : other + "-" + now.family();
    return now.called(now.given(), family);
  }

  private static Somebody otherForm(Town.Citizen who, Somebody now) {
    String other = who.name().of(!who.woman());
    return other.equals(now.family()) ? null : now.called(now.given(), other);
  }

  private static Somebody wrongCentury(Somebody now) {
    LocalDate day = now.birthDate();
    return day == null || day.getYear() < 2000 ? null : now.born(day.minusYears(100));
  }

  private Somebody dateSlip(Somebody now) {
    if (now.birthDate() == null) {
      return null;
    }
    for (int i = 0; i < 50; i++) {
      StringBuilder text = new StringBuilder(now.birthDate().toString());
      int at = 2 + random.nextInt(8);
      if (text.charAt(at) == '-') {
        continue;
      }
      text.setCharAt(at, (char) ('0' + random.nextInt(10)));
      LocalDate day = date(text.toString());
      if (day != null && !day.equals(now.birthDate()) && day.isBefore(Town.TODAY)) {
        return now.born(day);
      }
    }
    return null;
  }

  private static Somebody dayAndMonth(Somebody now) {
    LocalDate day = now.birthDate();
    return day == null || day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue()
        ? null
        : now.born(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
  }

  private Somebody secondName(Town.Citizen who, Somebody now) {
    int blank = now.given().indexOf(' ');
    String second = " " + names.given(who.polish(), who.woman());
    return now.called(
        blank > 0 ? now.given().substring(0, blank) : now.given() + second, now.family());
  }

  private Somebody numberSlip(Somebody now) {
    if (now.nationalId() == null) {
      return null;
    }
    int at = random.nextInt(now.nationalId().length());
    char other = (char) ('0' + (now.nationalId().charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
    return now.identifiedBy(
        now.nationalId().substring(0, at) + other + now.nationalId().substring(at + 1));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException impossible) {
      return null;
    }
  }
}
