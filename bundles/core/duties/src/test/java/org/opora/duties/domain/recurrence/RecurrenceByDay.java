package org.opora.duties.domain.recurrence;

import java.time.LocalDate;
import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Law;
import org.opora.duties.domain.Leaves;

/**
 * The same promise told another way: by {@link Leaves}, one by one, with a stroke for each time.
 *
 * @param every months through the years
 * @param times after how many, through the years
 * @param within days after the last of them, through the years
 * @param asOf the day asked for
 */
record RecurrenceByDay(Law every, Law times, Law within, LocalDate asOf) {
  /**
   * @param nextBy also while nobody can say
   */
  record Answer(String standing, boolean often, LocalDate due, LocalDate nextBy, int count) {}

  /** What is on the paper once all leaves are turned. */
  private record Paper(LocalDate due, boolean often, int strokes) {}

  /** Null when nothing is owed. */
  Answer answer(RecurrenceFacts facts) {
    if (!Leaves.marked(List.of(facts.lasting()), asOf)) {
      return null;
    }
    LocalDate start = facts.lasting().from();
    boolean done = false;
    for (LocalDate leaf = start; !leaf.isAfter(asOf); leaf = leaf.plusDays(1)) {
      if (facts.done().contains(leaf)) {
        start = leaf;
        done = true;
      }
    }
    Paper known = paper(facts, start, !done);
    return known == null ? null : doubted(facts, start, known);
  }

  private Paper paper(RecurrenceFacts facts, LocalDate start, boolean thatDayToo) {
    if (every.on(start) == null) {
      return null;
    }
    LocalDate byTime = Leaves.monthsAfter(start, every.on(start));
    LocalDate enough = null;
    int strokes = 0;
    LocalDate leaf = thatDayToo ? start : start.plusDays(1);
    while (!leaf.isAfter(asOf)) {
      for (LocalDate one : facts.counted()) {
        if (one.equals(leaf)) {
          strokes++;
          if (times.on(start) != null && strokes == times.on(start)) {
            enough = leaf;
          }
        }
      }
      leaf = leaf.plusDays(1);
    }
    if (enough == null) {
      return new Paper(byTime, false, strokes);
    }
    int grace = within.on(start) == null ? 0 : within.on(start);
    LocalDate byTimes = Leaves.daysAfter(enough, grace);
    return byTimes.isBefore(byTime)
        ? new Paper(byTimes, true, strokes)
        : new Paper(byTime, false, strokes);
  }

  private Answer doubted(RecurrenceFacts facts, LocalDate start, Paper known) {
    List<Days> silent = facts.silence().days();
    if (Leaves.marked(silent, asOf)) {
      return unknown(known);
    }
    LocalDate lastSilent = Leaves.lastMarked(silent, start.plusDays(1), asOf);
    if (!known.due().isBefore(asOf) || lastSilent == null) {
      return plain(known, facts);
    }
    Paper again = paper(facts, lastSilent.plusDays(1), true);
    if (again == null || !again.due().isAfter(known.due())) {
      return plain(known, facts);
    }
    boolean far = !asOf.isAfter(again.due()) && Leaves.distance(asOf, again.due()) > 14;
    return far ? unknown(again) : plain(again, facts);
  }

  private static Answer unknown(Paper paper) {
    return new Answer("NOT_ASSESSED", paper.often(), null, paper.due(), paper.strokes());
  }

  private Answer plain(Paper paper, RecurrenceFacts facts) {
    String standing = Leaves.standing(paper.due(), asOf, facts.excused());
    return new Answer(standing, paper.often(), paper.due(), paper.due(), paper.strokes());
  }
}
