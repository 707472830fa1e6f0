package org.opora.registry.people.matching;

import java.util.Map;
import java.util.TreeMap;
import org.opora.registry.people.domain.Likeness.Band;

/** Counts what was found against the truth, as a whole and for each kind of slip. */
final class Figures {
  private final Map<String, int[]> found = new TreeMap<>();
  private int people;
  private int right;
  private int wrong;
  private int perhapsRight;
  private int perhapsWrong;

  /** Somebody who is in the register was asked about. */
  void asked(Trial.Asked asked) {
    people += asked.truth() >= 0 ? 1 : 0;
    row(asked)[0]++;
  }

  void found(Trial.Asked asked, int place, Band band) {
    boolean true_ = asked.truth() == place;
    int[] row = row(asked);
    if (band == Band.SAME) {
      right += true_ ? 1 : 0;
      wrong += true_ ? 0 : 1;
      row[true_ ? 1 : 2]++;
    } else if (band == Band.MAYBE) {
      perhapsRight += true_ ? 1 : 0;
      perhapsWrong += true_ ? 0 : 1;
      row[true_ ? 3 : 4]++;
    }
  }

  /** Somebody of the same name was shown, of whom nothing else is known to agree. */
  void named(Trial.Asked asked, int place) {
    row(asked)[asked.truth() == place ? 5 : 6]++;
  }

  private int[] row(Trial.Asked asked) {
    return found.computeIfAbsent(asked.kind(), first -> new int[7]);
  }

  double precision() {
    return (double) right / (right + wrong);
  }

  double recall() {
    return (double) right / people;
  }

  /** Of precision and recall in the band SAME. */
  double f1() {
    return 2 * precision() * recall() / (precision() + recall());
  }

  double perhaps() {
    return (double) perhapsRight / (perhapsRight + perhapsWrong);
  }

  /** Which part of those asked about with this slip, alone or with another, is in the two bands. */
  double inBands(Slips.Kind kind) {
    return share(kind, 1, 3);
  }

  /** The same, or shown among people of the same name. */
  double shown(Slips.Kind kind) {
    return share(kind, 1, 3, 5);
  }

  private double share(Slips.Kind kind, int... columns) {
    double asked = 0;
    double right = 0;
    for (Map.Entry<String, int[]> row : found.entrySet()) {
      if (row.getKey().startsWith(kind.name())) {
        asked += row.getValue()[0];
        for (int column : columns) {
          right += row.getValue()[column];
        }
      }
    }
    return right / asked;
  }

  /** Whether anybody of this kind was asked about. */
  boolean met(String kind) {
    return found.containsKey(kind);
  }

  int inMaybe() {
    return perhapsRight + perhapsWrong;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "SAME: precision %.3f, recall %.3f, F1 %.3f; MAYBE: precision %.3f of %d%n",
            precision(), recall(), f1(), perhaps(), inMaybe()));
    text.append(
        String.format(
            "%-28s %6s %10s %10s %12s %12s %12s %12s%n",
            "kind",
            "asked",
            "SAME right",
            "SAME wrong",
            "MAYBE right",
            "MAYBE wrong",
            "named right",
            "named wrong"));
    found.forEach(
        (kind, row) ->
            text.append(
                String.format(
                    "%-28s %6d %10d %10d %12d %12d %12d %12d%n",
                    kind, row[0], row[1], row[2], row[3], row[4], row[5], row[6])));
    return text.toString();
  }
}
