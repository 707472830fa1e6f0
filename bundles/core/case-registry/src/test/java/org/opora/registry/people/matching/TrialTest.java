package org.opora.registry.people.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.registry.people.domain.NationalIds;

/** The people on whom the search for people alike is tried are such as they should be. */
class TrialTest {
  private static final long SEED = 20261126;
  private final Trial trial = new Trial(SEED);

  @Test
  void theSameSeedGivesTheSamePeople() {
    Trial again = new Trial(SEED);
    assertEquals(trial.register(), again.register());
    assertEquals(trial.asked(), again.asked());
  }

  @Test
  void twoThousandPeopleWithNamesakesTwinsAndSharedPhones() {
    List<Somebody> people = trial.register();
    assertEquals(2000, people.size());
    assertTrue(repeated(people, one -> one.given() + " " + one.family()) > 200, "namesakes");
    assertTrue(
        repeated(people, one -> one.family() + " " + one.birthDate()) > 10, "twins of one sex");
    assertTrue(repeated(people, Somebody::phone) > 200, "shared phones");
  }

  @Test
  void everyKindOfSlipAndOfStrangerOccurs() {
    Set<String> kinds = trial.asked().stream().map(Trial.Asked::kind).collect(Collectors.toSet());
    for (Slips.Kind kind : Slips.Kind.values()) {
      assertTrue(kinds.contains(kind.name()), kind.name());
    }
    for (Town.Stranger kind : Town.Stranger.values()) {
      assertTrue(kinds.contains(kind.name()), kind.name());
    }
  }

  @Test
  void identifiersOfTheRegisterAreSound() {
    trial.register().stream()
        .map(Somebody::nationalId)
        .filter(number -> number != null)
        .forEach(
            number ->
                assertTrue(
                    NationalIds.check(number).map(NationalIds.Verdict::sound).orElse(false),
                    number));
  }

  private static long repeated(List<Somebody> people, Function<Somebody, String> by) {
    Set<String> once = new HashSet<>();
    return people.stream().map(by).filter(key -> key != null && !once.add(key)).count();
  }
}
