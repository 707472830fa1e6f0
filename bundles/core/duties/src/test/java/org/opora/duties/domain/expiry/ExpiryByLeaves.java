package org.opora.duties.domain.expiry;

import java.time.LocalDate;
import java.util.List;
import org.opora.duties.domain.Law;
import org.opora.duties.domain.Leaves;
import org.opora.duties.domain.Standing;

/**
 * Papers and their last days told by {@link Leaves}, one by one.
 *
 * @param law months through the years
 */
record ExpiryByLeaves(Law law, LocalDate asOf) {
  /** No paper of the tries that ends at all is valid for longer. */
  private static final int LONGEST = 3000;

  Validity answer(ExpiryFacts facts) {
    if (!Leaves.marked(facts.needed(), asOf)) {
      return new Validity(Standing.NOT_APPLICABLE, null, null);
    }
    if (Leaves.marked(facts.silence().days(), asOf)) {
      return new Validity(Standing.NOT_ASSESSED, null, null);
    }
    if (!valid(facts, asOf)) {
      return mayBeThere(facts)
          ? new Validity(Standing.NOT_ASSESSED, null, null)
          : new Validity(Standing.OVERDUE, null, since(facts));
    }
    LocalDate leaf = asOf;
    for (int turned = 0; turned < LONGEST; turned++) {
      LocalDate tomorrow = leaf.plusDays(1);
      if (!valid(facts, tomorrow)) {
        return new Validity(standing(facts, leaf), leaf, null);
      }
      leaf = tomorrow;
    }
    return new Validity(Standing.OK, null, null);
  }

  private Standing standing(ExpiryFacts facts, LocalDate until) {
    LocalDate leaf = asOf;
    while (!leaf.isAfter(until)) {
      if (!Leaves.marked(facts.needed(), leaf)) {
        return Standing.OK;
      }
      leaf = leaf.plusDays(1);
    }
    // Valid to the very day to which it is needed.
    return Leaves.marked(facts.needed(), leaf)
        ? Standing.valueOf(Leaves.standing(until, asOf, List.of()))
        : Standing.OK;
  }

  private boolean valid(ExpiryFacts facts, LocalDate leaf) {
    for (ExpiryFacts.Paper paper : facts.papers()) {
      boolean begun = !paper.known().isAfter(asOf) && !paper.from().isAfter(leaf);
      if (begun && !over(paper.from(), paper.until(), leaf)) {
        return true;
      }
    }
    return false;
  }

  private boolean over(LocalDate from, LocalDate until, LocalDate leaf) {
    if (until != null) {
      return leaf.isAfter(until);
    }
    Integer months = law.on(from);
    return months != null && leaf.isAfter(Leaves.monthsAfter(from, months));
  }

  private boolean mayBeThere(ExpiryFacts facts) {
    LocalDate first = asOf.minusDays(LONGEST);
    for (ExpiryFacts.Paper paper : facts.papers()) {
      if (!paper.known().isAfter(asOf) && !paper.known().isBefore(first)) {
        first = paper.known().plusDays(1);
      }
    }
    LocalDate silent = Leaves.lastMarked(facts.silence().days(), first, asOf);
    return silent != null && !over(silent, null, asOf);
  }

  /** Back from today as long as it was needed and none was valid. */
  private LocalDate since(ExpiryFacts facts) {
    LocalDate leaf = asOf;
    while (Leaves.marked(facts.needed(), leaf.minusDays(1)) && !valid(facts, leaf.minusDays(1))) {
      leaf = leaf.minusDays(1);
    }
    return leaf;
  }
}
