package org.opora.registry.people.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opora.registry.people.domain.Profile.Name;

/**
 * How likely two entries are one person: points for what agrees, points off for what does not. The
 * points are the logarithms (to the base of two) of how much more often it is seen among entries of
 * one person than among those of two, rounded; so they may be added. A birth date that agrees is
 * worth more than a common family name, and a given name that does not agree tells twins apart,
 * whatever else they share.
 *
 * @param score the points
 * @param reasons what agrees and what does not, the weightiest first
 */
public record Likeness(int score, Band band, List<Reason> reasons) {
  private static final int SAME = 17;
  private static final int MAYBE = 13;

  public Likeness {
    reasons = List.copyOf(reasons);
  }

  /** What follows from the points. */
  public enum Band {
    NO,
    MAYBE,
    SAME
  }

  /** What agrees or not, in words under {@code match.reason}. */
  public enum Reason {
    SAME_IDENTIFIER,
    SAME_NAME,
    SWAPPED_NAMES,
    OTHER_FORM,
    PART_OF_NAME,
    NAME_SLIP,
    SECOND_NAME,
    SAME_BIRTH_DATE,
    OTHER_CENTURY,
    DAY_AND_MONTH,
    DATE_SLIP,
    SAME_PHONE,
    NO_BIRTH_DATE,
    OTHER_FAMILY_NAME,
    OTHER_GIVEN_NAME,
    OTHER_BIRTH_DATE,
    OTHER_IDENTIFIER
  }

  /** Whether it rests on the name, because one of the birth dates is not known. */
  boolean onNameAlone() {
    return band == Band.MAYBE
        && reasons.contains(Reason.NO_BIRTH_DATE)
        && !reasons.contains(Reason.SAME_IDENTIFIER);
  }

  public static Likeness between(Profile one, Profile other) {
    Sum sum = new Sum();
    names(sum, one, other);
    date(sum, one, other);
    boolean sameIdentifier =
        one.identifier() != null && one.identifier().equals(other.identifier());
    if (one.identifier() != null && other.identifier() != null) {
      sum.add(
          sameIdentifier ? 20 : -3,
          sameIdentifier ? Reason.SAME_IDENTIFIER : Reason.OTHER_IDENTIFIER);
    }
    if (one.phone() != null && other.phone() != null) {
      // Families share a phone, and people change it.
      boolean equal = one.phone().equals(other.phone());
      sum.add(equal ? 3 : -2, equal ? Reason.SAME_PHONE : null);
    }
    if (sameIdentifier) {
      // Whatever else is wrong: one of the two numbers is, or it is the same person.
      sum.points = Math.max(sum.points, MAYBE);
    }
    return sum.likeness();
  }

  private static void names(Sum sum, Profile one, Profile other) {
    Names best =
        new Names(
            Part.ofFamily(one.family(), other.family()),
            Part.ofGiven(one.given(), other.given()),
            false);
    boolean woman = one.woman() || other.woman();
    Part family = Part.ofFamily(one.family(), other.given());
    if (family.agrees) {
      Names crossed = new Names(family, Part.ofGiven(one.given(), other.family()), true);
      if (crossed.agrees() && crossed.points(woman) > best.points(woman)) {
        best = crossed;
      }
    }
    sum.points += best.points(woman);
    best.tell(sum);
  }

  private static void date(Sum sum, Profile one, Profile other) {
    switch (BirthDates.between(one.birthDate(), other.birthDate())) {
      case EQUAL -> sum.add(13, Reason.SAME_BIRTH_DATE);
      case CENTURY -> sum.add(10, Reason.OTHER_CENTURY);
      case TURNED -> sum.add(9, Reason.DAY_AND_MONTH);
      case SLIP -> sum.add(6, Reason.DATE_SLIP);
      case UNKNOWN -> sum.add(0, Reason.NO_BIRTH_DATE);
      case DIFFERENT -> sum.add(-12, Reason.OTHER_BIRTH_DATE);
    }
  }

