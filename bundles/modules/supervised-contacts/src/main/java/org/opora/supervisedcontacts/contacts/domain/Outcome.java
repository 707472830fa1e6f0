package org.opora.supervisedcontacts.contacts.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What became of a contact for one child: the line from which everything is counted.
 *
 * @param key of the {@link ContactChild}
 * @param cancelledBy null unless it was cancelled
 * @param missedBy null unless it was missed
 * @param present whether the child was there; null while nobody wrote it down
 * @param insteadOf contact for which it makes up; null for none
 */
public record Outcome(
    UUID key,
    LocalDate day,
    ContactState state,
    CancelledBy cancelledBy,
    MissedBy missedBy,
    Boolean present,
    UUID insteadOf) {

  /** Whether the child met somebody. */
  public boolean met() {
    return state.tookPlace() && !childAway();
  }

  /** Whether it took place, and not for this child. */
  public boolean childAway() {
    return state.tookPlace() && Boolean.FALSE.equals(present)
        || state == ContactState.NO_SHOW && missedBy == MissedBy.CHILD;
  }

  public boolean cancelledBy(CancelledBy who) {
    return state == ContactState.CANCELLED && cancelledBy == who;
  }

  /** Whether it was for the parent that it did not take place. */
  public boolean missedByParent() {
    return cancelledBy(CancelledBy.PARENT) || noShowOfParent();
  }

  /** Whether it was waited for the parent in vain. */
  public boolean noShowOfParent() {
    return state == ContactState.NO_SHOW && missedBy == MissedBy.PARENT;
  }
}
