package org.opora.registry.kin.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives level lines between two rows heights of their own, so that none lies on another. */
final class Lanes {
  private final List<Wish> wishes = new ArrayList<>();
  private final Map<Object, Integer> lanes = new HashMap<>();
  private int count;

  private record Wish(Object what, int from, int to) {}

  void want(Object what, int one, int other) {
    wishes.add(new Wish(what, Math.min(one, other), Math.max(one, other)));
  }

  /** The longest lie nearest to those they belong to. */
  void settle() {
    List<List<Wish>> taken = new ArrayList<>();
    wishes.stream()
        .sorted(Comparator.comparingInt(wish -> wish.to() - wish.from()))
        .forEach(
            wish -> {
              int lane = 0;
              while (lane < taken.size() && !free(taken.get(lane), wish)) {
                lane++;
              }
              if (lane == taken.size()) {
                taken.add(new ArrayList<>());
              }
              taken.get(lane).add(wish);
              lanes.put(wish.what(), lane);
            });
    count = taken.size();
  }

  private static boolean free(List<Wish> taken, Wish wish) {
    return taken.stream()
        .allMatch(other -> other.to() + 4 < wish.from() || wish.to() + 4 < other.from());
  }

  int of(Object what) {
    return lanes.get(what);
  }

  int count() {
    return count;
  }
}