  /** The two parts of a name, compared in one of two ways. */
  private record Names(Part family, Part given, boolean swapped) {
    boolean agrees() {
      return family.agrees && given.agrees;
    }

    int points(boolean woman) {
      int familyPoints =
          switch (family) {
            case EQUAL -> 9;
            case FORM -> 8;
            case SLIP -> 7;
            case PART -> 6;
            case UNKNOWN -> -2;
            case DIFFERENT -> woman ? -4 : -6;
          };
      int givenPoints =
          switch (given) {
            case EQUAL, PART, FORM -> 5;
            case SLIP -> 3;
            // Of twins whose given name is not written nobody knows which one it is.
            case UNKNOWN -> -6;
            case DIFFERENT -> -14;
          };
      return familyPoints + givenPoints - (swapped ? 1 : 0);
    }

    void tell(Sum sum) {
      if (swapped) {
        sum.add(Reason.SWAPPED_NAMES);
      }
      if (family == Part.EQUAL && given == Part.EQUAL && !swapped) {
        sum.add(Reason.SAME_NAME);
      }
      if (family == Part.SLIP || given == Part.SLIP) {
        sum.add(Reason.NAME_SLIP);
      }
      if (family == Part.FORM) {
        sum.add(Reason.OTHER_FORM);
      }
      if (family == Part.PART) {
        sum.add(Reason.PART_OF_NAME);
      }
      if (given == Part.PART) {
        sum.add(Reason.SECOND_NAME);
      }
      if (family == Part.DIFFERENT) {
        sum.add(Reason.OTHER_FAMILY_NAME);
      }
      if (given == Part.DIFFERENT) {
        sum.add(Reason.OTHER_GIVEN_NAME);
      }
    }
  }

  /** How one part of a name is to that of the other entry. */
  private enum Part {
    EQUAL(true),
    FORM(true),
    SLIP(true),
    PART(true),
    UNKNOWN(false),
    DIFFERENT(false);

    private final boolean agrees;

    Part(boolean agrees) {
      this.agrees = agrees;
    }

    static Part ofFamily(Name one, Name other) {
      if (one.unknown() || other.unknown()) {
        return UNKNOWN;
      }
      if (one.whole().equals(other.whole())) {
        return EQUAL;
      }
      if (one.stem().equals(other.stem())) {
        return FORM;
      }
      if (Spelling.near(one.whole(), other.whole()) || Spelling.near(one.stem(), other.stem())) {
        return SLIP;
      }
      boolean several = one.words().size() + other.words().size() > 2;
      return several && one.stems().stream().anyMatch(other.stems()::contains) ? PART : DIFFERENT;
    }

    static Part ofGiven(Name one, Name other) {
      if (one.unknown() || other.unknown()) {
        return UNKNOWN;
      }
      if (one.whole().equals(other.whole())) {
        return EQUAL;
      }
      String first = one.first();
      String otherFirst = other.first();
      if (first.equals(otherFirst)
          || one.words().containsAll(other.words())
          || other.words().containsAll(one.words())) {
        return PART;
      }
      // Jan and Jana are brother and sister, not a slip.
      boolean otherSex = first.equals(otherFirst + "a") || otherFirst.equals(first + "a");
      return Spelling.near(first, otherFirst) && !otherSex ? SLIP : DIFFERENT;
    }
  }

  private static final class Sum {
    private int points;
    private final List<Reason> reasons = new ArrayList<>();

    void add(int more, Reason reason) {
      points += more;
      if (reason != null) {
        add(reason);
      }
    }

    void add(Reason reason) {
      reasons.add(reason);
    }

    Likeness likeness() {
      Band band = points >= SAME ? Band.SAME : points >= MAYBE ? Band.MAYBE : Band.NO;
      reasons.sort(Comparator.naturalOrder());
      return new Likeness(points, band, reasons);
    }
  }
}
