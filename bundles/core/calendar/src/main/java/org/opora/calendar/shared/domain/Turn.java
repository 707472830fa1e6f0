package org.opora.calendar.shared.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A row that is held while a booking is checked and written, so that two people cannot book the
 * same room, colleague or person for the same time. Each key has its row; that others share it
 * makes somebody wait for nothing at worst.
 */
@Entity
@Table(schema = "CALENDAR", name = "TURN")
public class Turn {
  /** How many rows there are; the first migration writes them. */
  public static final int ROWS = 256;

  @Id private int id;

  protected Turn() {}

  /**
   * The rows of these keys, in the order in which everybody takes them: so nobody waits for another
   * in a ring.
   */
  public static SortedSet<Integer> of(Collection<UUID> keys) {
    SortedSet<Integer> rows = new TreeSet<>();
    // The last bits of a key are drawn by lot, its first ones tell the time.
    keys.forEach(key -> rows.add(1 + (int) (key.getLeastSignificantBits() & (ROWS - 1))));
    return rows;
  }
}
