package org.opora.supervisedcontacts.evaluations.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.EnumMap;
import java.util.Map;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.Tally;

/** A tally as it was on the day of an evaluation; later contacts do not change it. */
@Embeddable
public class FrozenTally {
  @Column(name = "PLANNED", updatable = false)
  private int planned;

  @Column(name = "HELD", updatable = false)
  private int held;

  @Column(name = "STOPPED", updatable = false)
  private int stopped;

  @Column(name = "BY_PARENT", updatable = false)
  private int byParent;

  @Column(name = "BY_CARER", updatable = false)
  private int byCarer;

  @Column(name = "BY_CHILD", updatable = false)
  private int byChild;

  @Column(name = "BY_CENTRE", updatable = false)
  private int byCentre;

  @Column(name = "BY_AUTHORITY", updatable = false)
  private int byAuthority;

  @Column(name = "PARENT_NO_SHOW", updatable = false)
  private int parentNoShow;

  @Column(name = "CHILD_AWAY", updatable = false)
  private int childAway;

  @Column(name = "STILL_OPEN", updatable = false)
  private int open;

  @Column(name = "MADE_UP_FOR", updatable = false)
  private int madeUpFor;

  protected FrozenTally() {}

  public FrozenTally(Tally tally) {
    this.planned = tally.planned();
    this.held = tally.held();
    this.stopped = tally.stopped();
    this.byParent = tally.cancelledBy(CancelledBy.PARENT);
    this.byCarer = tally.cancelledBy(CancelledBy.CARER);
    this.byChild = tally.cancelledBy(CancelledBy.CHILD);
    this.byCentre = tally.cancelledBy(CancelledBy.CENTRE);
    this.byAuthority = tally.cancelledBy(CancelledBy.AUTHORITY);
    this.parentNoShow = tally.parentNoShow();
    this.childAway = tally.childAway();
    this.open = tally.open();
    this.madeUpFor = tally.madeUpFor();
  }

  public Tally tally() {
    Map<CancelledBy, Integer> cancelled = new EnumMap<>(CancelledBy.class);
    cancelled.put(CancelledBy.PARENT, byParent);
    cancelled.put(CancelledBy.CARER, byCarer);
    cancelled.put(CancelledBy.CHILD, byChild);
    cancelled.put(CancelledBy.CENTRE, byCentre);
    cancelled.put(CancelledBy.AUTHORITY, byAuthority);
    cancelled.values().removeIf(many -> many == 0);
    return new Tally(planned, held, stopped, cancelled, parentNoShow, childAway, open, madeUpFor);
  }
}
