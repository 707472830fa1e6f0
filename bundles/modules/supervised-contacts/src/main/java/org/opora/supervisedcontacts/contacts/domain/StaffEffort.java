package org.opora.supervisedcontacts.contacts.domain;

/**
 * What a contact that did not take place has taken from the facilitator.
 *
 * @param minutes 0 for nothing
 * @param kilometres 0 for none
 */
public record StaffEffort(int minutes, int kilometres) {
  public static final StaffEffort NONE = new StaffEffort(0, 0);

  /** Longest time and way that are believed. */
  public static final int MOST_MINUTES = 720;

  public static final int MOST_KILOMETRES = 1_000;

  public StaffEffort {
    if (minutes < 0 || minutes > MOST_MINUTES || kilometres < 0 || kilometres > MOST_KILOMETRES) {
      throw new IllegalArgumentException(minutes + " min, " + kilometres + " km");
    }
  }

  public boolean nothing() {
    return minutes == 0 && kilometres == 0;
  }
}
