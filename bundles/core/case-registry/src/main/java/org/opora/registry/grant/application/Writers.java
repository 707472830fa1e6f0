package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.persistence.ExpenseQueries;

/** Who ever wrote what an expense asks for: none of them decides on it. */
final class Writers {
  private Writers() {}

  static Set<StaffId> of(EntityManager em, Expense row) {
    return new ExpenseQueries(em).writers(List.of(row.id())).getOrDefault(row.id(), Set.of());
  }

  /** Whether the viewer asked for it or ever wrote it. */
  static boolean include(Viewer viewer, Expense row, Set<StaffId> writers) {
    return viewer.staff().equals(row.proposedBy()) || writers.contains(viewer.staff());
  }
}
