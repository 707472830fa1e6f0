package org.opora.calendar.views.domain;

import java.util.ArrayList;
import java.util.List;

/** Puts what takes place at one time side by side. */
public final class Lanes {
  private Lanes() {}

  /**
   * What takes some rows.
   *
   * @param row its first, from 1 on
   * @param span how many
   */
  public record Rows(int row, int span) {
    int next() {
      return row + span;
    }
  }

  /**
   * The lane of each, from 1 on: the first one that is free.
   *
   * @param all in the order in which they begin
   */
  public static List<Integer> of(List<Rows> all) {
    List<Integer> freeFrom = new ArrayList<>();
    List<Integer> lanes = new ArrayList<>();
    for (Rows one : all) {
      int lane = 0;
      while (lane < freeFrom.size() && freeFrom.get(lane) > one.row()) {
        lane++;
      }
      if (lane == freeFrom.size()) {
        freeFrom.add(one.next());
      } else {
        freeFrom.set(lane, one.next());
      }
      lanes.add(lane + 1);
    }
    return lanes;
  }
}
