package org.opora.duties.domain.entitlement;

/** What the ledger of an entitlement counts. */
public enum EntitlementUnit {
  /** Any part of a day is one day, and a day counts once however many entries cover it. */
  DAYS {
    @Override
    int of(EntitlementEntry entry) {
      return 1;
    }

    @Override
    int together(int one, int other) {
      return Math.max(one, other);
    }
  },
  /** The minutes of each entry. */
  MINUTES {
    @Override
    int of(EntitlementEntry entry) {
      return entry.minutes();
    }

    @Override
    int together(int one, int other) {
      return one + other;
    }
  };

  /** What the entry uses on each of its days. */
  abstract int of(EntitlementEntry entry);

  /** What two entries use on the same day. */
  abstract int together(int one, int other);
}
