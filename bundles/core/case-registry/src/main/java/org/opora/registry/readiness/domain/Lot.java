package org.opora.registry.readiness.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Draws by lot, so that anybody can draw the same again: the same seed out of the same files gives
 * the same ones, in whatever order they were read.
 */
public final class Lot {
  private Lot() {}

  /**
   * @param key tells one from another and puts them in order before they are mixed
   * @param many how many at most
   */
  public static <T> List<T> drawn(Collection<T> of, Function<T, String> key, long seed, int many) {
    List<T> mixed = new ArrayList<>(of);
    mixed.sort(Comparator.comparing(key));
    // The algorithm of java.util.Random is part of its contract, so a seed means the same for ever.
    Collections.shuffle(mixed, new Random(seed));
    return List.copyOf(mixed.subList(0, Math.min(many, mixed.size())));
  }
}
