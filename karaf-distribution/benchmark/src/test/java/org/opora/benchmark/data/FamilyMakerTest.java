package org.opora.benchmark.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilyMakerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final int FAMILIES = 500;

  private static List<Family> families(boolean withVisits) {
    FamilyMaker maker = new FamilyMaker(TODAY, withVisits);
    return IntStream.range(0, FAMILIES).mapToObj(maker::make).toList();
  }

  @Test
  void theSameNumbersGiveTheSameFamilies() {
    assertEquals(families(true), families(true));
  }

  @Test
  void noTwoShareAKeyOrAFileNumber() {
    Set<UUID> keys = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    for (Family family : families(true)) {
      assertTrue(keys.add(family.file()));
      assertTrue(keys.add(family.agreement()));
      assertTrue(numbers.add(family.number()));
      family.everybody().forEach(one -> assertTrue(keys.add(one.person())));
      family.children().forEach(child -> assertTrue(keys.add(child.childFile())));
      family.visits().forEach(visit -> assertTrue(keys.add(visit.id())));
    }
  }

  @Test
  void everybodyIsBornBeforeTheyMeet() {
    for (Family family : families(true)) {
      assertFalse(family.carers().isEmpty());
      assertFalse(family.children().isEmpty());
      for (Family.Child child : family.children()) {
        assertTrue(child.who().born().isBefore(child.placed()));
        assertFalse(child.placed().isBefore(family.since()));
      }
      assertTrue(family.visits().size() > 2);
      family
          .visits()
          .forEach(
              visit -> {
                assertTrue(visit.on().isBefore(TODAY));
                assertTrue(visit.on().isAfter(family.since()));
              });
    }
  }

  @Test
  void withoutAStoryThereAreNoVisits() {
    assertTrue(families(false).stream().allMatch(family -> family.visits().isEmpty()));
  }
}
