package org.opora.registry.readiness.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotTest {
  private static final List<String> FILES =
      IntStream.range(0, 40).mapToObj("file %02d"::formatted).toList();

  private static List<String> drawn(List<String> of, long seed, int many) {
    return Lot.drawn(of, Function.identity(), seed, many);
  }

  @Test
  void theSameSeedDrawsTheSameInWhateverOrderTheFilesCome() {
    List<String> first = drawn(FILES, 4711, 5);
    assertEquals(5, first.size());
    List<String> mixed = new ArrayList<>(FILES);
    Collections.shuffle(mixed, new Random(1));
    assertEquals(first, drawn(mixed, 4711, 5));
    assertEquals(first, drawn(FILES, 4711, 20).subList(0, 5), "more are drawn after these");
  }

  @Test
  void aDrawOfBeforeIsTheSameForEver() {
    assertEquals(
        List.of("file 25", "file 09", "file 10"),
        drawn(FILES, 4711, 3),
        "what stands in a protocol can be shown again with a later version");
  }

  @Test
  void eachAtMostOnceAndNoMoreThanThereAre() {
    for (long seed = 0; seed < 50; seed++) {
      assertEquals(new HashSet<>(FILES), new HashSet<>(drawn(FILES, seed, 100)));
      assertEquals(40, drawn(FILES, seed, 100).size());
    }
    assertEquals(List.of(), drawn(List.of(), 1, 5));
    assertNotEquals(drawn(FILES, 1, 5), drawn(FILES, 2, 5));
  }

  @Test
  void everyFileComesUp() {
    Set<String> seen = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      seen.addAll(drawn(FILES, seed, 3));
    }
    assertTrue(seen.containsAll(FILES), "none is left out for good");
  }
}
