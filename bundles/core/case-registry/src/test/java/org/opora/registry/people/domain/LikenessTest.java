package org.opora.registry.people.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.registry.people.domain.Likeness.Band;
import org.opora.registry.people.domain.Likeness.Reason;

/** How alike two entries are, and why. */
class LikenessTest {
  @ParameterizedTest(name = "{0} {1} {2} | {3} {4} {5}: {6}")
  @CsvSource(
      nullValues = "-",
      value = {
        // One person.
        "Žofie,Čápová,2010-02-03,Zofie,CAPOVA,2010-02-03,SAME",
        "Jan,Novák,1980-05-06,Novák,Jan,1980-05-06,SAME",
        "Jana,Nováková,1980-05-06,Jana,Novák,1980-05-06,SAME",
        "Eva,Němcová,1980-05-06,Eva,Němec,1980-05-06,SAME",
        "Marta,Kowalska,1980-05-06,Marta,Kowalski,1980-05-06,SAME",
        "Iva,Černá,1980-05-06,Iva,Černý,1980-05-06,SAME",
        "Martina,Procházková,1980-05-06,Martnia,Procházková,1980-05-06,SAME",
        "Martin,Procházka,1980-05-06,Martin,Prochazak,1980-05-06,SAME",
        "Ema,Králová,2012-05-06,Ema,Králová,1912-05-06,SAME",
        "Ema,Králová,2012-05-06,Ema,Králová,2012-06-05,SAME",
        "Ema,Králová,2012-05-16,Ema,Králová,2012-05-17,SAME",
        "Anna Marie,Malá,2012-05-16,Anna,Malá,2012-05-16,SAME",
        "Anna,Nowak-Wójcik,1985-05-16,Anna,Nowak,1985-05-16,SAME",
        // Perhaps.
        "Jana,Nováková,1980-05-06,Jana,Dvořáková,1980-05-06,MAYBE",
        "Jan,Novák,1980-05-06,Jan,Novák,-,MAYBE",
        // Two people.
        "Jan,Novák,1980-05-06,Jana,Nováková,1980-05-06,NO",
        "Petr,Novák,1980-05-06,Pavel,Novák,1980-05-06,NO",
        "Jan,Novák,1980-05-06,Jan,Novák,2004-11-19,NO",
        "Jan,Novák,1980-05-06,Jan,Dvořák,1980-05-06,NO",
        "Jan,Novák,1980-05-06,Petr,Novák,1981-08-16,NO",
        "Jan,Novák,1980-05-06,Josef,Král,1980-05-06,NO"
      })
  void bands(
      String given,
      String family,
      LocalDate born,
      String otherGiven,
      String otherFamily,
      LocalDate otherBorn,
      Band band) {
    Profile one = Profile.of(given, family, born, null, null);
    Profile other = Profile.of(otherGiven, otherFamily, otherBorn, null, null);
    Likeness likeness = Likeness.between(one, other);
    assertEquals(band, likeness.band(), likeness::toString);
    assertEquals(likeness, Likeness.between(other, one), "the order does not matter");
  }

  @Test
  void theIdentifierIsStrongAndWrongOnesHappen() {
    LocalDate born = LocalDate.of(1980, 5, 6);
    Profile jana = Profile.of("Jana", "Nováková", born, "8055061231", null);
    Likeness married = Likeness.between(jana, Profile.of("Jana", "Malá", null, "8055061231", null));
    assertEquals(Band.SAME, married.band());
    assertEquals(Reason.SAME_IDENTIFIER, married.reasons().get(0));
    Likeness number =
        Likeness.between(
            jana, Profile.of("Jiná", "Osoba", LocalDate.of(1999, 1, 1), "8055061231", null));
    assertEquals(Band.MAYBE, number.band(), "one of the two numbers is wrong");
    Likeness moved =
        Likeness.between(
            Profile.of("Jana", "Nováková", born, "8055061231", "602111222"),
            Profile.of("Jiná", "Osoba", LocalDate.of(1999, 1, 1), "8055061231", "602333444"));
    assertEquals(Band.MAYBE, moved.band(), "whatever else, another phone included");
    Likeness slip =
        Likeness.between(jana, Profile.of("Jana", "Nováková", born, "8055061242", null));
    assertEquals(Band.SAME, slip.band());
    assertTrue(slip.reasons().contains(Reason.OTHER_IDENTIFIER));
  }

  @Test
  void aPhoneAloneSaysLittle() {
    Profile jana = Profile.of("Jana", "Nováková", LocalDate.of(1980, 5, 6), null, "600100200");
    Profile son = Profile.of("Petr", "Novák", LocalDate.of(2010, 1, 1), null, "600100200");
    assertEquals(Band.NO, Likeness.between(jana, son).band());
  }

  @Test
  void whoHasNoNameIsLikeNobody() {
    Profile erased = Profile.of("", "", null, null, null);
    assertEquals(Band.NO, Likeness.between(erased, erased).band());
    Profile dated = Profile.of("", "", LocalDate.of(1980, 5, 6), null, null);
    Profile named = Profile.of("Jan", "Novák", LocalDate.of(1980, 5, 6), null, null);
    assertEquals(Band.NO, Likeness.between(dated, named).band());
  }

  @Test
  void everyFormOfANameIsLookedUp() {
    for (String[] pair :
        new String[][] {
          {"novak", "novakova"},
          {"svoboda", "svobodova"},
          {"nemec", "nemcova"},
          {"marek", "markova"},
          {"pavel", "pavlova"},
          {"hajek", "hajkova"},
          {"novotny", "novotna"},
          {"vesely", "vesela"},
          {"kopecky", "kopecka"},
          {"kowalski", "kowalska"},
          {"nowicki", "nowicka"},
          {"zawadzki", "zawadzka"},
          {"konieczny", "konieczna"}
        }) {
      assertEquals(FamilyNames.stem(pair[0]), FamilyNames.stem(pair[1]), pair[0]);
      assertTrue(FamilyNames.forms(pair[0]).contains(pair[1]), pair[1]);
      assertTrue(FamilyNames.forms(pair[1]).contains(pair[0]), pair[0]);
    }
    assertEquals(Set.of("nova rehorova"), FamilyNames.forms("nova rehorova"));
  }

  @Test
  void everyDateThatIsASlipIsLookedUp() {
    for (LocalDate day :
        List.of(LocalDate.of(2012, 5, 6), LocalDate.of(1990, 12, 31), LocalDate.of(2004, 2, 29))) {
      Set<LocalDate> near = BirthDates.near(day);
      assertTrue(near.size() < 64, "few enough for one look-up: " + near.size());
      for (LocalDate other = day.minusYears(110);
          other.isBefore(day.plusYears(101));
          other = other.plusDays(1)) {
        boolean likely =
            BirthDates.between(day, other) != BirthDates.Relation.DIFFERENT
                && BirthDates.between(day, other) != BirthDates.Relation.UNKNOWN;
        assertTrue(!likely || near.contains(other), day + " and " + other);
      }
    }
  }

  @Test
  void slipsAreCounted() {
    assertEquals(0, Spelling.slips("novak", "novak"));
    assertEquals(1, Spelling.slips("novak", "novka"));
    assertEquals(1, Spelling.slips("novak", "nvak"));
    assertEquals(1, Spelling.slips("novak", "noovak"));
    assertEquals(1, Spelling.slips("novak", "nobak"));
    assertEquals(2, Spelling.slips("novak", "nobek"));
    assertEquals(5, Spelling.slips("", "novak"));
  }
}
