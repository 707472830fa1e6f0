package org.opora.registry.people.matching;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opora.registry.people.domain.Likeness;
import org.opora.registry.people.domain.NationalIds;
import org.opora.registry.people.domain.Profile;
import org.opora.registry.people.domain.Shortlist;

/**
 * Everybody asked about is compared with everybody of the register. What the database finds is held
 * against the same figures in {@code KnownPeopleTrialTest}. Every run takes two seeds of people who
 * were not looked at when points were given; the campaign those who were, too, whom every run asks
 * the register for.
 */
class LikenessTrialTest {
  private static LongStream seeds() {
    return Boolean.getBoolean("opora.campaign")
        ? LongStream.of(20261126, 31415, 27182)
        : LongStream.of(31415, 27182);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thoseWhoAreOneAreFoundAndNobodyElse(long seed) {
    Figures figures = figures(new Trial(seed));
    System.out.println(figures);
    assertTrue(figures.f1() >= 0.95, figures::toString);
    assertTrue(figures.perhaps() >= 0.8, figures::toString);
    assertTrue(figures.inMaybe() > 50, figures::toString);
    assertTrue(figures.inBands(Slips.Kind.NO_DATE) >= 0.6, figures::toString);
    assertTrue(figures.shown(Slips.Kind.NO_DATE) >= 0.75, figures::toString);
  }

  private static Figures figures(Trial trial) {
    List<Profile> register = trial.register().stream().map(LikenessTrialTest::profile).toList();
    Figures figures = new Figures();
    for (Trial.Asked asked : trial.asked()) {
      figures.asked(asked);
      Shortlist<Found> found =
          Shortlist.of(compared(profile(asked.person()), register), Found::likeness);
      found.alike().forEach(one -> figures.found(asked, one.place(), one.likeness().band()));
      found.namesakes().forEach(one -> figures.named(asked, one.place()));
    }
    return figures;
  }

  private static List<Found> compared(Profile asked, List<Profile> register) {
    List<Found> compared = new ArrayList<>();
    for (int i = 0; i < register.size(); i++) {
      compared.add(new Found(i, Likeness.between(asked, register.get(i))));
    }
    return compared;
  }

  private record Found(int place, Likeness likeness) {}

  private static Profile profile(Somebody one) {
    return Profile.of(
        one.given(),
        one.family(),
        one.birthDate(),
        one.nationalId() == null ? null : NationalIds.normalised(one.nationalId()),
        one.phone());
  }
}
