package org.opora.duties.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.duties.Duties;
import org.opora.api.house.spi.Reading;

/** Which dates are not the same in two lists of the same duties. */
final class Moves {
  private Moves() {}

  static Reading.Effect between(List<Duties.Line> now, List<Duties.Line> then, int most) {
    Map<Key, Duties.Line> before = new HashMap<>();
    inFamilies(now).forEach(line -> before.put(Key.of(line), line));
    List<Reading.Moved> moved = new ArrayList<>();
    for (Duties.Line line : inFamilies(then)) {
      Duties.Line old = before.get(Key.of(line));
      if (old != null && !Objects.equals(old.due(), line.due())) {
        moved.add(
            new Reading.Moved(
                line.file(),
                line.number(),
                line.familyName(),
                line.name() == null ? "" : line.name().spoken(),
                old.due(),
                line.due()));
      }
    }
    return new Reading.Effect(moved.size(), moved.subList(0, Math.min(most, moved.size())));
  }

  /** What the house owes as such hangs on no reading. */
  private static List<Duties.Line> inFamilies(List<Duties.Line> lines) {
    return lines.stream().filter(line -> line.file() != null).toList();
  }

  private record Key(String rule, String ref, UUID file, UUID person) {
    static Key of(Duties.Line line) {
      return new Key(line.rule(), line.ref(), line.file().value(), line.whom().key());
    }
  }
}
