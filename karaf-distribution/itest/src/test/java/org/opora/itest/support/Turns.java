package org.opora.itest.support;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Whose turn it is with which string: places begin at different ones, so that the fields of a form
 * meet different strings at once, and each goes on by the same step from round to round.
 */
public final class Turns {
  private final Naughty strings;
  private final int first;
  private final int step;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, BitSet> met = new TreeMap<>();

  public Turns(Naughty strings, int first, int step) {
    this.strings = strings;
    this.first = first;
    this.step = step;
  }

  /** For this place in this round; it counts as met. */
  synchronized String string(String place, int round) {
    int start = places.computeIfAbsent(place, added -> places.size());
    int turn = Math.floorMod(first + start + round * step, strings.count());
    met.computeIfAbsent(place, added -> new BitSet()).set(turn);
    return strings.at(turn);
  }

  /** Places that met fewer strings than this, with how many they met. */
  public synchronized Map<String, Integer> below(int wanted) {
    Map<String, Integer> below = new TreeMap<>();
    met.forEach(
        (place, turns) -> {
          if (turns.cardinality() < wanted) {
            below.put(place, turns.cardinality());
          }
        });
    return below;
  }

  /** Strings that no place met. */
  public synchronized Map<Integer, String> unmet() {
    BitSet all = new BitSet();
    met.values().forEach(all::or);
    Map<Integer, String> unmet = new TreeMap<>();
    IntStream.range(0, strings.count())
        .filter(turn -> !all.get(turn))
        .forEach(turn -> unmet.put(turn, strings.at(turn)));
    return unmet;
  }
}
