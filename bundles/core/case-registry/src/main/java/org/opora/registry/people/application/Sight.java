package org.opora.registry.people.application;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.domain.Person;

/**
 * What one viewer may learn of where one person is, under each of the person's keys.
 *
 * @param kept whether it is not to be told
 * @param may whether the viewer may see what is not to be told
 * @param reached keys under which the viewer may see the person: what is written under another one
 *     belongs to a family that is none of theirs, even when both are said to be one person
 * @param stays of the person, as a child, seen from the files that the viewer may open
 */
record Sight(boolean kept, boolean may, Set<UUID> reached, Stays stays) {
  Sight {
    reached = Set.copyOf(reached);
  }

  /** Whether the viewer sees whereabouts of the person at all. */
  boolean open() {
    return !kept || may;
  }

  boolean reaches(PersonId key) {
    return reached.contains(key.value());
  }

  /** Whether the viewer sees what the row of the person says of where they are. */
  boolean home(Person row) {
    return open() && reaches(row.id()) && !leftBehind(row.id(), row.addressSince());
  }

  /**
   * Whether what holds since that day may come from a family the child has left and whose file the
   * viewer may not open: nobody has written down that it is later.
   *
   * @param since null when it is not known
   */
  boolean leftBehind(PersonId key, LocalDate since) {
    return stays.leftBehind(key, since);
  }

  /** Whether the viewer sees what held in that time and holds no more. */
  boolean former(PersonId key, Period period) {
    return may && reaches(key) && !stays.meets(period);
  }
}
