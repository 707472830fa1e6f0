package org.opora.duties.domain.quota;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Stretch;

/**
 * Periods that follow one another without a gap.
 *
 * @param anchor the day the first of them is counted from
 * @param end last day of the duty; null while it goes on
 */
record QuotaChain(Stretch stretch, LocalDate anchor, LocalDate end) {
  /**
   * One of the periods.
   *
   * @param until its last day, or the last day of the duty
   * @param broken whether the duty ends before the period would
   * @param months its months, for a quota that is owed by the month
   */
  record Link(LocalDate from, LocalDate until, boolean broken, Twelfths months) {
    /** The first day in it on which the duty holds. */
    LocalDate firstOf(List<Days> duty) {
      return duty.stream()
          .filter(days -> days.meet(from, until))
          .map(Days::from)
          .map(day -> day.isBefore(from) ? from : day)
          .min(Comparator.naturalOrder())
          .orElse(from);
    }
  }

  /**
   * The chains of a life.
   *
   * @param goesAlong whether the periods go on from one agreement to the next
   */
  static List<QuotaChain> of(Stretch stretch, boolean goesAlong, List<Days> duty) {
    Deque<QuotaChain> chains = new ArrayDeque<>();
    duty.stream()
        .sorted(Comparator.comparing(Days::from))
        .forEach(
            days -> {
              QuotaChain last = chains.peekLast();
              if (last != null && (goesAlong || stretch.calendar()) && last.reaches(days.from())) {
                chains.addLast(chains.removeLast().goingOn(days.until()));
              } else {
                chains.addLast(new QuotaChain(stretch, days.from(), days.until()));
              }
            });
    return List.copyOf(chains);
  }

  /** A period without one day of duty breaks the chain: nothing is carried over it. */
  private boolean reaches(LocalDate day) {
    return end == null || stretch.index(anchor, day) <= stretch.index(anchor, end) + 1;
  }

  private QuotaChain goingOn(LocalDate until) {
    boolean longer = end != null && (until == null || until.isAfter(end));
    return longer ? new QuotaChain(stretch, anchor, until) : this;
  }

  /** Those that began by then; none before the duty itself began, be it in the same year. */
  List<Link> links(LocalDate asOf) {
    List<Link> links = new ArrayList<>();
    if (anchor.isAfter(asOf)) {
      return links;
    }
    for (int i = 0; begins(i, asOf); i++) {
      links.add(link(i));
    }
    return links;
  }

  private boolean begins(int index, LocalDate asOf) {
    LocalDate from = stretch.start(anchor, index);
    return !from.isAfter(asOf) && (end == null || !from.isAfter(end));
  }

  /** The calendar's year lasts to its end; twelve months of an agreement end with the agreement. */
  private Link link(int index) {
    LocalDate last = stretch.start(anchor, index + 1L).minusDays(1);
    boolean broken = !stretch.calendar() && end != null && end.isBefore(last);
    LocalDate until = broken ? end : last;
    Twelfths months =
        new Twelfths(stretch.start(anchor, 0), index * stretch.months(), stretch.months(), until);
    return new Link(stretch.start(anchor, index), until, broken, months);
  }
}
