package org.opora.duties.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.duties.Duties;

/**
 * In what two lists of duties are not the same.
 *
 * @param counts of every kind, zero where there is none
 * @param first as many as were wanted, kind by kind, in the order of the lists
 */
public record Differences(Map<Kind, Integer> counts, List<Difference> first) {
  public Differences {
    counts = Map.copyOf(counts);
    first = List.copyOf(first);
  }

  /** What becomes of a line. */
  public enum Kind {
    APPEARS,
    VANISHES,
    /** It falls due on another day. */
    MOVES,
    /** It falls due on the same day, and stands or counts otherwise. */
    OTHERWISE
  }

  /**
   * @param before null for a line that appears
   * @param after null for one that vanishes
   */
  public record Difference(Kind kind, Duties.Line before, Duties.Line after) {
    /** The line as it would be, or as it is where it vanishes. */
    public Duties.Line line() {
      return after == null ? before : after;
    }
  }

  /** How many there are in all. */
  public int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  static Differences between(List<Duties.Line> now, List<Duties.Line> then, int most) {
    Map<Key, Duties.Line> before = byKey(now);
    Map<Key, Duties.Line> after = byKey(then);
    Map<Kind, List<Difference>> found = new EnumMap<>(Kind.class);
    Arrays.stream(Kind.values()).forEach(kind -> found.put(kind, new ArrayList<>()));
    for (Duties.Line line : then) {
      Duties.Line old = before.get(Key.of(line));
      Kind kind = kind(old, line);
      if (kind != null) {
        found.get(kind).add(new Difference(kind, old, line));
      }
    }
    now.stream()
        .filter(line -> !after.containsKey(Key.of(line)))
        .forEach(line -> found.get(Kind.VANISHES).add(new Difference(Kind.VANISHES, line, null)));
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    found.forEach((kind, all) -> counts.put(kind, all.size()));
    return new Differences(
        counts, found.values().stream().flatMap(List::stream).limit(most).toList());
  }

  /** Null where nothing is different. */
  private static Kind kind(Duties.Line old, Duties.Line line) {
    if (old == null) {
      return Kind.APPEARS;
    }
    if (!Objects.equals(old.due(), line.due())) {
      return Kind.MOVES;
    }
    boolean same = old.status() == line.status() && Objects.equals(old.detail(), line.detail());
    return same ? null : Kind.OTHERWISE;
  }

  private static Map<Key, Duties.Line> byKey(List<Duties.Line> lines) {
    Map<Key, Duties.Line> all = new HashMap<>();
    lines.forEach(line -> all.put(Key.of(line), line));
    return all;
  }

  private record Key(String rule, String ref, UUID file, UUID whom) {
    static Key of(Duties.Line line) {
      return new Key(
          line.rule(),
          line.ref(),
          line.file() == null ? null : line.file().value(),
          line.whom().key());
    }
  }
}
