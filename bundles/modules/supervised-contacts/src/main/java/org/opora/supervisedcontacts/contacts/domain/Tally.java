package org.opora.supervisedcontacts.contacts.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What became of the contacts of a child: the one count for the plan, the report, the court and the
 * figures of the centre. {@code planned} is the sum of all others, {@code stopped} apart, which is
 * part of {@code held}.
 *
 * @param planned all that were booked, whatever became of them
 * @param held the child met somebody, also those that were stopped
 * @param stopped of those, ended before their time
 * @param cancelled by whom, and how many; who cancelled none is missing
 * @param parentNoShow it was waited for the parent in vain
 * @param childAway the child was not there
 * @param open to come, or not written down yet
 * @param madeUpFor how many make up for one that did not take place; counted above, too
 */
public record Tally(
    int planned,
    int held,
    int stopped,
    Map<CancelledBy, Integer> cancelled,
    int parentNoShow,
    int childAway,
    int open,
    int madeUpFor) {
  public Tally {
    cancelled = Collections.unmodifiableMap(copy(cancelled));
  }

  private static Map<CancelledBy, Integer> copy(Map<CancelledBy, Integer> counts) {
    Map<CancelledBy, Integer> copy = new EnumMap<>(CancelledBy.class);
    copy.putAll(counts);
    return copy;
  }

  public static Tally of(Collection<Outcome> outcomes) {
    Map<CancelledBy, Integer> cancelled = new EnumMap<>(CancelledBy.class);
    outcomes.stream()
        .filter(one -> one.state() == ContactState.CANCELLED && one.cancelledBy() != null)
        .forEach(one -> cancelled.merge(one.cancelledBy(), 1, Integer::sum));
    return new Tally(
        outcomes.size(),
        count(outcomes, Outcome::met),
        count(outcomes, one -> one.met() && one.state() == ContactState.STOPPED),
        cancelled,
        count(outcomes, Outcome::noShowOfParent),
        count(outcomes, Outcome::childAway),
        count(outcomes, one -> one.state() == ContactState.PLANNED),
        count(outcomes, one -> one.insteadOf() != null));
  }

  private static int count(Collection<Outcome> outcomes, Predicate<Outcome> which) {
    return (int) outcomes.stream().filter(which).count();
  }

  public int cancelledBy(CancelledBy who) {
    return cancelled.getOrDefault(who, 0);
  }

  /** By anybody. */
  public int allCancelled() {
    return cancelled.values().stream().mapToInt(Integer::intValue).sum();
  }

  public boolean nothing() {
    return planned == 0;
  }
}
