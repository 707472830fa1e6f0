package org.opora.registry.importing.application;

import java.util.List;
import java.util.Map;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.Family;
import org.opora.registry.importing.domain.Finding;
import org.opora.registry.importing.domain.Merge;

/**
 * What would happen to one family.
 *
 * @param existing what is here; null when the family is new
 * @param merge what would change of the agreement and its people
 * @param children one for each child of the file
 * @param rows outcome by row
 * @param findings doubts that only the register can tell, with the person here they are about
 */
record Plan(
    Family family,
    Existing existing,
    Merge merge,
    List<ChildPlan> children,
    Map<Integer, Outcome> rows,
    List<Doubted> findings) {

  /** What becomes of a row, or of a family. */
  enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  /** {@code existing} is null when the child is new in this family. */
  record ChildPlan(Family.Child child, Existing.Child existing, Merge merge) {}

  /** {@code person} is the one here it is to be compared with, or null. */
  record Doubted(Finding finding, java.util.UUID person) {}

  Counts counts() {
    return new Counts(count(Outcome.CREATED), count(Outcome.UPDATED), count(Outcome.UNCHANGED));
  }

  Outcome outcome() {
    if (existing == null) {
      return Outcome.CREATED;
    }
    return count(Outcome.UNCHANGED) == rows.size() ? Outcome.UNCHANGED : Outcome.UPDATED;
  }

  private int count(Outcome outcome) {
    return (int) rows.values().stream().filter(one -> one == outcome).count();
  }
}
