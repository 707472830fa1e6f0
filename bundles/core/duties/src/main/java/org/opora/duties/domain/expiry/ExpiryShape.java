package org.opora.duties.domain.expiry;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.Watch;

/**
 * Something that is valid until a day and has to be renewed by then. How long a paper is valid that
 * does not say so itself, the law of its first day says; where the law does not, it has no end.
 *
 * <p>A paper that nobody knows of may have come into the file while nothing was known. It may still
 * be valid as long as one of the last silent day would be, and for ever where the law sets no end.
 *
 * @param periods how long a paper is valid, its last day being called as its first, through the
 *     years
 * @param soon how many days before the last day, that day included, are "soon"
 */
public record ExpiryShape(Figures<Period> periods, int soon) {
  private static final Validity NOT_NEEDED = new Validity(Standing.NOT_APPLICABLE, null, null);
  private static final Validity UNKNOWN = new Validity(Standing.NOT_ASSESSED, null, null);

  /**
   * Where it stands.
   *
   * @param facts known on {@code asOf}; what happened later does not count
   */
  public Validity assess(ExpiryFacts facts, LocalDate asOf) {
    Watch watch = new Watch(asOf, soon, facts.silence(), List.of());
    return facts
        .neededOn(asOf)
        .map(needed -> watch.silent() ? UNKNOWN : needed(needed, known(facts, watch), watch))
        .orElse(NOT_NEEDED);
  }

  private static List<ExpiryFacts.Paper> known(ExpiryFacts facts, Watch watch) {
    return facts.papers().stream().filter(paper -> !watch.unknown(paper.known())).toList();
  }

  private Validity needed(Days needed, List<ExpiryFacts.Paper> papers, Watch watch) {
    List<Days> valid = papers.stream().map(this::valid).toList();
    Optional<LocalDate> gap = Days.firstOutside(valid, watch.asOf());
    if (gap.isEmpty()) {
      return new Validity(Standing.OK, null, null);
    }
    if (gap.get().isAfter(watch.asOf())) {
      return valid(gap.get().minusDays(1), needed, watch);
    }
    return mayBeThere(papers, watch) ? UNKNOWN : missing(needed, valid, watch);
  }

  private Days valid(ExpiryFacts.Paper paper) {
    LocalDate until =
        paper.until() != null
            ? paper.until()
            : periods.on(paper.from()).map(paper.from()::plus).orElse(null);
    return new Days(paper.from(), until);
  }

  /** Nobody has to renew what is valid as long as it is needed. */
  private static Validity valid(LocalDate until, Days needed, Watch watch) {
    boolean lasts = needed.until() != null && !until.isBefore(needed.until());
    return new Validity(lasts ? Standing.OK : watch.towards(until), until, null);
  }

  private boolean mayBeThere(List<ExpiryFacts.Paper> papers, Watch watch) {
    LocalDate lastCame =
        papers.stream()
            .map(ExpiryFacts.Paper::known)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    return watch
        .heardAgain(lastCame)
        .map(day -> day.minusDays(1))
        .filter(lastSilent -> mayLast(lastSilent, watch.asOf()))
        .isPresent();
  }

  private boolean mayLast(LocalDate lastSilent, LocalDate asOf) {
    return periods
        .on(lastSilent)
        .map(period -> !lastSilent.plus(period).isBefore(asOf))
        .orElse(true);
  }

  private static Validity missing(Days needed, List<Days> valid, Watch watch) {
    LocalDate since =
        valid.stream()
            .filter(days -> !days.from().isAfter(watch.asOf()))
            .map(days -> days.until().plusDays(1))
            .filter(day -> day.isAfter(needed.from()))
            .max(Comparator.naturalOrder())
            .orElse(needed.from());
    return new Validity(Standing.OVERDUE, null, since);
  }
}
