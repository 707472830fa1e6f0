package org.opora.operations.demo.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;

class DemoFamiliesTest {
  @Test
  void aChildThatDoesNotSpeakYetIsNotQuoted() {
    Random random = new Random(1);
    IntStream.range(0, 100)
        .mapToObj(i -> DemoFamilies.part(random, new PersonId(Ids.next()), i % 3))
        .filter(part -> part.view() != null)
        .forEach(part -> assertEquals(ViewLearntBy.OBSERVATION, part.learntBy(), part.view()));
  }

  @Test
  void nobodySpeaksOfMathematicsBeforeSchool() {
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      ChildPart part = DemoFamilies.part(random, new PersonId(Ids.next()), 3 + i % 4);
      assertFalse(part.view() != null && part.view().contains("Matematika"), part.view());
    }
  }
}
