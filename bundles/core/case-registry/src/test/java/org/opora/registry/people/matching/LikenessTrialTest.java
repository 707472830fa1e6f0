package org.opora.registry.people.matching;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opora.registry.people.domain.NationalIds;
import org.opora.registry.people.domain.Profile;
import org.opora.registry.people.domain.Shortlist;

/**
 * Everybody asked about is compared with everybody of the register. What the database finds is held
 * against the same figures in {@code KnownPeopleTrialTest}.
 */
class LikenessTrialTest {
  @Test
  void thoseWhoAreOneAreFoundAndNobodyElse() {
    Figures figures = figures(new Trial(20261126));
    System.out.println(figures);
    assertTrue(figures.f1() >= 0.95, figures::toString);
    assertTrue(figures.perhaps() >= 0.8, figures::toString);
    assertTrue(figures.inMaybe() > 50, figures::toString);
  }

  private static Figures figures(Trial trial) {
    List<Profile> register = trial.register().stream().map(LikenessTrialTest::profile).toList();
    List<Integer> places = IntStream.range(0, register.size()).boxed().toList();
    Figures figures = new Figures();
    for (Trial.Asked asked : trial.asked()) {
      figures.asked(asked);
      Shortlist.of(profile(asked.person()), places, register::get)
          .forEach(one -> figures.found(asked, one.entry(), one.likeness().band()));
    }
    return figures;
  }

  private static Profile profile(Somebody one) {
    return Profile.of(
        one.given(),
        one.family(),
        one.birthDate(),
        one.nationalId() == null ? null : NationalIds.normalised(one.nationalId()),
        one.phone());
  }
}
